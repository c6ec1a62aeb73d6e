import { fredSeries } from '../../editions/fred.ts';
import type { Basis } from '../../market-data/basis.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { absent, type Kind, write } from '../write.ts';
import { slopeBasis, slopeOf } from './macro-rates.ts';
import { newestColumn, readingAt, valueOr } from './reading-columns.ts';
import { sessionsMissing } from './sessions-missing.ts';

const quarter = 63;

interface Change extends Kind {
  readonly id: string;
  /** What it is the change of, on every session, in the figure's unit. */
  readonly level: LazyColumn;
  readonly basis: (view: SessionView) => Basis;
  readonly subject: string;
}

/** The slope of the yield curve as known on every session, a fraction. */
export const slopeColumn = weakMemo((panel: Panel): LazyColumn => {
  const reading = readingAt(panel);
  const begin = panel.history(panel.edition.underlying).coverage.first;
  return lazyColumn(panel.axis.sessions.length, (t) =>
    t < begin ? Number.NaN : valueOr(slopeOf((series) => reading(series)(t))),
  );
});

/** Rates and conditions whose change over 63 sessions is a figure. */
const changesOf = weakMemo((panel: Panel): readonly Change[] => {
  const { length } = panel.axis.sessions;
  const percent = (id: string, series: string): Change => {
    const newest = newestColumn(panel)(series);
    return {
      id,
      level: lazyColumn(length, (t) => newest(t) / 100),
      basis: (view) => view.macro(series).basis,
      subject: series,
      unit: 'fraction',
      method: 'change over 63 sessions',
    };
  };
  return [
    percent('macro.baa10y', fredSeries.baaSpread),
    percent('macro.ust2y', fredSeries.twoYears),
    {
      ...percent('macro.nfci', fredSeries.conditions),
      unit: 'index',
      level: newestColumn(panel)(fredSeries.conditions),
    },
    { ...percent('macro.curve.2s10s', fredSeries.slope), level: slopeColumn(panel), basis: slopeBasis },
  ];
});

/** Of each of these its change as known on every session. */
export const rateChangeColumns = weakMemo(
  (panel: Panel): ReadonlyMap<string, LazyColumn> =>
    new Map(
      changesOf(panel).map(({ id, level }) => [
        `${id}.change63`,
        lazyColumn(panel.axis.sessions.length, (t) => level(t) - level(t - quarter)),
      ]),
    ),
);

/** `macro.baa10y.change63` and others: the value known on the session less that known 63 sessions before. */
export function rateChanges(view: SessionView, book: FigureBook): void {
  const columns = rateChangeColumns(view.panel);
  for (const { id, basis, subject, ...kind } of changesOf(view.panel))
    write(book, `${id}.change63`, { unit: kind.unit, method: kind.method }, basis(view), () => {
      const value = columns.get(`${id}.change63`)!(view.index);
      if (!Number.isNaN(value)) return value;
      return sessionsMissing(view, quarter + 1) ?? absent({ code: 'no-value-needed', subject });
    });
}
