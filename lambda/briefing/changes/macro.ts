import type { Sentence } from '../report.ts';
import { ordinal } from '../words/count.ts';
import { formatMonthName } from '../words/date.ts';
import { said, say } from '../words/sentence.ts';
import type { Comparison } from './compare.ts';

interface Release {
  readonly figure: string;
  readonly name: string;
  /** What the number is, after it: "on the year". */
  readonly measure: string;
  readonly quarterly?: boolean;
}

/** Monthly and quarterly readings whose publication is news. Weekly and daily ones come too often to be. */
export const releases: readonly Release[] = [
  { figure: 'macro.cpi.yoy', name: 'consumer prices', measure: ' on the year' },
  { figure: 'macro.corecpi.yoy', name: 'core consumer prices', measure: ' on the year' },
  { figure: 'macro.pce.yoy', name: 'PCE prices', measure: ' on the year' },
  { figure: 'macro.corepce.yoy', name: 'core PCE prices', measure: ' on the year' },
  { figure: 'macro.unrate', name: 'unemployment', measure: '' },
  { figure: 'macro.payrolls.3m', name: 'payrolls', measure: ' a month over three months' },
  { figure: 'macro.gdp.saar', name: 'GDP', measure: ' at an annual rate', quarterly: true },
];

/** Readings of a period that was not known the session before. */
export function newReadings({ words, before }: Comparison): Sentence[] {
  return said(
    releases.map(({ figure, name, measure, quarterly }) => {
      if (!words.known(figure) || !before.has(figure)) return null;
      const now = words.book.get(figure);
      const then = before.get(figure);
      if (then.asOf >= now.asOf) return null;
      const value = say`${words.value(figure)}${measure}`;
      const after = words.carried(figure);
      const period = words.chosen(quarterly ? quarterOf(now.asOf) : formatMonthName(now.asOf), figure);
      return say`Now known: ${name} of ${period}, ${value}${after === null ? '' : say`, ${after} before`}.`;
    }),
  );
}

/** `the third quarter` of the date that stamps it, its first day. */
function quarterOf(date: string): string {
  return `the ${ordinal(Math.floor((Number(date.slice(5, 7)) + 2) / 3))} quarter`;
}

/** A change of the target of the Federal Reserve. */
export function targetMove({ words, before }: Comparison): Sentence[] {
  const id = 'macro.fedfunds.upper';
  const now = words.number(id);
  const then = before.has(id) ? before.number(id) : null;
  if (now === null || then === null || now === then) return [];
  return said([
    say`The upper end of the Fed funds target is ${words.value(id)}, ${words.carried(id)} before.`,
  ]);
}
