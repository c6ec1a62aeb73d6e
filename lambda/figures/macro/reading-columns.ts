import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { knownOn, type MacroReading, readingOf } from '../../market-data/macro-view.ts';
import { memo, weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { Known } from '../../series/known.ts';
import type { Absent, FigureOutcome } from '../write.ts';

/** A figure made of what was known of one series. */
export interface ReadingFormula {
  readonly id: string;
  readonly series: string;
  readonly of: (reading: MacroReading) => number | Absent;
}

/** A value of an outcome, NaN of one that is absent. */
export const valueOr = (outcome: FigureOutcome): number =>
  typeof outcome === 'number' ? outcome : Number.NaN;

/** What was known of a series on the evening of each session, as a reading. */
export const readingAt = weakMemo((panel: Panel) =>
  memo((series: string) => {
    const isMonthly = panel.macroSpec(series)?.frequency === 'monthly';
    let last: MacroReading | null = null;
    return (t: number): MacroReading => {
      const known = knownOn(panel, series, panel.axis.sessions[t] ?? '');
      if (last?.known !== known) last = readingOf(series, known, isMonthly);
      return last;
    };
  }),
);

/** The newest value known of a series on the evening of each session from the underlying's first on, in the publisher's unit. */
export const newestColumn = weakMemo((panel: Panel) =>
  memo((series: string): LazyColumn => {
    const { sessions } = panel.axis;
    const begin = panel.history(panel.edition.underlying).coverage.first;
    return lazyColumn(sessions.length, (t) => {
      if (t < begin) return Number.NaN;
      const { values, length } = knownOn(panel, series, sessions[t]!);
      return length === 0 ? Number.NaN : values[length - 1]!;
    });
  }),
);

/** A figure of one series on every session: computed again only when something new is known. */
export function readingColumn(panel: Panel, { series, of }: ReadingFormula): LazyColumn {
  const at = readingAt(panel)(series);
  const made = weakMemo((_: Known['values']) => new Map<number, number>());
  return lazyColumn(panel.axis.sessions.length, (t) => {
    const reading = at(t);
    const { values, length } = reading.known;
    const byLength = made(values);
    const found = byLength.get(length) ?? valueOr(of(reading));
    byLength.set(length, found);
    return found;
  });
}
