import { expect } from 'vitest';
import { tna } from '../../lambda/editions/tna.ts';
import { figureBook } from '../../lambda/figures/index.ts';
import { panelOf } from '../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
import type { Bars } from '../../lambda/series/bars.ts';
import { newestKnownPeriod } from '../../lambda/series/newest-known.ts';
import type { Observations } from '../../lambda/series/observations.ts';
import { lastOnOrBefore } from '../../lambda/series/position.ts';
import { uniforms } from './made-up-market.ts';

export interface MarketHistories {
  readonly market: ReadonlyMap<string, Bars>;
  readonly macro: ReadonlyMap<string, Observations>;
}

const columns = ['open', 'high', 'low', 'close', 'adjusted', 'volume'] as const;
const mapValues = <V>(map: ReadonlyMap<string, V>, change: (value: V) => V): Map<string, V> =>
  new Map([...map].map(([key, value]) => [key, change(value)]));

export const bookOf = ({ market, macro }: MarketHistories, session: string) =>
  figureBook(viewOf(panelOf(tna, market, macro, []), session)).toRecord();

/** The same histories as of the session: everything later is cut off. */
const cutAt = ({ market, macro }: MarketHistories, session: string): MarketHistories => ({
  market: mapValues(market, (bars) => {
    const length = lastOnOrBefore(bars.sessions, session) + 1;
    const cut = columns.map((column) => [column, bars[column]?.slice(0, length) ?? null]);
    return { ...bars, ...Object.fromEntries(cut), sessions: bars.sessions.slice(0, length) };
  }),
  macro: mapValues(macro, (series) => {
    const spec = tna.macro.find((candidate) => candidate.series === series.id);
    if (spec === undefined) return series;
    const length = lastOnOrBefore(series.dates, newestKnownPeriod(session, spec)) + 1;
    return { ...series, dates: series.dates.slice(0, length), values: series.values.slice(0, length) };
  }),
});

/** The same histories with every number after the session replaced by another. */
function alteredAfter({ market, macro }: MarketHistories, session: string, seed: number): MarketHistories {
  const next = uniforms(seed);
  const from = (values: Float64Array, length: number) =>
    values.map((value, row) => (row < length ? value : value * (0.5 + next())));
  return {
    market: mapValues(market, (bars) => {
      const length = lastOnOrBefore(bars.sessions, session) + 1;
      const altered = columns.map((column) => {
        const values = bars[column];
        return [column, values === null ? null : from(values, length)];
      });
      return { ...bars, ...Object.fromEntries(altered) };
    }),
    macro: mapValues(macro, (series) => {
      const spec = tna.macro.find((candidate) => candidate.series === series.id);
      if (spec === undefined) return series;
      const length = lastOnOrBefore(series.dates, newestKnownPeriod(session, spec)) + 1;
      return { ...series, values: from(series.values, length) };
    }),
  };
}

/** Missing or different numbers after a session change no figure of it. */
export function expectNoLookAhead(histories: MarketHistories, session: string, seed: number): void {
  const book = bookOf(histories, session);
  expect(bookOf(cutAt(histories, session), session)).toEqual(book);
  expect(bookOf(alteredAfter(histories, session, seed), session)).toEqual(book);
}
