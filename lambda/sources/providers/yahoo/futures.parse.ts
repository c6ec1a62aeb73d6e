import { InputError } from '../../../errors.ts';
import type { ParseContext, ParsedFuture } from '../../parsing/parsed.ts';
import { parseYahoo } from './parse.ts';

const monthCodes = 'FGHJKMNQUVXZ';

/** Yahoo's symbol of the contract of a month: `ZQG26.CBT` of 2026-02. @throws InputError when it is no month */
export function futureSymbol(month: string): string {
  const [, year, number] = /^\d\d(\d\d)-(\d\d)$/.exec(month) ?? [];
  const code = monthCodes[Number(number) - 1];
  if (code === undefined) throw new InputError(`${month} is no month`);
  return `ZQ${code}${year}.CBT`;
}

/** Prices of rates between 15 and -0.5 %. */
const possible = { least: 85, most: 100.5 };

/** The contract's daily closes. @throws InputError, UnknownSeries */
export function parseYahooFuture(bytes: Uint8Array, about: ParseContext): ParsedFuture {
  const { bars, complaints } = parseYahoo(bytes, { ...about, series: futureSymbol(about.series) });
  const { sessions, close } = bars;
  if (close === null || sessions.length === 0) throw new InputError('no close', { field: 'close' });
  const odd = close.find((price) => !(price >= possible.least && price <= possible.most));
  if (odd !== undefined)
    throw new InputError(`${odd} is no price of a federal funds contract`, { field: 'close' });
  return { future: { month: about.series, sessions, closes: close }, complaints };
}
