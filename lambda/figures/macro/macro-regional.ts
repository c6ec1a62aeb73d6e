import { mean } from '../../analytics/mean.ts';
import { sampleDeviation } from '../../analytics/standard-deviation.ts';
import { addMonths } from '../../calendar/civil.ts';
import { fredSeries } from '../../editions/fred.ts';
import { joint } from '../../market-data/basis.ts';
import type { MacroReading } from '../../market-data/macro-view.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Known } from '../../series/known.ts';
import type { FigureBook } from '../book.ts';
import { type Absent, absent, write } from '../write.ts';

const months = 120;
const required = [fredSeries.empire, fredSeries.philadelphia] as const;
const optional = fredSeries.dallas;

const standings = new WeakMap<Known, number | Absent>();

/** The z-score of a survey, computed when something new is known of it. */
function standing(view: MacroReading): number | Absent {
  const found = standings.get(view.known) ?? standingOf(view);
  if (view.latest !== null) standings.set(view.known, found);
  return found;
}

/** The z-score of a survey's newest month among its last 120, that month included. */
function standingOf(view: MacroReading): number | Absent {
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

/** The surveys that the composite takes, by what was known of each: the third joins where it reaches back. */
function taken<R extends MacroReading>(reading: (series: string) => R): readonly R[] {
  const dallas = reading(optional);
  const present = dallas.latest !== null && typeof standing(dallas) === 'number';
  return [...required.map(reading), ...(present ? [dallas] : [])];
}

/** Mean of the standardised surveys by what was known of each, or what is absent. */
export function regionalOf(reading: (series: string) => MacroReading): number | Absent {
  return meanStanding(taken(reading));
}

function meanStanding(surveys: readonly MacroReading[]): number | Absent {
  const found = surveys.map(standing);
  const gap = found.find((value) => typeof value === 'object');
  return gap ?? mean(Float64Array.from(found.filter((value) => typeof value === 'number')));
}

/** Mean of the standardised Empire State and Philadelphia surveys, with Dallas where it reaches back. Not ISM. */
export function macroRegional(view: SessionView, book: FigureBook): void {
  const surveys = taken(view.macro);
  const basis = joint(...surveys.map((survey) => survey.basis));
  write(book, 'macro.regional.z', { unit: 'z', method: 'regional composite' }, basis, () =>
    meanStanding(surveys),
  );
}
