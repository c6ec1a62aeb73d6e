import { formatNumber } from './number.ts';

const ones = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const ordinals = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];

/** A count in words up to twelve, `none` for zero, in digits above twelve: `six`, `1 260`. */
export function cardinal(count: number): string {
  return ones[count] ?? formatNumber(count, 0);
}

/** An ordinal in words up to the twelfth, in digits above: `sixth`, `21st`, `113th`. */
export function ordinal(count: number): string {
  const word = ordinals[count];
  if (word !== undefined) return word;
  const teens = count % 100 >= 11 && count % 100 <= 13;
  const suffix = teens ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return formatNumber(count, 0) + suffix;
}

/** The article of an ordinal as it is read aloud: `an` of the 8th, 11th, 18th, 80th to 89th, 8 000th, else `a`. */
export function article(count: number): 'a' | 'an' {
  let leading = count;
  while (leading >= 1000) leading = Math.floor(leading / 1000);
  const eighty = Math.floor(leading / 10) === 8;
  const eightHundred = Math.floor(leading / 100) === 8;
  return leading === 8 || leading === 11 || leading === 18 || eighty || eightHundred ? 'an' : 'a';
}
