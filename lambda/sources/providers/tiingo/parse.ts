import { InputError } from '../../../errors.ts';
import { namedText } from '../../../outside-text.ts';
import { barsOf, type Row } from '../../parsing/bars.ts';
import { leadingDate } from '../../parsing/dates.ts';
import { heldAgainst } from '../../parsing/held-against.ts';
import type { ParseContext, ParsedBars } from '../../parsing/parsed.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { UnknownSeries } from '../../parsing/unknown-series.ts';
import { detail, prices } from './schema.ts';

/**
 * Tiingo end-of-day prices. Its closes are as they were printed, so they are adjusted here for the splits that came
 * after them: a row's `splitFactor` applies to every row before it. `adjClose` is adjusted for both, and held against the
 * dividends beside it, which are of the shares of their day.
 *
 * @throws InputError, UnknownSeries
 */
export function parseTiingo(bytes: Uint8Array, about: ParseContext): ParsedBars {
  const answer = jsonOf(bytes);
  const refusal = detail.safeParse(answer);
  if (refusal.success) {
    const said = refusal.data.detail;
    throw /not found/i.test(said) ? new UnknownSeries(namedText(said)) : new InputError(namedText(said));
  }
  const given = shaped(prices, answer);
  const rows: Row[] = [];
  const paid = new Map<string, number>();
  let laterSplits = 1;
  for (const row of given.toReversed()) {
    const date = leadingDate(row.date);
    if (row.divCash > 0) paid.set(date, row.divCash / laterSplits);
    rows.push({
      date,
      open: row.open / laterSplits,
      high: row.high / laterSplits,
      low: row.low / laterSplits,
      close: row.close / laterSplits,
      adjusted: row.adjClose,
      volume: row.volume * laterSplits,
    });
    laterSplits *= row.splitFactor;
  }
  const parsed = barsOf(rows.toReversed(), about, { stamp: null, basis: 'adjusted' });
  const { sessions } = parsed.bars;
  const dividends = Float64Array.from(sessions, (date) => paid.get(date) ?? 0);
  const { bars, irregularities } = heldAgainst(parsed.bars, dividends, null);
  const basis = bars.adjusted === null ? 'price only' : parsed.basis;
  const splits = given
    .filter(({ splitFactor }) => splitFactor !== 1)
    .map(({ date, splitFactor }) => ({ exDate: leadingDate(date), ratio: splitFactor }));
  return { ...parsed, bars: { ...bars, splits }, basis, irregularities };
}
