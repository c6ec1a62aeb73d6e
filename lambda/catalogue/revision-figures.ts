import { plainText } from '../report/plain-text.ts';
import type { Figure, Report } from '../report/schema.ts';
import { dataScript } from './script.ts';

/** How a figure is written: value, status, as-of date, and the index of its reason; usual ones at the end are left out. */
export type FigureRow = readonly [
  value: Figure['value'],
  status?: Figure['status'],
  asOf?: string,
  reason?: number,
];

/** One value of a group: a row, or its value alone where there is nothing else to say. */
export type GroupedRow = FigureRow | Figure['value'];

/**
 * Figures of one unit and measure whose ids end alike: a third of the bytes that they take one by one. The id of a row is
 * measure, subject and ending, with a point between those that are not empty.
 */
export type FigureGroup = readonly [
  unit: string,
  measure: string,
  endings: readonly string[],
  subjects: Readonly<Record<string, readonly GroupedRow[]>>,
];

/** `reports/SESSION/rN/figures.js`: the numbers of one revision for the site's scripts, as `archive.figures({…})`. */
export interface RevisionFigures {
  /** The first form is of older archives, and has `units` in place of `groups`. */
  readonly schema: 'smallcap-briefing-figures/1' | 'smallcap-briefing-figures/2';
  readonly session: string;
  readonly revision: number;
  readonly simulated: boolean;
  readonly incomplete: boolean;
  readonly fund: string;
  readonly underlying: string;
  readonly verdict: string;
  /** The front page's key figures: label and id. */
  readonly keys: readonly (readonly [label: string, id: string])[];
  readonly reasons: readonly string[];
  /** By unit, then by id, in the order of the book. */
  readonly units?: Readonly<Record<string, Readonly<Record<string, FigureRow>>>>;
  /** In the order of the book by the first of each. */
  readonly groups?: readonly FigureGroup[];
}

/** Significant digits that are kept: more than any page prints, and a third of a whole report's size. */
const digits = 7;

/** A number to seven significant digits; words as they are. */
export const shortened = (value: Figure['value']): Figure['value'] =>
  typeof value === 'number' && !isShort(value) ? Number(value.toPrecision(digits)) : value;

/** Counts, most of them, for which no text has to be made. */
const isShort = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 10 ** digits;

/** A figure that was carried from the session before: that session's own file has it. */
export const isCarried = (id: string): boolean => id.startsWith('previous.');

/** The numbers of a report, except for those that it carries from the session before. */
export function revisionFiguresOf(report: Report): RevisionFigures {
  const reasons = new Map<string, number>();
  const rows = Object.entries(report.figures)
    .filter(([id]) => !isCarried(id))
    .map(([id, figure]) => ({ id, unit: figure.unit, row: rowOf(figure, report.session, reasons) }));
  const groups = grouped(rows);
  return {
    schema: 'smallcap-briefing-figures/2',
    session: report.session,
    revision: report.revision,
    simulated: report.marks.simulated,
    incomplete: report.marks.incomplete,
    fund: report.edition.fund,
    underlying: report.edition.underlying,
    verdict: plainText(report.front.verdict),
    keys: report.front.keys.map(({ label, figure }) => [label, figure]),
    reasons: [...reasons.keys()],
    groups,
  };
}

/** The file of a revision. The same report, the same bytes. */
export const revisionFiguresScript = (report: Report): string =>
  dataScript('archive.figures', revisionFiguresOf(report));

interface UnitRow {
  readonly id: string;
  readonly unit: string;
  readonly row: FigureRow;
}

/** Rows that share unit, measure and endings, a group; every id is there once. */
function grouped(rows: readonly UnitRow[]): readonly FigureGroup[] {
  const subjects = Map.groupBy(rows, ({ id, unit }) => JSON.stringify([unit, ...partsOf(id).slice(0, 2)]));
  const groups = new Map<string, [string, string, string[], Record<string, GroupedRow[]>]>();
  for (const of of subjects.values()) {
    const [{ id, unit }] = of as [UnitRow];
    const [measure, subject] = partsOf(id);
    const endings = of.map((one) => partsOf(one.id)[2]);
    const key = JSON.stringify([unit, measure, endings]);
    const group = groups.get(key) ?? [unit, measure, endings, {}];
    group[3][subject] = of.map(({ row }) => (row.length === 1 ? row[0] : row));
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** An id as measure, subject and ending; the later ones empty where it is shorter. */
function partsOf(id: string): readonly [measure: string, subject: string, ending: string] {
  const [measure = '', subject = '', ...ending] = id.split('.');
  return [measure, subject, ending.join('.')];
}

/** Every figure of a file, of either form. */
export function rowsOf({ units = {}, groups = [] }: RevisionFigures): readonly UnitRow[] {
  const single = Object.entries(units).flatMap(([unit, rows]) =>
    Object.entries(rows).map(([id, row]) => ({ id, unit, row })),
  );
  const together = groups.flatMap(([unit, measure, endings, subjects]) =>
    Object.entries(subjects).flatMap(([subject, rows]) =>
      rows.map((row, at) => ({
        id: [measure, subject, endings[at]!].filter((part) => part !== '').join('.'),
        unit,
        row: typeof row === 'object' && row !== null ? row : ([row] as const),
      })),
    ),
  );
  return [...single, ...together];
}

function rowOf(
  { value, status, asOf, reason }: Figure,
  session: string,
  reasons: Map<string, number>,
): FigureRow {
  const short = shortened(value);
  if (reason !== undefined) {
    if (!reasons.has(reason)) reasons.set(reason, reasons.size);
    return [short, status, asOf, reasons.get(reason)!];
  }
  if (asOf !== session) return [short, status, asOf];
  return status === 'fresh' ? [short] : [short, status];
}
