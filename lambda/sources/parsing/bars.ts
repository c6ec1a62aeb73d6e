import { newYorkDate } from '../../calendar/new-york.ts';
import { firstYear } from '../../calendar/nyse.ts';
import { counted } from '../../counted.ts';
import { InputError } from '../../errors.ts';
import type { Bars } from '../../series/bars.ts';
import { type Finality, finalityOf, isKnownSession, vouchedDate } from './finality.ts';
import type { ParseContext, ParsedBars, PriceBasis } from './parsed.ts';
import { describeJump, findSplitJump } from './split-jump.ts';

/** One day as a provider gives it; null where it gives no value. Split-adjusted except for `adjusted`. */
export interface Row {
  readonly date: string;
  readonly open: number | null;
  readonly high: number | null;
  readonly low: number | null;
  readonly close: number | null;
  readonly adjusted: number | null;
  readonly volume: number | null;
}

/** A bar as providers of JSON write it: open, high, low, close, volume. */
interface ShortBar {
  readonly o: number;
  readonly h: number;
  readonly l: number;
  readonly c: number;
  readonly v: number;
}

/** A row of such a bar, without an adjusted close. */
export const rowOf = (date: string, { o, h, l, c, v }: ShortBar): Row => ({
  date,
  open: o,
  high: h,
  low: l,
  close: c,
  adjusted: null,
  volume: v,
});

export interface Evidence {
  /** The provider's own time, ISO 8601 UTC; null where it gives none. */
  readonly stamp: string | null;
  readonly basis: PriceBasis;
}

/** A day's low and high may miss its open or close by rounding, a part in ten thousand. */
const rounding = 1e-4;
/** TZA's first prices are above ten million today, after many reverse splits. */
const highest = 1e9;
/** More than that in the last year is an unusable bar; further back it is named and kept, as publishers keep it. */
const recent = 252;
/** Dividends move the adjusted close against the close; no fund or company here ever paid a third at once. */
const dividendSized = 0.35;

/**
 * A provider's rows as bars: ascending, each date once, sessions only, no live price taken for a close. What is left
 * out or looks wrong is said; what cannot be right makes the whole series unusable.
 *
 * @throws InputError
 */
export function barsOf(rows: readonly Row[], about: ParseContext, evidence: Evidence): ParsedBars {
  const complaints: string[] = [];
  const say = (count: number, what: string, newest: string | undefined) => {
    if (count > 0) complaints.push(`${counted(count, 'row')} ${what} (newest ${newest})`);
  };
  const once = lastOfEachDate(rows, say);
  const known = once.filter((row) => isKnownSession(row.date));
  const strange = once.filter(
    (row) => !isKnownSession(row.date) && Number(row.date.slice(0, 4)) >= firstYear,
  );
  say(strange.length, 'on days without a session left out', strange.at(-1)?.date);
  const today = newYorkDate(about.fetchedAt);
  const ahead = known.filter((row) => row.date > today);
  say(ahead.length, "after this run's clock left out", ahead.at(-1)?.date);
  const isWhole = wholeness(known);
  const whole = known.filter((row) => row.date <= today).filter(isWhole);
  const blank = known.filter((row) => row.date <= today && !isWhole(row));
  say(blank.length, 'without a price left out', blank.at(-1)?.date);
  let finality: Finality = 'final';
  const settled = vouchedDate(evidence.stamp, about.fetchedAt);
  const closed = whole.filter((row) => {
    if (row.date < settled) return true;
    const stands = finalityOf(row.date, evidence.stamp, about.fetchedAt);
    if (stands === 'live')
      complaints.push(
        `${row.date}: the session is not over by the provider's clock; its live price is no close`,
      );
    else finality = stands;
    return stands !== 'live';
  });
  if (closed.length === 0) throw new InputError(`no bar of ${about.series} in the answer`);
  check(closed, evidence, complaints);
  const bars = columns(about.series, closed, evidence.basis);
  const jump = findSplitJump(bars);
  if (jump !== null)
    throw new InputError(
      `${bars.sessions[jump.row]}: the ${jump.column} ${describeJump(jump)} that is not adjusted for`,
    );
  return {
    bars,
    basis: evidence.basis,
    complaints,
    finality: finality === 'final' ? 'final' : 'provisional',
  };
}

/** A date may come twice in a row, the second time live: the last counts. @throws InputError when dates go back */
function lastOfEachDate(
  rows: readonly Row[],
  say: (count: number, what: string, newest: string | undefined) => void,
): Row[] {
  const kept: Row[] = [];
  const twice: string[] = [];
  for (const row of rows) {
    const before = kept.at(-1);
    if (before !== undefined && row.date < before.date)
      throw new InputError(`dates out of order: ${row.date} after ${before.date}`);
    if (before?.date === row.date) {
      twice.push(row.date);
      kept.pop();
    }
    kept.push(row);
  }
  say(twice.length, 'of a date that came again left out', twice.at(-1));
  return kept;
}

type WholeRow = Row & { readonly close: number };

/** A row is whole when it has every price that most rows of the series have, and a close in any case. */
function wholeness(rows: readonly Row[]): (row: Row) => row is WholeRow {
  const carried = (['open', 'high', 'low', 'adjusted'] as const).filter(
    (field) => rows.filter((row) => row[field] !== null).length * 2 > rows.length,
  );
  return (row): row is WholeRow => row.close !== null && carried.every((field) => row[field] !== null);
}

function check(rows: readonly WholeRow[], { basis }: Evidence, complaints: string[]): void {
  const outside: string[] = [];
  rows.forEach((row, i) => {
    for (const field of ['open', 'high', 'low', 'close', 'adjusted'] as const) {
      const value = row[field];
      if (value !== null && !(Number.isFinite(value) && value > 0 && value < highest))
        throw new InputError(`${row.date}: ${field} is ${value}`, { field });
    }
    if (row.volume !== null && !(row.volume >= 0 && row.volume < 1e13))
      throw new InputError(`${row.date}: volume is ${row.volume}`, { field: 'volume' });
    if (basis === 'adjusted' && row.adjusted === null)
      throw new InputError(`${row.date}: no adjusted close`, { field: 'adjusted' });
    if (isOutside(row)) {
      if (rows.length - i <= recent)
        throw new InputError(
          `${row.date}: open or close outside low to high (${row.open}, ${row.high}, ${row.low}, ${row.close})`,
        );
      outside.push(row.date);
    }
    const before = rows[i - 1];
    if (before === undefined) return;
    if (row.adjusted !== null && before.adjusted !== null) {
      const paid = row.adjusted / before.adjusted / (row.close / before.close) - 1;
      if (Math.abs(paid) > dividendSized)
        throw new InputError(`${row.date}: the adjusted close contradicts the close`, { field: 'adjusted' });
    }
  });
  if (outside.length > 0)
    complaints.push(
      `open or close outside low to high in ${counted(outside.length, 'old bar')} (newest ${outside.at(-1)})`,
    );
}

function isOutside({ open, high, low, close }: WholeRow): boolean {
  if (high === null || low === null) return false;
  const top = Math.max(open ?? close, close, low);
  const bottom = Math.min(open ?? close, close, high);
  return high < top * (1 - rounding) || low > bottom * (1 + rounding);
}

function columns(symbol: string, rows: readonly WholeRow[], basis: PriceBasis): Bars {
  const column = (field: 'open' | 'high' | 'low' | 'adjusted' | 'volume'): Float64Array | null =>
    rows.every((row) => row[field] !== null) ? new Float64Array(rows.map((row) => row[field] ?? 0)) : null;
  return {
    symbol,
    sessions: rows.map((row) => row.date),
    open: column('open'),
    high: column('high'),
    low: column('low'),
    close: new Float64Array(rows.map((row) => row.close)),
    adjusted: basis === 'adjusted' ? column('adjusted') : null,
    // Indices are not traded: providers give them zeros, which are no volume.
    volume: rows.some((row) => row.volume !== 0) ? column('volume') : null,
  };
}
