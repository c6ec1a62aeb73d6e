import { formatFigure, formatShortDay, SPACE } from '../../briefing/words/format.ts';
import type { Block, Cell, Report, Table } from '../../report/schema.ts';

/** The ledger of claims, of which paper has another form. */
export const isLedger = (block: Block): block is Table =>
  block.kind === 'table' && block.id === 'claims.ledger';

type Row = Table['rows'][number];

/** Verdicts in the order of reading. */
const order = ['supported', 'mixed', 'not supported'] as const;

/**
 * The ledger for a sheet: two tables side by side, rows under their verdict, without what explains them; of claims that are not
 * computable the names alone.
 */
export function ledgerOnPaper(table: Table, report: Report): Table[] {
  const said = Map.groupBy(table.rows, (row) => verdictOf(row, report));
  const those = order.flatMap((verdict) => said.get(verdict) ?? []);
  const unknown = said.get('not computable') ?? [];
  const left = Math.min(those.length, Math.ceil((those.length + unknown.length / namesALine) / 2));
  const before = left === 0 ? '' : verdictOf(those[left - 1]!, report);
  const rows = those.map((row, place) => {
    const verdict = verdictOf(row, report);
    const isContinued = place >= left && verdict === before;
    const name = `${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}`;
    return onPaper(row, isContinued ? `${name}, continued` : `${name}: ${said.get(verdict)?.length}`, report);
  });
  const half = (id: string, title: string, own: Row[], notes: Table['notes']): Table => ({
    kind: 'table',
    id,
    title,
    columns: ['Number', 'Year', 'Since'].map((label, at) => ({
      label,
      align: at === 1 ? 'start' : 'end',
    })),
    rows: own,
    notes,
  });
  const names = unknown.map(({ label }) => label).join('; ');
  return [
    half(table.id, table.title, rows.slice(0, left), []),
    half(
      `${table.id}.more`,
      `${table.title}, continued`,
      rows.slice(left),
      sentences([
        caveats(new Set(those.map((row) => signOf(row, report)))),
        unknown.length === 0 ? '' : `Not computable, for reasons that the HTML has: ${names}.`,
      ]),
    ),
  ];
}

const sentences = (notes: readonly string[]): Table['notes'] =>
  notes.filter((note) => note !== '').map((note) => ({ parts: [note], figures: [] }));

/** Signs behind a claim's name, of which a sheet has room where it has none for words. */
const signs = { proxy: '*', stale: '†' } as const;

/** What the signs mean that there are. */
function caveats(shown: ReadonlySet<string>): string {
  return [
    ...(shown.has(signs.proxy) ? [`${signs.proxy} Rests on a proxy.`] : []),
    ...(shown.has(signs.stale) ? [`${signs.stale} Rests on a stale number.`] : []),
  ].join(' ');
}

/** About this many names take as much room as a row. */
const namesALine = 2;

const figureIn = (cell: Cell | undefined, { figures }: Report) =>
  cell !== undefined && 'figure' in cell ? figures[cell.figure] : undefined;

const verdictOf = ({ cells: [cell] }: Row, report: Report): string => String(figureIn(cell, report)?.value);

/** The sign of a row whose verdict or number rests on something else; empty of any other. */
function signOf({ cells: [verdict, lead] }: Row, report: Report): string {
  const states = new Set([verdict, lead].map((cell) => figureIn(cell, report)?.status));
  return states.has('stale') ? signs.stale : states.has('proxy') ? signs.proxy : '';
}

/** A row without footnotes, as a sheet has no room for that many: a sign marks a proxy. */
function onPaper(row: Row, group: string, report: Report): Row {
  const { label, cells } = row;
  const [, lead, course, since] = cells;
  const sign = signOf(row, report);
  const [number, day] = [figureIn(lead, report), figureIn(since, report)?.value];
  const shown =
    lead !== undefined && 'figure' in lead && number !== undefined ? formatFigure(lead.figure, number) : '–';
  return {
    label: sign === '' ? label : `${label}${SPACE}${sign}`,
    group,
    cells: [
      { text: shown },
      course ?? { text: '' },
      { text: typeof day === 'string' ? formatShortDay(day) : '' },
    ],
  };
}
