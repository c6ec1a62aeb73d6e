import { fredSeries } from '../../editions/fred.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import { growthReadings } from '../macro/macro-growth.ts';
import { jobsReadings } from '../macro/macro-jobs.ts';
import { levelReadings, policyGapOf } from '../macro/macro-rates.ts';
import { regionalOf } from '../macro/macro-regional.ts';
import { rateChangeColumns } from '../macro/rate-changes.ts';
import {
  newestColumn,
  type ReadingFormula,
  readingAt,
  readingColumn,
  valueOr,
} from '../macro/reading-columns.ts';
import { fearColumn } from '../macro/volatility-rank.ts';
import { claimReadings, yearlyBefore } from './macro-inputs.ts';

const formulas: ReadonlyMap<string, ReadingFormula> = new Map(
  [
    ...growthReadings,
    ...jobsReadings,
    ...levelReadings,
    ...claimReadings,
    yearlyBefore('macro.corecpi.yoy.before', fredSeries.coreCpi),
  ].map((formula) => [formula.id, formula]),
);

/** A figure of the economy on every session, as known on it; undefined of one that no claim reads. */
export function macroColumn(panel: Panel, id: string): LazyColumn | undefined {
  const formula = formulas.get(id);
  if (formula !== undefined) return readingColumn(panel, formula);
  return rateChangeColumns(panel).get(id) ?? composed(panel)[id]?.();
}

/** Figures of several series, or of none that is read by periods. */
const composed = weakMemo((panel: Panel): Readonly<Record<string, () => LazyColumn>> => {
  const { sessions } = panel.axis;
  const newest = newestColumn(panel);
  const reading = readingAt(panel);
  const column = (of: (t: number) => number) => lazyColumn(sessions.length, of);
  return {
    'macro.policygap': () =>
      column((t) => valueOr(policyGapOf(sessions[t]!, (series) => reading(series)(t)))),
    'macro.regional.z': () => column((t) => valueOr(regionalOf((series) => reading(series)(t)))),
    'macro.breakeven5y': () => column((t) => newest(fredSeries.breakeven)(t) / 100),
    'macro.empire': () => newest(fredSeries.empire),
    'macro.philadelphia': () => newest(fredSeries.philadelphia),
    [`macro.${panel.edition.volatilityIndices[0]?.id}.percentile5y`]: () => fearColumn(panel),
  };
});
