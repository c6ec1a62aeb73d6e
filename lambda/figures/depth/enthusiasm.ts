import { mean } from '../../analytics/mean.ts';
import { joint } from '../../market-data/basis.ts';
import { lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import { rankColumn } from '../../market-data/rank-column.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { SymbolView } from '../../market-data/symbol-view.ts';
import { type Coverage, isWhole } from '../../series/coverage.ts';
import type { FigureBook } from '../book.ts';
import { lacksOne, lacksStart } from '../windows.ts';
import { type Absent, absent, derive, tooShort, write } from '../write.ts';

const [quarter, line, year] = [63, 200, 252] as const;
/** A reading is compared with its own last five years, and needs two of them. */
const [compared, needed] = [1260, 504] as const;

const names = ['semis', 'megacap', 'high', 'concentration'] as const;
type Name = (typeof names)[number];

interface Part {
  /** The reading at a session, NaN without one. */
  readonly reading: (t: number) => number;
  /** Its percentile among those up to the session. */
  readonly percentile: (t: number) => number;
}

/** Readings and their percentiles over the history of a panel, from the underlying's first bar on. */
const partsOf = weakMemo((panel: Panel): Readonly<Record<Name, Part>> => {
  const { edition, axis } = panel;
  const { semiconductors, megacap, concentration } = edition.enthusiasm;
  const begin = panel.history(edition.underlying).coverage.first;
  const adjusted = (symbol: string) => panel.history(symbol).adjusted;
  const growth = (of: Float64Array, t: number) => of[t]! / of[t - quarter]! - 1;
  const lead =
    ([first, second]: readonly [string, string]) =>
    (t: number) =>
      growth(adjusted(first), t) - growth(adjusted(second), t);
  const chips = panel.pair(panel.history(semiconductors[0]), panel.history(semiconductors[1]));
  const [large] = megacap;
  const readings: Readonly<Record<Name, (t: number) => number>> = {
    semis: within(chips.coverage, line, (t) => {
      const ratios = chips.ratio();
      return ratios[t]! / mean(ratios.subarray(t + 1 - line, t + 1)) - 1;
    }),
    megacap: lead(megacap),
    high: within(panel.history(large).coverage, year, (t) => {
      const closes = adjusted(large);
      let high = closes[t]!;
      for (let i = t - year + 1; i < t; i++) if (closes[i]! > high) high = closes[i]!;
      return closes[t]! / high - 1;
    }),
    concentration: (t) => -lead(concentration)(t),
  };
  const partOf = (name: Name): Part => {
    const reading = lazyColumn(axis.sessions.length, (t) => (t < begin ? Number.NaN : readings[name](t)));
    const among = { most: compared, least: needed };
    return { reading, percentile: rankColumn(reading, axis.sessions.length, among, begin) };
  };
  return {
    semis: partOf('semis'),
    megacap: partOf('megacap'),
    high: partOf('high'),
    concentration: partOf('concentration'),
  };
});

/** A reading over n sessions, where all of them have a bar. */
const within =
  (coverage: Coverage, n: number, compute: (t: number) => number) =>
  (t: number): number =>
    isWhole(coverage, t, n) ? compute(t) : Number.NaN;

/** How many readings there are to compare with. */
function countOf(reading: (t: number) => number, t: number): number {
  let count = 0;
  for (let at = t; at >= 0 && count < compared; at--) if (!Number.isNaN(reading(at))) count++;
  return count;
}

/** The gauge of every session, and its change over a quarter. */
export const gaugeColumns = weakMemo((panel: Panel) => {
  const parts = partsOf(panel);
  const { length } = panel.axis.sessions;
  const gauge = lazyColumn(length, (t) => gaugeOf(names.map((name) => parts[name].percentile(t))));
  return { gauge, change: lazyColumn(length, (t) => gauge(t) - gauge(t - quarter)) };
});

/**
 * How enthusiastic prices are of AI and the largest companies, beside their own last five years: four percentiles,
 * `ai.component.*`, 100 times their mean, `ai.gauge`, and its change over 63 sessions.
 */
export function enthusiasm(view: SessionView, book: FigureBook): void {
  const parts = partsOf(view.panel);
  const { index } = view;
  const { semiconductors, megacap, concentration } = view.edition.enthusiasm;
  const chips = view.pair(...semiconductors);
  const start = view.start('63d');
  const points = ([first, second]: readonly [string, string]) => {
    const views = [view.symbol(first), view.symbol(second)];
    return {
      basis: joint(...views.map(({ adjusted }) => adjusted)),
      lacking: () => firstOf(views, (one) => lacksStart(one, start, '63d')),
    };
  };
  const large = view.symbol(megacap[0]);
  const about = {
    semis: { basis: chips.basis, lacking: () => lacksOne(chips, line) },
    megacap: points(megacap),
    high: { basis: large.adjusted, lacking: () => lacksOne(large, year) },
    concentration: points(concentration),
  };
  const id = (name: Name) => `ai.component.${name}`;
  for (const name of names) {
    const { reading, percentile } = parts[name];
    write(book, id(name), { unit: 'fraction', method: 'enthusiasm component' }, about[name].basis, () => {
      const rank = percentile(index);
      if (!Number.isNaN(rank)) return rank;
      return about[name].lacking() ?? tooShort(needed, countOf(reading, index), 'readings');
    });
  }
  const gauge = { unit: 'index', method: 'enthusiasm gauge' } as const;
  derive(book, 'ai.gauge', gauge, names.map(id), (...ranks) => gaugeOf(ranks));
  derive(book, 'ai.gauge.change.63d', { unit: 'index', method: 'enthusiasm change' }, ['ai.gauge'], (now) => {
    const before = gaugeColumns(view.panel).gauge(index - quarter);
    return Number.isNaN(before) ? absent({ code: 'no-gauge-before', sessions: quarter }) : now - before;
  });
}

const gaugeOf = (ranks: readonly number[]): number => (100 * ranks.reduce((sum, rank) => sum + rank, 0)) / 4;

function firstOf(views: readonly SymbolView[], why: (view: SymbolView) => Absent | null): Absent | null {
  for (const view of views) {
    const found = why(view);
    if (found !== null) return found;
  }
  return null;
}
