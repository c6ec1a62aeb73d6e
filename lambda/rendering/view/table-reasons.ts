import { forReaders, type Idiom } from '../../briefing/words/idiom.ts';
import { publishedReasons } from '../../briefing/words/published-reasons.ts';
import { reasonText } from '../../briefing/words/reasons.ts';
import { type SharedReason, shareReasons } from '../../briefing/words/shared-reasons.ts';
import type { Report, Table } from '../../report/schema.ts';

/** Rows that a reason names; one that holds for more says how many. */
const named = 8;

/**
 * Each reason of a table's missing figures once, "IJR, IWO and IWN have no bar of Sep 25, 2026", with the rows that it holds
 * for. Not again a figure whose reason a note of the table gives in its place; what is a proxy or stale has a letter instead.
 */
export function tableReasons(table: Table, report: Report): string[] {
  const explained = new Set(
    table.notes.flatMap(({ parts }) =>
      parts.flatMap((part) => (typeof part === 'string' ? [] : part.figure)),
    ),
  );
  const idiom = forReaders(report.names ?? {});
  const given = table.rows.flatMap(({ label, cells }) =>
    cells.flatMap((cell) => {
      const figure = 'figure' in cell ? report.figures[cell.figure] : undefined;
      if (!('figure' in cell) || figure?.status !== 'missing' || explained.has(cell.figure)) return [];
      return publishedReasons(report, figure.reason).map((reason) => [label, reason] as const);
    }),
  );
  const said = shareReasons(given).map((shared) => ({
    rows: rowsOf(shared, table.rows.length, idiom),
    reason: reasonText(shared.reason, idiom, { ...shared, subjects: atMost(shared.subjects) }),
  }));
  // What several reasons say of the same rows names these once, and one that reads like another is none.
  return [...Map.groupBy(said, ({ rows }) => rows)].map(
    ([rows, those]) => `${rows}n/a: ${[...new Set(those.map(({ reason }) => reason))].join('; ')}`,
  );
}

/** The rows that a reason holds for, in front of it; empty where it holds for all of them, or names them itself. */
function rowsOf({ subjects, of }: SharedReason<string>, count: number, idiom: Idiom): string {
  const rows = [...new Set(of)];
  const own = new Set([...subjects, ...subjects.map((id) => idiom.name(id))]);
  if (rows.length === count || rows.every((row) => own.has(row))) return '';
  // Names that hold commas are separated by semicolons.
  const comma = rows.some((row) => row.includes(',')) ? '; ' : ', ';
  return `${atMost(rows).join(comma)} `;
}

const atMost = (names: readonly string[]): readonly string[] =>
  names.length <= named ? names : [...names.slice(0, named), `${names.length - named} more`];
