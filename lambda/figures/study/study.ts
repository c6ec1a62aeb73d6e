import { falseDiscoveryRates } from '../../analytics/false-discovery.ts';
import { mean } from '../../analytics/mean.ts';
import { normalProbability } from '../../analytics/normal-distribution.ts';
import { fnv1a } from '../../analytics/seeded-random.ts';
import { median, selectQuantile } from '../../analytics/selection.ts';
import { sideBySide } from '../../analytics/side-by-side.ts';
import { sampleDeviation } from '../../analytics/standard-deviation.ts';
import type { Panel } from '../../market-data/panel.ts';
import { fewestCases } from '../fewest.ts';
import { eventsOf } from './events.ts';
import { ofHistories } from './of-histories.ts';
import { resampledOf } from './resampled.ts';

/** Sessions over which outcomes are taken. */
export const studyHorizons = [5, 21, 63, 126] as const;

/** Outcomes of some cases. */
interface Described {
  readonly mean: number;
  readonly median: number;
  readonly hit: number;
}

/** Of all eligible sessions that have an outcome. */
export interface Unconditional extends Described {
  readonly n: number;
  readonly block: number;
}

/** How the outcomes after an event differ from all. */
export interface Statistics extends Described {
  readonly diff: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly q: number;
}

/** An event and an outcome over a horizon, by the id of its figures. */
export interface StudyCell {
  readonly id: string;
  readonly n: number;
  readonly apart: number;
  /** Null while there are too few cases side by side. */
  readonly shown: Statistics | null;
}

export interface Study {
  readonly cells: readonly StudyCell[];
  /** By the id of its figures. */
  readonly all: readonly (readonly [string, Unconditional])[];
}

const kept = 3;

const studiesOf = ofHistories((_) => new Map<number, Study>());

/**
 * What followed each event, as of a session: only data up to it enter. It is computed once for all sessions of the month
 * after it. docs/methods/history.md.
 */
export function studyAsOf(panel: Panel, asOf: number): Study {
  const studies = studiesOf(panel);
  const found = studies.get(asOf);
  if (found !== undefined) return found;
  const study = compute(panel, asOf);
  studies.set(asOf, study);
  for (const old of [...studies.keys()].slice(0, -kept)) studies.delete(old);
  return study;
}

function compute(panel: Panel, asOf: number): Study {
  const cells: (Omit<StudyCell, 'shown'> & { readonly shown: Omit<Statistics, 'q'> | null })[] = [];
  const all: (readonly [string, Unconditional])[] = [];
  for (const [outcome, growth] of outcomesOf(panel))
    for (const h of studyHorizons) {
      const column = columnOf(panel, asOf, outcome, h, growth);
      cells.push(...column.cells);
      if (column.all !== null) all.push([`study.all.${outcome}.${h}d`, column.all]);
    }
  const shown = cells
    .flatMap(({ id, shown: statistics }) => (statistics === null ? [] : [{ id, p: statistics.p }]))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const rates = falseDiscoveryRates(shown.map(({ p }) => p));
  const qs = new Map(shown.map(({ id }, i) => [id, rates[i]!]));
  return {
    all,
    cells: cells.map((cell) => ({
      ...cell,
      shown: cell.shown === null ? null : { ...cell.shown, q: qs.get(cell.id)! },
    })),
  };
}

type Growth = (t: number, h: number) => number;

/** The index fund's lead over its first rival, and the return of the leveraged fund. */
function outcomesOf(panel: Panel): readonly (readonly [string, Growth])[] {
  const { underlying, rivals, fund } = panel.edition;
  const [own, rival, leveraged] = [underlying, rivals.against[0]!, fund.symbol].map(
    (symbol) => panel.history(symbol).adjusted,
  ) as [Float64Array, Float64Array, Float64Array];
  return [
    ['excess', (t, h) => own[t + h]! / own[t]! - rival[t + h]! / rival[t]!],
    [fund.symbol, (t, h) => leveraged[t + h]! / leveraged[t]! - 1],
  ];
}

function columnOf(panel: Panel, asOf: number, outcome: string, h: number, growth: Growth) {
  const { scores } = panel.rotation();
  const rows = new Int32Array(asOf + 1).fill(-1);
  const outcomes = new Float64Array(asOf + 1);
  let n = 0;
  for (let t = 0; t + h <= asOf; t++) {
    if (Number.isNaN(scores[t]!)) continue;
    const value = growth(t, h);
    if (Number.isNaN(value)) continue;
    rows[t] = n;
    outcomes[n++] = value;
  }
  const values = outcomes.subarray(0, n);
  const cases = eventsOf(panel).map(({ id, sessions }) => {
    const { at, rows: found } = casesAmong(sessions, rows);
    return { id: `study.${id}.${outcome}.${h}d`, n: at.length, apart: sideBySide(at, h), rows: found };
  });
  const enough = cases.filter(({ apart }) => apart >= fewestCases);
  if (enough.length === 0)
    return { all: null, cells: cases.map(({ rows: _, ...cell }) => ({ ...cell, shown: null })) };
  const { block, differences: drawn } = resampledOf({
    outcomes: values,
    groups: enough.map((one) => one.rows),
    horizon: h,
    seed: fnv1a(`${outcome}.${h}d`),
  });
  const every = describe(values);
  const differences = new Map(enough.map(({ id }, i) => [id, drawn[i]!]));
  return {
    all: { n, ...every, block },
    cells: cases.map(({ rows: those, ...cell }) => {
      const of = differences.get(cell.id);
      return {
        ...cell,
        shown: of === undefined ? null : statistics(describe(taken(values, those)), every, of),
      };
    }),
  };
}

/** The sessions of an event that have an outcome, and the rows of those. A loop: a program takes this before it is warm. */
function casesAmong(sessions: readonly number[], rows: Int32Array) {
  const at = new Int32Array(sessions.length);
  const found = new Int32Array(sessions.length);
  let count = 0;
  for (let i = 0; i < sessions.length; i++) {
    const t = sessions[i]!;
    if (t >= rows.length || rows[t]! < 0) continue;
    at[count] = t;
    found[count++] = rows[t]!;
  }
  return { at: at.subarray(0, count), rows: found.subarray(0, count) };
}

function taken(values: Float64Array, rows: Int32Array): Float64Array {
  const some = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) some[i] = values[rows[i]!]!;
  return some;
}

function describe(values: Float64Array): Described {
  let above = 0;
  for (const value of values) if (value > 0) above++;
  return { mean: mean(values), median: median(values.slice()), hit: above / values.length };
}

function statistics(such: Described, all: Described, drawn: Float64Array): Omit<Statistics, 'q'> {
  const diff = such.mean - all.mean;
  const se = sampleDeviation(drawn);
  const [low, high] = [0.025, 0.975].map((p) => selectQuantile(drawn.slice(), p)) as [number, number];
  return { ...such, diff, se, low, high, p: 2 * normalProbability(-Math.abs(diff) / se) };
}
