import type { Figure, Report } from '../report/schema.ts';

/** A number is in `value` at full precision, a word or a date in `text`; both are null where there is no value. */
export interface FigureTableRow {
  readonly session: string;
  readonly id: string;
  readonly value: number | null;
  readonly text: string | null;
  readonly unit: string;
  readonly status: Figure['status'];
  readonly as_of: string;
  readonly revision: number;
  readonly reason: string | null;
}

/** The figures of a report as rows, by id. `previous.*` repeats the session before and is left out. */
export function figureRows(
  { session, revision, figures }: Pick<Report, 'session' | 'revision' | 'figures'>,
  matches: (id: string) => boolean = () => true,
): FigureTableRow[] {
  return Object.entries(figures)
    .filter(([id]) => !id.startsWith('previous.') && matches(id))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, figure]) => rowOf(session, revision, id, figure));
}

const rowOf = (session: string, revision: number, id: string, figure: Figure): FigureTableRow => ({
  session,
  id,
  // A report that is read back from its file has no negative zero.
  value: typeof figure.value === 'number' ? figure.value + 0 : null,
  text: typeof figure.value === 'string' ? figure.value : null,
  unit: figure.unit,
  status: figure.status,
  as_of: figure.asOf,
  revision,
  reason: figure.reason ?? null,
});

/** The figures of several sessions: of real data, or of the simulated market. */
export interface FigureTable {
  readonly simulated: boolean;
  /** By id, then session; of each session one revision. */
  readonly rows: readonly FigureTableRow[];
}

export const figureTable = (report: Report): FigureTable => ({
  simulated: report.marks.simulated,
  rows: figureRows(report),
});

/**
 * Two tables as one: of each session the newest revision. A simulated session is never listed beside real ones, so real data
 * puts it out. Commutative, associative and idempotent.
 */
export function mergeFigureTables(known: FigureTable, added: FigureTable): FigureTable {
  if (known.simulated !== added.simulated) return known.simulated ? added : known;
  const newest = newestRevisionsIn([known.rows, added.rows]);
  const kept = new Set<string>();
  const ours = known.rows.filter(({ session, revision }) => {
    if (revision !== newest.get(session)) return false;
    kept.add(session);
    return true;
  });
  const theirs = added.rows.filter(
    ({ session, revision }) => revision === newest.get(session) && !kept.has(session),
  );
  return { simulated: known.simulated, rows: theirs.length === 0 ? ours : interleave(ours, theirs) };
}

/**
 * Tables as one, merged two by two, so that a row is walked over a few times and not once for every table.
 * @param tables at least one
 */
export function mergeAllFigureTables(tables: readonly FigureTable[]): FigureTable {
  let left = tables;
  while (left.length > 1)
    left = left.flatMap((table, at) => {
      const other = left[at + 1];
      if (at % 2 === 1) return [];
      return [other === undefined ? table : mergeFigureTables(table, other)];
    });
  return left[0]!;
}

/** The newest revision of each session in some tables. */
export function newestRevisionsIn(
  tables: readonly (readonly FigureTableRow[])[],
): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const rows of tables)
    for (const { session, revision } of rows)
      if (revision > (newest.get(session) ?? 0)) newest.set(session, revision);
  return newest;
}

/** Two sorted lists as one, in a walk: sorting forty thousand rows again would take most of a run's time. */
function interleave(a: readonly FigureTableRow[], b: readonly FigureTableRow[]): FigureTableRow[] {
  const merged: FigureTableRow[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (isBefore(a[i]!, b[j]!)) merged.push(a[i++]!);
    else merged.push(b[j++]!);
  }
  while (i < a.length) merged.push(a[i++]!);
  while (j < b.length) merged.push(b[j++]!);
  return merged;
}

const isBefore = (a: FigureTableRow, b: FigureTableRow): boolean =>
  a.id === b.id ? a.session < b.session : a.id < b.id;
