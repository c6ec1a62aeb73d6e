import { unknownFrom } from './newest-known.ts';
import type { Observations, Vintages } from './observations.ts';
import { firstOnOrAfter, lastOnOrBefore } from './position.ts';
import type { PublicationRule } from './publication.ts';

/**
 * What was known of one series on one day: the first `length` of these, periods ascending, every one with a
 * value. The columns may be longer than that; what lies behind was not known yet.
 */
export interface Known {
  readonly dates: readonly string[];
  readonly values: Float64Array;
  readonly length: number;
}

/** Answers what was known of a series on any day. While nothing new becomes known, the answer is the same object. */
export type KnownOn = (session: string) => Known;

/** A loop: `some` takes several times as long over the tens of thousands of values of a panel. */
function hasGaps(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row]!)) return true;
  return false;
}

/** Leaves out the periods without a value. */
function published({ dates, values }: Observations): Omit<Known, 'length'> {
  if (!hasGaps(values)) return { dates, values };
  const there: string[] = [];
  const kept = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++)
    if (!Number.isNaN(values[row]!)) {
      kept[there.length] = values[row]!;
      there.push(dates[row]!);
    }
  return { dates: there, values: kept.subarray(0, there.length) };
}

/** The rows of each period, periods ascending, and the rows of one period in the order they became known. */
function rowsByPeriod({ dates }: Vintages): [period: string, rows: number[]][] {
  const byPeriod = new Map<string, number[]>();
  for (const [row, date] of dates.entries()) {
    const rows = byPeriod.get(date);
    if (rows === undefined) byPeriod.set(date, [row]);
    else rows.push(row);
  }
  return [...byPeriod].sort(([a], [b]) => (a < b ? -1 : 1));
}

function byVintage(vintages: Vintages): KnownOn {
  const periods = rowsByPeriod(vintages);
  const current = remembered((newestRow) => {
    const dates: string[] = [];
    const values: number[] = [];
    for (const [period, rows] of periods) {
      let newest: number | undefined;
      for (const row of rows) {
        if (row > newestRow) break;
        newest = vintages.values[row];
      }
      if (newest === undefined || Number.isNaN(newest)) continue;
      dates.push(period);
      values.push(newest);
    }
    return { dates, values: Float64Array.from(values), length: dates.length };
  });
  // A vintage holds no day that had not come: what a source stamps ahead is not known yet.
  return (session) => {
    const known = current(lastOnOrBefore(vintages.from, session));
    const newest = known.dates[known.length - 1];
    return newest === undefined || newest <= session
      ? known
      : { ...known, length: lastOnOrBefore(known.dates, session) + 1 };
  };
}

/** Answers that are kept: a session is compared with the one before. */
const kept = 4;

/** The same answer for the same row, the last few of them. */
function remembered(make: (row: number) => Known): (row: number) => Known {
  const made = new Map<number, Known>();
  return (row) => {
    let known = made.get(row);
    if (known === undefined) {
      known = make(row);
      made.set(row, known);
      if (made.size > kept) made.delete(made.keys().next().value!);
    }
    return known;
  };
}

/**
 * How what was known of a series is determined: by the vintage current on the day where vintages reach back to it;
 * otherwise every observation whose day of publication had come by then. Nothing published after a day enters what is
 * said of it. The target of the Federal Reserve is never revised and always dated: vintages say nothing more of it.
 */
export function knownOf(observations: Observations, publication: PublicationRule): KnownOn {
  const columns = published(observations);
  const upTo = remembered((length) => ({ ...columns, length }));
  const byDate: KnownOn = (session) => upTo(firstOnOrAfter(columns.dates, unknownFrom(session, publication)));
  const { vintages } = observations;
  if (vintages === undefined || !isVintage(observations, publication)) return byDate;
  const fromVintages = byVintage(vintages);
  const first = vintages.from[0]!;
  return (session) => (session < first ? byDate(session) : fromVintages(session));
}

/** Whether the vintages of a series, and not the calendar, say what was known of it from the first of them on. */
const isVintage = ({ vintages }: Observations, { lag }: PublicationRule): boolean =>
  vintages !== undefined && vintages.from.length > 0 && lag.kind !== 'announced';

/** Whether what is known of a series on a session are the values of that day, not those of today. */
export const isAsOf = (observations: Observations, publication: PublicationRule, session: string): boolean =>
  publication.lag.kind === 'announced' ||
  (isVintage(observations, publication) && session >= observations.vintages!.from[0]!);
