import { InputError } from '../../../errors.ts';
import { quoted } from '../../../outside-text.ts';
import type { ParseContext, ParsedOptions } from '../../parsing/parsed.ts';
import { closedSessionOf, quoteOf } from './parse.ts';

/** Percent a year between which the volatility of an index fund is: no month was under 8, and March 2020 saw about 80. */
const [least, most] = [3, 300] as const;

/**
 * The implied volatility of Cboe's delayed quote (`iv30`, percent a year) once its session is over.
 *
 * @throws InputError when the quote is of another symbol or of a session under way, or has no such figure
 */
export function parseCboeOptions(bytes: Uint8Array, { series }: ParseContext): ParsedOptions {
  const data = quoteOf(bytes, series);
  const asOf = closedSessionOf(data);
  const { iv30 } = data;
  if (iv30 == null || !(iv30 >= least && iv30 <= most))
    throw new InputError(`${asOf}: ${quoted(iv30 === undefined ? null : iv30)} is no implied volatility`, {
      field: 'iv30',
    });
  return { options: { symbol: series, asOf, value: iv30 / 100 }, complaints: [] };
}
