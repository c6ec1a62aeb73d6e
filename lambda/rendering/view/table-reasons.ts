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
  const found = new Map<string, Group>();
  for (const row of table.rows)
    for (const cell of row.cells) {
      const figure = 'figure' in cell ? report.figures[cell.figure] : undefined;
      // What is a proxy or stale has a letter, and its reason is at the end of the page's part.
      if (figure?.status !== 'missing' || figure.reason === undefined) continue;
      if (said.includes(figure.reason)) continue;
      for (const reason of figure.reason.split('; ')) add(found, 'n/a', reason, row.label);
    }
  const reasons = [...found].map(([key, group]) =>
    inWords(key.slice(0, key.indexOf(':')), group, table.rows.length),
  );
  // What several reasons say of the same rows names these once.
  return [...Map.groupBy(reasons, ({ rows }) => rows)].map(([rows, those]) =>
    readersWords(`${rows}${those.map(({ reason }) => reason).join('; ')}`, report.names ?? {}),
  );
}

function add(found: Map<string, Group>, what: string, reason: string, row: string): void {
  const own = `${row} has `;
  const isOfRow = reason.startsWith(own);
  const rest = isOfRow ? reason.slice(own.length) : reason;
  const [, text = rest, window] = /^(.* over )(\d+[a-z]|[a-z]td)$/.exec(rest) ?? [];
  const key = `${what}:${isOfRow}:${text}`;
  const group = found.get(key) ?? { text, isOfRow, rows: new Set(), windows: new Set() };
  found.set(key, group);
  group.rows.add(row);
  if (window !== undefined) group.windows.add(window);
}

/** The rows, in front of the reason; empty where it holds for all of them or names them itself. */
function inWords(
  what: string,
  { text, isOfRow, rows, windows }: Group,
  of: number,
): { readonly rows: string; readonly reason: string } {
  const reason = `${text}${[...windows].join(', ')}`;
  const all = [...rows];
  const listed =
    all.length <= named ? all.join(', ') : `${all.slice(0, named).join(', ')} and ${all.length - named} more`;
  if (isOfRow)
    return { rows: '', reason: `${what}: ${listed} ${all.length === 1 ? 'has' : 'have'} ${reason}` };
  const isNamed = all.length < of && all.length <= named;
  return { rows: isNamed ? `${listed} ` : '', reason: `${what}: ${reason}` };
}
