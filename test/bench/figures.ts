import { figureBook } from '../../lambda/briefing/figures/index.ts';
import { type Panel, panelOf, viewOf } from '../../lambda/briefing/panel.ts';
import type { Edition } from '../../lambda/editions/edition.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { type MadeUpMarket, madeUpMarket } from '../support/made-up-market.ts';

const years = 20;
const sessionsAYear = 252;
const seriesCount = 40;
const rounds = 7;
const backfill = 250;

/** The edition, with further funds until it has forty symbols. */
const forty: Edition = {
  ...tna,
  symbols: [
    ...tna.symbols,
    ...Array.from({ length: Math.max(0, seriesCount - tna.symbols.length) }, (_, i) => ({
      symbol: `ETF${i}`,
      name: `Fund ${i}`,
      group: 'sector' as const,
      currency: 'usd' as const,
    })),
  ],
};

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1]!;

const milliseconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

export interface FigureTimings {
  /** Every figure of one session, histories parsed but nothing derived from them yet; median, milliseconds. */
  readonly firstSession: number;
  /** The same for each further session of the same histories. */
  readonly furtherSession: number;
  readonly figures: number;
}

const bookOf = (panel: Panel, session: string) => figureBook(viewOf(panel, session));

/** Times all figures on twenty years of forty series, and on the sessions of a backfill over the same. */
export function timeFigures(): FigureTimings {
  const { market, macro, sessions }: MadeUpMarket = madeUpMarket(
    forty,
    '2006-01-02',
    years * sessionsAYear,
    1,
  );
  const last = sessions.at(-1)!;
  const fresh = () => panelOf(forty, market, macro, []);
  bookOf(fresh(), last);
  const firstSession = median(
    Array.from({ length: rounds }, () => milliseconds(() => bookOf(fresh(), last))),
  );
  const panel = fresh();
  const figures = Object.keys(bookOf(panel, last).toRecord()).length;
  const furtherSession = median(
    sessions.slice(-backfill).map((session) => milliseconds(() => bookOf(panel, session))),
  );
  return { firstSession, furtherSession, figures };
}
