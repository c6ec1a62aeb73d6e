import { FigureBook } from '../../figures/book.ts';
import type { Sentence } from '../../report/schema.ts';
import { archivedFigure } from '../published.ts';
import { ordinal } from '../words/count.ts';
import { formatMonthName } from '../words/date.ts';
import { said, say } from '../words/sentence.ts';
import type { SessionComparison } from './compare.ts';
import type { ComparedReport } from './revisions.ts';

interface Release {
  readonly figure: string;
  readonly name: string;
  /** What the number is, after it: "on the year". */
  readonly measure: string;
  readonly quarterly?: boolean;
}

/** Monthly and quarterly readings whose publication is news. Weekly and daily ones come too often to be. */
export const newsworthyReleases: readonly Release[] = [
  { figure: 'macro.cpi.yoy', name: 'consumer prices', measure: ' on the year' },
  { figure: 'macro.corecpi.yoy', name: 'core consumer prices', measure: ' on the year' },
  { figure: 'macro.pce.yoy', name: 'PCE prices', measure: ' on the year' },
  { figure: 'macro.corepce.yoy', name: 'core PCE prices', measure: ' on the year' },
  { figure: 'macro.unrate', name: 'unemployment', measure: '' },
  { figure: 'macro.payrolls.3m', name: 'payrolls', measure: ' a month over three months' },
  { figure: 'macro.gdp.saar', name: 'GDP', measure: ' at an annual rate', quarterly: true },
];

const target = 'macro.fedfunds.upper';

/**
 * The readings that news are compared with: those of the last published briefing, and of what that had none, today's
 * figures of the session before. A reading that a source gave ahead of its usual date was news that evening, and is not
 * again on the days on which the calendar would first have it.
 */
export function reportedBefore(before: FigureBook, published: ComparedReport | null): FigureBook {
  const reported = new FigureBook();
  for (const id of [...newsworthyReleases.map(({ figure }) => figure), target]) {
    const last = published?.figures[id];
    const figure = last === undefined || last.value === null ? before.find(id) : archivedFigure(last);
    if (figure !== undefined) reported.copyFrom(id, figure);
  }
  return reported;
}

/** Readings of a period that was not reported before. */
export function newReadings({ words, reported }: SessionComparison): Sentence[] {
  return said(
    newsworthyReleases.map(({ figure, name, measure, quarterly }) => {
      if (!words.known(figure) || !reported.has(figure)) return null;
      const now = words.book.get(figure);
      const then = reported.get(figure);
      if (then.asOf >= now.asOf) return null;
      const value = say`${words.value(figure)}${measure}`;
      const after = words.carried(figure);
      const period = words.chosen(quarterly ? quarterOf(now.asOf) : formatMonthName(now.asOf), figure);
      return say`${heading(words.book, figure)}: ${name} of ${period}, ${value}${after === null ? '' : say`, ${after} before`}.`;
    }),
  );
}

/** Where the day of publication is computed, it may have been days ago. */
const heading = (book: FigureBook, figure: string): string =>
  book.has(`${figure}.usualdate`) && book.get(`${figure}.usualdate`).value !== null
    ? 'Now known by the usual calendar'
    : 'Now known';

/** `the third quarter` of the date that stamps it, its first day. */
function quarterOf(date: string): string {
  return `the ${ordinal(Math.floor((Number(date.slice(5, 7)) + 2) / 3))} quarter`;
}

/** A change of the target of the Federal Reserve. */
export function targetMove({ words, reported }: SessionComparison): Sentence[] {
  const now = words.number(target);
  const then = reported.has(target) ? reported.number(target) : null;
  if (now === null || then === null || now === then) return [];
  return said([
    say`The upper end of the Fed funds target is ${words.value(target)}, ${words.carried(target)} before.`,
  ]);
}
