import { direction, typicalChange } from '../../analytics/direction.ts';
import { percentileRank } from '../../analytics/percentile-rank.ts';
import type { Readings } from '../../analytics/readings.ts';
import { addMonths } from '../../calendar/civil.ts';
import type { Edition } from '../../editions/edition.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { absent, derive, type FigureOutcome, tooShort, write } from '../write.ts';
import { compositesOf } from './composite-indicators.ts';
import { type Indicator, indicators } from './indicators.ts';
import { previousReading } from './previous-reading.ts';
import { unlessKnown } from './unless-known.ts';

/** Over how many years a reading is ranked: as a rule, and where the source gives no more away. */
const [years, fewerYears] = [10, 3];
/** Before every series. */
const firstDay = '0001-01-01';
/** Readings that a typical change needs; fewer say little. */
const fewest = 12;
/** Sessions in a month: how far apart the readings of a daily series are compared. */
const monthOfSessions = 21;

export const scoredOf = weakMemo((edition: Edition): readonly Indicator[] => [
  ...indicators,
  ...compositesOf(edition),
]);

/**
 * Last reading, previous, direction, percentile, period and the day on which it became known of every indicator, from
 * what was known on the session. The last reading is the contract's figure where there is one.
 */
export function scorecard(view: SessionView, book: FigureBook): void {
  for (const indicator of scoredOf(view.edition))
    if (indicator.daily) columns(indicator, view, book);
    else unlessKnown(indicator, view, book, () => columns(indicator, view, book));
}

function columns(indicator: Indicator, view: SessionView, book: FigureBook): void {
  const { id, unit, method, scale, resolution, series, daily, among } = indicator;
  const basis = indicator.basis(view);
  const newest = indicator.newest(view);
  const windowStart = addMonths(newest?.period ?? view.session, -12 * years);
  const past = indicator.read(view, windowStart);
  const counted = among === undefined ? null : indicator.read(view, firstDay).values;
  if (!book.has(id))
    write(book, id, { unit, method }, basis, () => {
      const value = past.values.at(-1);
      return value === undefined || Number.isNaN(value)
        ? absent({ code: 'no-value-needed', subject: series })
        : value * scale;
    });
  const apart = previousReading(indicator, book, basis, past);
  derive(
    book,
    `${id}.direction`,
    { unit: 'word', method: 'direction' },
    [id, `${id}.previous`],
    (now, before) => {
      if (apart !== null) return absent({ code: 'not-neighbours', why: apart });
      const typical = typicalChange(past.values, daily ? monthOfSessions : 1);
      return typical === null || past.values.length < fewest
        ? tooShort(fewest, past.values.length, 'readings')
        : direction(printed(now, resolution), printed(before, resolution), typical * scale);
    },
  );
  derive(book, `${id}.percentile`, { unit: 'fraction', method: 'ten-year percentile' }, [id], () =>
    counted === null ? percentile(past, windowStart, years) : percentileAmong(counted, among!),
  );
  if (indicator.threeYears === true) {
    const start = addMonths(newest?.period ?? view.session, -12 * fewerYears);
    derive(book, `${id}.percentile3y`, { unit: 'fraction', method: 'three-year percentile' }, [id], () =>
      percentile(indicator.read(view, start), start, fewerYears),
    );
  }
  const period = { unit: periodUnit(indicator), method: 'reading period' } as const;
  const unknown = absent({ code: 'no-value-known', subject: series, session: view.session });
  write(book, `${id}.period`, period, basis, () => newest?.period ?? unknown);
  const since = newest?.since;
  const published = since?.kind === 'published';
  write(book, `${id}.knownsince`, { unit: 'day', method: 'known since' }, basis, () =>
    since === undefined ? unknown : published ? since.day : absent({ code: 'usually-out', day: since.day }),
  );
  write(book, `${id}.usualdate`, { unit: 'usual day', method: 'usual date' }, basis, () =>
    since === undefined ? unknown : published ? absent({ code: 'published-on', day: since.day }) : since.day,
  );
}

const printed = (value: number, resolution: number): number =>
  resolution === 0 ? value : Math.round(value / resolution) * resolution;

const periodUnit = ({ step }: Indicator): string => (step === 0 ? 'day' : step === 1 ? 'month' : 'quarter');

/** Standing of the last reading among those after `windowStart`; the readings must reach back to about there. */
function percentile({ periods, values }: Readings, windowStart: string, over: number): FigureOutcome {
  const first = values.findIndex((value) => !Number.isNaN(value));
  const begins = periods[first];
  const needed = addMonths(windowStart, 1);
  if (begins === undefined || begins > needed) return absent({ code: 'few-years', years: over, begins });
  const within = values.subarray(periods[0] === windowStart ? 1 : 0);
  return percentileRank(within, within.at(-1)!) ?? absent({ code: 'no-readings' });
}

/** Share of the last readings that are at most the newest one; a least number of them is needed, holes are skipped. */
function percentileAmong(values: Float64Array, count: number): FigureOutcome {
  const present = values.filter((value) => !Number.isNaN(value));
  if (present.length < count) return tooShort(count, present.length, 'readings');
  return percentileRank(present.subarray(-count), present.at(-1)!)!;
}
