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

/** `reports/SESSION/rN/figures.js`: the numbers of one revision for the site's scripts, as `archive.figures({…})`. */
export interface RevisionFigures {
  readonly schema: 'smallcap-briefing-figures/1';
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
  readonly units: Readonly<Record<string, Readonly<Record<string, FigureRow>>>>;
}

/** Significant digits that are kept: more than any page prints, and a third of a whole report's size. */
const digits = 7;

/** A number to seven significant digits; words as they are. */
export const shortened = (value: Figure['value']): Figure['value'] =>
  typeof value === 'number' ? Number(value.toPrecision(digits)) : value;

/** A figure that was carried from the session before: that session's own file has it. */
export const isCarried = (id: string): boolean => id.startsWith('previous.');

/** The numbers of a report, but for those that it carries from the session before. */
export function revisionFiguresOf(report: Report): RevisionFigures {
  const reasons = new Map<string, number>();
  const units: Record<string, Record<string, FigureRow>> = {};
  for (const [id, figure] of Object.entries(report.figures)) {
    if (isCarried(id)) continue;
    units[figure.unit] ??= {};
    units[figure.unit]![id] = rowOf(figure, report.session, reasons);
  }
  return {
    schema: 'smallcap-briefing-figures/1',
    session: report.session,
    revision: report.revision,
    simulated: report.marks.simulated,
    incomplete: report.marks.incomplete,
    fund: report.edition.fund,
    underlying: report.edition.underlying,
    verdict: plainText(report.front.verdict),
    keys: report.front.keys.map(({ label, figure }) => [label, figure]),
    reasons: [...reasons.keys()],
    units,
  };
}

/** The file of a revision. The same report, the same bytes. */
export const revisionFiguresScript = (report: Report): string =>
  dataScript('archive.figures', revisionFiguresOf(report));

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
