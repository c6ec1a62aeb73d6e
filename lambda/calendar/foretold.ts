/**
 * Whether a closure stood in the exchange's calendar beforehand, by its reason: holidays go by their names,
 * hurricanes, attacks and days of mourning do not. A briefing of the evening before may speak only of the former.
 */
export const isForetold = (reason: string): boolean => !/^(the |Hurricane )/.test(reason);
