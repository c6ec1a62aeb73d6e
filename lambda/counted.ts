/** The noun that goes with a count: `session` for one, `sessions` for any other. */
export const plural = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many);

/** A count in digits with its noun: `0 windows`, `1 window`, `2 windows`. */
export const counted = (count: number, one: string, many?: string): string =>
  `${count} ${plural(count, one, many)}`;
