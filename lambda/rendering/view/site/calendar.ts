import { formatDate } from '../../../briefing/words/format.ts';
import type { CalendarCell, Month } from '../../../catalogue/calendar.ts';
import type { SessionLine } from '../../../catalogue/day.ts';
import { marksOf } from './marks.ts';

interface CellView {
  readonly classes: string;
  readonly day: string;
  readonly sign: string;
  /** Empty where there is no briefing to go to. */
  readonly href: string;
  readonly name: string;
}

export interface MonthView {
  readonly name: string;
  readonly weeks: readonly { readonly cells: readonly CellView[] }[];
}

/** @param root from the page to the archive's root */
export function calendarView(months: readonly Month[], root: string): readonly MonthView[] {
  return months.map(({ name, weeks }) => ({
    name,
    weeks: weeks.map((cells) => ({ cells: cells.map((cell) => cellView(cell, root)) })),
  }));
}

function cellView(cell: CalendarCell, root: string): CellView {
  if (cell.kind === 'outside') return { classes: 'outside', day: '', sign: '', href: '', name: '' };
  if (cell.kind !== 'day') {
    const why = { closed: cell.kind === 'closed' ? cell.why : '', without: 'no briefing', ahead: '' }[
      cell.kind
    ];
    return { classes: cell.kind, day: dayIn(cell.date), sign: '', href: '', name: why };
  }
  const { day } = cell;
  const { classes, sign, words } = marksOf(day);
  return {
    classes: `day ${classes}`,
    day: dayIn(day.session),
    sign,
    href: `${root}reports/${day.session}/index.html`,
    name: `${formatDate(day.session)}: ${words === '' ? '' : `${words}. `}${day.verdict}`,
  };
}

const dayIn = (date: string): string => String(Number(date.slice(8)));

export interface LegendView {
  readonly classes: string;
  readonly sign: string;
  readonly text: string;
}

/** The states by the words of the briefings themselves, and the marks that these days bear. */
export function legendOf(days: readonly SessionLine[]): readonly LegendView[] {
  const sides = (['own', 'other', 'none'] as const).flatMap((side) => {
    const day = days.find((one) => one.side === side && one.state !== null);
    return day === undefined ? [] : [{ classes: side, sign: marksOf(day).sign, text: day.state ?? '' }];
  });
  const mark = (classes: string, text: string, there: boolean) =>
    there ? [{ classes, sign: '', text }] : [];
  return [
    ...sides,
    ...mark(
      'none flip',
      'the rotation turned',
      days.some(({ flip }) => flip),
    ),
    ...mark(
      'none corrected',
      'corrected',
      days.some(({ corrected }) => corrected !== null),
    ),
    ...mark(
      'none incomplete',
      'incomplete',
      days.some(({ incomplete }) => incomplete),
    ),
    { classes: 'without', sign: '', text: 'no briefing' },
  ];
}
