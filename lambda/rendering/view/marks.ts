import { readersWords } from '../../briefing/words/readers-words.ts';
import type { Report } from '../../report/schema.ts';

/** A warning on every page. */
export interface PageMark {
  readonly name: string;
  readonly text: string;
}

/** SIMULATED DATA and INCOMPLETE, where the report says so. */
export function marks(report: Report): PageMark[] {
  const found: PageMark[] = [];
  if (report.marks.simulated) {
    found.push({
      name: 'SIMULATED DATA',
      text: 'Every number here comes from a generated market. None is real.',
    });
  }
  if (report.marks.incomplete) {
    found.push({
      name: 'INCOMPLETE',
      text: readersWords(`${report.marks.incompleteBecause.join('; ')}.`, report.names ?? {}),
    });
  }
  return found;
}
