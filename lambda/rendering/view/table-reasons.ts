import { readersWords } from '../../briefing/words/readers-words.ts';
import { plainText } from '../../report/plain-text.ts';
import type { Report, Table } from '../../report/schema.ts';

/** Rows that a reason names; one that holds for more says how many. */
const named = 8;

/** Why figures of some rows are missing: what is alike, the rows, and the windows that it is said of. */
interface Group {
  readonly text: string;
  readonly isOfRow: boolean;
  readonly rows: Set<string>;
  readonly windows: Set<string>;
}

/**
 * Each reason of a table once: those that differ in the row's own name or in a window alone are one, "IJR, IWO and IWN have
 * no bar of 25 Sep 2026". Not again what the table's own words give.
 */
export function tableReasons(table: Table, report: Report): string[] {
  const said = [...table.rows.map((row) => row.hint ?? ''), ...table.notes.map(plainText)].join('\n');
  const names = report.names ?? {};
  const found = new Map<string, Group>();
  for (const row of table.rows)
    for (const cell of row.cells) {
      const figure = 'figure' in cell ? report.figures[cell.figure] : undefined;
      // What is a proxy or stale has a letter, and its reason is at the end of the page's part.
      if (figure?.status !== 'missing' || figure.reason === undefined) continue;
      if (said.includes(figure.reason) || said.includes(readersWords(figure.reason, names))) continue;
      for (const reason of figure.reason.split('; ')) add(found, reason, row.label);
    }
  const reasons = [...found.values()].map((group) => inWords(group, table.rows.length));
  // What several reasons say of the same rows names these once, and one that reads like another is none.
  return [...Map.groupBy(reasons, ({ rows }) => rows)].map(([rows, those]) => {
    const words = new Set(those.map(({ reason }) => readersWords(reason, names)));
    return `${rows}n/a: ${[...words].join('; ')}`;
  });
}

function add(found: Map<string, Group>, reason: string, row: string): void {
  const own = `${row} has `;
  const isOfRow = reason.startsWith(own);
  const rest = isOfRow ? reason.slice(own.length) : reason;
  const [, text = rest, window] = /^(.* over )(\d+[a-z]|[a-z]td)$/.exec(rest) ?? [];
  const key = `${isOfRow}:${text}`;
  const group = found.get(key) ?? { text, isOfRow, rows: new Set(), windows: new Set() };
  found.set(key, group);
  group.rows.add(row);
  if (window !== undefined) group.windows.add(window);
}

/** The rows, in front of the reason; empty where it holds for all of them or names them itself. */
function inWords(
  { text, isOfRow, rows, windows }: Group,
  of: number,
): { readonly rows: string; readonly reason: string } {
  const reason = `${text}${[...windows].join(', ')}`;
  const all = [...rows];
  // Names that hold commas themselves are told apart by semicolons.
  const comma = all.some((row) => row.includes(',')) ? '; ' : ', ';
  const listed =
    all.length <= named
      ? all.join(comma)
      : `${all.slice(0, named).join(comma)} and ${all.length - named} more`;
  if (isOfRow) return { rows: '', reason: `${listed} ${all.length === 1 ? 'has' : 'have'} ${reason}` };
  const isNamed = all.length < of && all.length <= named;
  return { rows: isNamed ? `${listed} ` : '', reason };
}
