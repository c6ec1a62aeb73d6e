import { dayNumber } from '../../calendar/civil.ts';
import type { VolatilityIndex } from '../../editions/edition.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { knownOn } from '../../market-data/macro-view.ts';
import { memo, weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import { rankColumn } from '../../market-data/rank-column.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { newestBar } from '../../market-data/symbol-view.ts';
import type { FigureBook } from '../book.ts';
import { absent, figureBasis, tooShort, write } from '../write.ts';
import { sessionsMissing } from './sessions-missing.ts';

const fiveYears = 1260;
/** Calendar days by which a close may be older than the session. */
const mayLag = 7;

/** The close of a volatility index on every session, and its percentile of five years. */
const volatilityRank = weakMemo((panel: Panel) =>
  memo(({ symbol, series }: VolatilityIndex): { readonly level: LazyColumn; readonly rank: LazyColumn } => {
    const { sessions, days } = panel.axis;
    const quoted = panel.history(symbol);
    const begin = panel.history(panel.edition.underlying).coverage.first;
    const level = lazyColumn(sessions.length, (t) => {
      const own = newestBar(quoted, t);
      if (own === t) return quoted.adjusted[t]!;
      const { dates, values, length } = knownOn(panel, series, sessions[t]!);
      const carried = length === 0 ? Number.NaN : dayNumber(dates[length - 1]!);
      const isOwn = own >= 0 && !(carried > days[own]!);
      const dated = isOwn ? days[own]! : carried;
      if (!(days[t]! - dated <= mayLag)) return Number.NaN;
      return isOwn ? quoted.adjusted[own]! : values[length - 1]!;
    });
    return { level, rank: rankColumn(level, sessions.length, { most: fiveYears, least: fiveYears }, begin) };
  }),
);

/** The percentile of the edition's first volatility index, of every session. */
export const fearColumn = (panel: Panel): LazyColumn =>
  volatilityRank(panel)(panel.edition.volatilityIndices[0]!).rank;

/** `macro.vix.percentile5y`: rank of the index among its last 1260 values, each as of its session. */
export function volatilityPercentile(view: SessionView, book: FigureBook): void {
  const [index] = view.edition.volatilityIndices;
  if (index === undefined) return;
  const id = `macro.${index.id}`;
  const kind = { unit: 'fraction', method: 'five-year percentile' } as const;
  const { level, rank } = volatilityRank(view.panel)(index);
  write(book, `${id}.percentile5y`, kind, figureBasis(book, id), () => {
    const value = rank(view.index);
    if (!Number.isNaN(value)) return value;
    if (Number.isNaN(level(view.index)))
      return absent({ code: 'newest-too-old', subject: index.symbol, date: book.get(id).asOf, days: mayLag });
    const missing = sessionsMissing(view, fiveYears);
    if (missing !== null) return missing;
    let count = 0;
    for (let t = 0; t <= view.index; t++) if (!Number.isNaN(level(t))) count++;
    return tooShort(fiveYears, count, 'closes');
  });
}
