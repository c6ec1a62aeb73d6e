/** How files write that there is no value: nothing, `null` (old Yahoo), NaN and N/A (pandas, Excel), `.` (FRED), dashes. */
const none = /^(null|nan|none|n\/?a|#n\/a|nd|\.|-{1,2})?$/i;

export const isNone = (text: string): boolean => none.test(text.trim());
