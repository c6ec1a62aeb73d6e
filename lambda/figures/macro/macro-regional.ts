import { mean } from '../../analytics/mean.ts';
import { sampleDeviation } from '../../analytics/standard-deviation.ts';
import { addMonths } from '../../calendar/civil.ts';
import { fredSeries } from '../../editions/fred.ts';
import { joint } from '../../market-data/basis.ts';
import type { MacroView } from '../../market-data/macro-view.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Known } from '../../series/known.ts';
import type { FigureBook } from '../book.ts';
import { type Absent, absent, write } from '../write.ts';

const months = 120;
const required = [fredSeries.empire, fredSeries.philadelphia] as const;
const optional = fredSeries.dallas;

const standings = new WeakMap<Known, number | Absent>();

/** The z-score of a survey, computed when something new is known of it. */
function standing(view: MacroView): number | Absent {
  const found = standings.get(view.known) ?? standingOf(view);
  if (view.latest !== null) standings.set(view.known, found);
  return found;
}

/** The z-score of a survey's newest month among its last 120, that month included. */
function standingOf(view: MacroView): number | Absent {
  if (view.latest === null) return absent({ code: 'none', subject: view.series });
  const { date, value } = view.latest;
  const values = new Float64Array(months);
  for (let back = 0; back < months; back++) {
    const month = addMonths(date, -back);
    const past = view.at(month);
    if (past === undefined) return absent(view.whyAbsent(month));
    values[back] = past;
  }
  return (value - mean(values)) / sampleDeviation(values);
}

/** Mean standing of the Empire State and Philadelphia surveys, with Dallas where it reaches back. Not ISM. */
export function macroRegional(view: SessionView, book: FigureBook): void {
  const dallas = view.macro(optional);
  const present = dallas.latest !== null && typeof standing(dallas) === 'number';
  const surveys = [...required.map(view.macro), ...(present ? [dallas] : [])];
  const basis = joint(...surveys.map((survey) => survey.basis));
  write(book, 'macro.regional.z', { unit: 'z', method: 'regional composite' }, basis, () => {
    const found = surveys.map(standing);
    const gap = found.find((value) => typeof value === 'object');
    return gap ?? mean(Float64Array.from(found.filter((value) => typeof value === 'number')));
  });
}
