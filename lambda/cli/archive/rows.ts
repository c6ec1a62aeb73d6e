import type { Revision } from '../../archive/revisions.ts';
import { shown } from '../../outside-text.ts';
import type { Figure } from '../../report/schema.ts';

/** The columns of an export, one row a session and figure. */
export const exportColumns = [
  'session',
  'id',
  'value',
  'text',
  'unit',
  'status',
  'as_of',
  'revision',
  'reason',
] as const;

export type ExportRow = Readonly<Record<(typeof exportColumns)[number], string | number | null>>;

/**
 * The figures of a revision as rows, by id. A number is in `value` at full precision, a word or date in `text`; both are
 * null where there is no value. `previous.*` repeats the session before and is left out.
 */
export function exportRows({ report, manifest }: Revision, matches: (id: string) => boolean): ExportRow[] {
  return Object.entries(report.figures)
    .filter(([id]) => !id.startsWith('previous.') && matches(id))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, figure]) => rowOf(manifest.session, manifest.revision, id, figure));
}

const rowOf = (session: string, revision: number, id: string, figure: Figure): ExportRow => ({
  session,
  id,
  value: typeof figure.value === 'number' ? figure.value : null,
  text: typeof figure.value === 'string' ? figure.value : null,
  unit: figure.unit,
  status: figure.status,
  as_of: figure.asOf,
  revision,
  reason: figure.reason ?? null,
});

/** A line of CSV (RFC 4180). A text by which a spreadsheet would begin a formula is led by an apostrophe. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: string | number | null): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const safe = shown(/^[=+\-@]/.test(cell) ? `'${cell}` : cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
