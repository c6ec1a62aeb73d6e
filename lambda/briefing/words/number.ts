/** A minus as wide as the plus, so that signed columns align. */
export const MINUS = '\u2212';
/** Narrow no-break space: between a number and its sign of percent. */
export const NARROW = '\u202f';
/** No-break space: between a number and a unit that is a word. */
export const SPACE = '\u00a0';
/** Printed where a value is missing; the reason is given next to it. */
export const MISSING = 'n/a';

/** `always` writes + and −, `negative` only −, `never` neither, `both` ± (the value is a width). */
export type Sign = 'always' | 'negative' | 'never' | 'both';

/**
 * A number with fixed decimals, rounded half away from zero on its shortest decimal form (0.285 at two decimals
 * is 0.29, as on paper), digits in groups of three from 1,000 on. What rounds to zero has no sign.
 *
 * @param shift multiplies by 10^shift exactly, in decimal: 2 turns a fraction into percent
 * @throws RangeError when the value is not finite
 * @example formatNumber(-0.0075394, 2, 'always', 2) // '−0.75'
 */
export function formatNumber(value: number, decimals: number, sign: Sign = 'negative', shift = 0): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number to print`);
  const scaled = Math.round(moved(Math.abs(value), decimals + shift));
  const digits = (scaled < 1e15 ? `${scaled}` : BigInt(scaled).toString()).padStart(decimals + 1, '0');
  const whole = grouped(digits.slice(0, digits.length - decimals));
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  if (sign === 'both') return `±${text}`;
  if (scaled === 0 || sign === 'never') return text;
  if (value < 0) return MINUS + text;
  return sign === 'always' ? `+${text}` : text;
}

/** Whether a printed number has its minus: one that rounds to zero has none, whatever its sign. */
export const isBelowZero = (printed: string): boolean => printed.startsWith(MINUS);

/** The number that `formatNumber` prints with a given number of decimals. */
export function asPrinted(value: number, decimals: number): number {
  const scaled = Math.round(moved(Math.abs(value), decimals));
  return scaled === 0 ? 0 : Math.sign(value) * moved(scaled, -decimals);
}

/** The value with its decimal point moved to the right, or to the left by a negative number of places: exact in decimal, where a multiplication is not. */
function moved(value: number, places: number): number {
  const text = `${value}`;
  if (!text.includes('e')) return Number(`${text}e${places}`);
  const [mantissa = '0', exponent = '0'] = text.split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

function grouped(digits: string): string {
  return digits.length < 4 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
