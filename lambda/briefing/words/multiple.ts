import { cardinal } from './count.ts';

/** A fund's daily multiple in words: `three times`, `minus three times`. */
export function multiple(beta: number): string {
  return `${beta < 0 ? 'minus ' : ''}${cardinal(Math.abs(beta))} times`;
}
