/** A plain decimal number in a text, NaN when the text is anything else: no hexadecimal, no blanks taken for 0. */
export function decimal(text: string): number {
  const trimmed = text.trim();
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}
