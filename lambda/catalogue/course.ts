import type { Figure } from '../report/schema.ts';
import { csvLine } from './csv-line.ts';
import type { HistoryHead, HistoryLine } from './history.ts';

type Value = Figure['value'];

export interface CoursePoint {
  readonly session: string;
  readonly revision: number;
  /** Of the newest revision, and as it was first published. */
  readonly value: Value;
  readonly first: Value;
  readonly doubtful: boolean;
}

export type HistoryFile = HistoryHead & { readonly sessions: readonly HistoryLine[] };

/** A figure's course, ascending: real sessions where there is one, simulated ones otherwise. */
export function figureCourse(id: string, files: readonly HistoryFile[]): readonly CoursePoint[] {
  const all = files.flatMap(({ ids, sessions }) => {
    const at = ids.indexOf(id);
    if (at < 0) return [];
    return sessions.map(([session, revision, values, simulated = 0, doubtful = [], first = []]) => ({
      session,
      revision,
      simulated,
      value: values[at] ?? null,
      first: firstAt(at, first, values[at] ?? null),
      doubtful: doubtful.includes(at),
    }));
  });
  const real = all.filter(({ simulated }) => simulated === 0);
  return (real.length > 0 ? real : all)
    .map(({ simulated: _, ...point }) => point)
    .sort((a, b) => (a.session < b.session ? -1 : 1));
}

function firstAt(at: number, first: readonly (readonly [number, Value])[], newest: Value): Value {
  const changed = first.find(([index]) => index === at);
  return changed === undefined ? newest : changed[1];
}

/** The rank of the last value among all. */
export interface CourseStanding {
  readonly count: number;
  readonly low: { readonly value: number; readonly session: string };
  readonly high: { readonly value: number; readonly session: string };
  /** Share of the values at or below the last one. */
  readonly share: number;
  readonly last: { readonly value: number; readonly session: string };
}

export function standingOf(points: readonly CoursePoint[]): CourseStanding | null {
  const numbers = points.flatMap(({ value, session }) =>
    typeof value === 'number' ? [{ value, session }] : [],
  );
  const last = numbers.at(-1);
  if (last === undefined) return null;
  const sorted = numbers.toSorted((a, b) => a.value - b.value);
  return {
    count: numbers.length,
    low: sorted[0]!,
    high: sorted.at(-1)!,
    share: numbers.filter(({ value }) => value <= last.value).length / numbers.length,
    last,
  };
}

export function courseCsv(id: string, unit: string, points: readonly CoursePoint[]): string {
  const head = ['session', 'id', 'unit', 'value', 'first published', 'revision', 'status'];
  const rows = points.map(({ session, value, first, revision, doubtful }) => [
    session,
    id,
    unit,
    value,
    first,
    revision,
    doubtful ? 'proxy or stale' : value === null ? 'missing' : 'fresh',
  ]);
  return [head, ...rows].map(csvLine).join('');
}
