import type { Figure, Report } from '../report/schema.ts';
import { isCarried } from './revision-figures.ts';

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
  return Object.keys(figures)
    .filter((id) => !isCarried(id) && matches(id))
    .sort()
    .map((id) => rowOf(session, revision, id, figures[id]!));
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
 * Tables as one: of each session the newest revision. A simulated session is never listed beside real ones, so real data
 * puts it out. Commutative, associative and idempotent.
 * @param tables at least one
 */
export function mergeFigureTables(tables: readonly FigureTable[]): FigureTable {
  const simulated = tables.every((table) => table.simulated);
  const kept = tables.filter((table) => table.simulated === simulated).map(({ rows }) => rows);
  const newest = newestRevisionsIn(kept);
  const byId = new Map<string, FigureTableRow[]>();
  // Of a session that several tables have, the first of them gives all rows.
  const givers = new Map<string, number>();
  for (const [at, rows] of kept.entries())
    for (const row of rows) {
      if (row.revision !== newest.get(row.session)) continue;
      const giver = givers.get(row.session);
      if (giver === undefined) givers.set(row.session, at);
      else if (giver !== at) continue;
      const same = byId.get(row.id);
      if (same === undefined) byId.set(row.id, [row]);
      else same.push(row);
    }
  const ids = [...byId.keys()].sort();
  return { simulated, rows: ids.flatMap((id) => byId.get(id)!.sort(bySession)) };
}

const bySession = (a: FigureTableRow, b: FigureTableRow): number => (a.session < b.session ? -1 : 1);

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
