import { plainText } from '../../report/plain-text.ts';
import type { Report, Sentence } from '../../report/schema.ts';
import { marks } from './marks.ts';
import { tableReasons } from './table-reasons.ts';

/** Characters of a line over half of a sheet's width, and over all of it. */
const [half, whole] = [70, 150] as const;
/** Lines of half the width that the first sheet has room for, so that its charts stay on it. */
const rooms = { A4: 22, Letter: 13 } as const;
export type SheetSize = keyof typeof rooms;

const linesOf = (text: string, width: number): number => Math.ceil(text.length / width);

/**
 * How many changes the first sheet has room for: what must be known of the prices, and marks, take some of it. They are set in
 * two columns, so that a line over all the width takes two.
 */
export function changesThatFit(report: Report, changes: readonly Sentence[], paper: SheetSize): number {
  let left = linesBelow(report, paper);
  let count = 0;
  for (const change of changes) {
    left -= linesOf(plainText(change), half);
    if (left < 0) break;
    count++;
  }
  return count;
}

/** Rows of the calendar below which the fund's sheet has room for its lines in full height, and for all of its charts. */
const besideFund = { A4: { high: 12, all: 16 }, Letter: { high: 6, all: 10 } } as const;

/** The charts of the fund that give way to a long calendar, as in a season of results: the ones lower, the others not printed. */
const lower: ReadonlySet<string> = new Set(['fund-year', 'under-water']);
const last: ReadonlySet<string> = new Set(['horizon-ranges', 'under-water']);

function daysAhead({ sections }: Report): number {
  const table = sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === 'calendar.ahead');
  return table?.kind === 'table' ? table.rows.length : 0;
}

/** Whether a chart is drawn lower, so that the calendar below it stays on its sheet. */
export const isLow = (id: string, report: Report, paper: SheetSize): boolean =>
  lower.has(id) && daysAhead(report) > besideFund[paper].high;

export const hasRoom = (id: string, report: Report, paper: SheetSize): boolean =>
  !last.has(id) || daysAhead(report) <= besideFund[paper].all;

/** Lines of half the width that changes may take: what is above and below them in the full width takes two a line. */
function linesBelow(report: Report, paper: SheetSize): number {
  const wide = [...report.front.notices.map(plainText), ...marks(report).map(({ text }) => text)];
  return rooms[paper] - wide.reduce((sum, text) => sum + 2 * (1 + linesOf(text, whole)), 0);
}

/** Height in pixels that a line of half the width leaves, less than it has; and the most that a chart makes use of. */
const [spareALine, mostSpare] = [8, 130] as const;

/** By how many pixels the chart of the first sheet may be higher than where the sheet is full. */
export function heightToSpare(report: Report, changes: readonly Sentence[], paper: SheetSize): number {
  const taken = changes.reduce((sum, change) => sum + linesOf(plainText(change), half), 0);
  const reasons = report.front.blocks
    .flatMap((block) => (block.kind === 'table' ? tableReasons(block, report) : []))
    .reduce((sum, text) => sum + 2 * linesOf(text, whole), 0);
  return Math.min(mostSpare, Math.max(0, spareALine * (linesBelow(report, paper) - taken - reasons)));
}
