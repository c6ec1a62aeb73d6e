import { dateOfDayNumber } from '../../../calendar/civil.ts';
import { newYorkDate } from '../../../calendar/new-york.ts';
import { counted } from '../../../counted.ts';
import { InputError } from '../../../errors.ts';
import { namedText, quoted } from '../../../outside-text.ts';
import { barsOf, type Row } from '../../parsing/bars.ts';
import type { ParseContext, ParsedBars } from '../../parsing/parsed.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { UnknownSeries } from '../../parsing/unknown-series.ts';
import { changeOf, happenedIn, splitAdjusted, splitsOf } from './events.parse.ts';
import { heldAgainstPaid } from './paid.parse.ts';
import { yahooChart } from './schema.ts';

/** The longest closure of the exchange, in days: a latest price is further from the history than that when rows lack. */
const longestGap = 10;

/** Clocks may differ by so much, in milliseconds, before it is said. */
const skew = 5 * 60_000;

/**
 * Yahoo yahooChart v8. Closes are adjusted for splits, `adjclose` for dividends too. Time stamps become dates in the
 * exchange's own zone, daylight saving included; the newest row may come twice, or lie apart from the
 * history as an appended latest price, and rows may be null throughout. Its dividends and splits are held against the
 * steps of its adjusted closes and closes.
 *
 * @throws InputError, UnknownSeries
 */
export function parseYahoo(bytes: Uint8Array, about: ParseContext): ParsedBars {
  const { error, result } = shaped(yahooChart, jsonOf(bytes)).chart;
  if (error != null) {
    const said = namedText(`${error.code}: ${error.description ?? 'no description'}`);
    throw error.code === 'Not Found' ? new UnknownSeries(said) : new InputError(said);
  }
  const answer = result?.[0];
  if (answer === undefined) throw new InputError('neither a result nor an error');
  const { meta, indicators } = answer;
  if (meta.symbol.toUpperCase() !== about.series.toUpperCase())
    throw new InputError(`asked for ${about.series}, answered with ${namedText(meta.symbol)}`, {
      field: 'meta.symbol',
    });
  if (meta.currency != null && meta.currency !== 'USD')
    throw new InputError(`prices in ${namedText(meta.currency)}, not in USD`, { field: 'meta.currency' });
  if (meta.dataGranularity != null && meta.dataGranularity !== '1d')
    throw new InputError(`bars of ${namedText(meta.dataGranularity)}, not of a day`, {
      field: 'meta.dataGranularity',
    });
  const times = answer.timestamp ?? [];
  const dateOf = dates(meta.exchangeTimezoneName);
  const quote = indicators.quote[0] ?? {};
  const adjclose = indicators.adjclose?.[0]?.adjclose;
  for (const [name, values] of Object.entries({ ...quote, adjclose }))
    if (Array.isArray(values) && values.length !== times.length)
      throw new InputError(`${counted(values.length, 'value')} for ${counted(times.length, 'day')}`, {
        field: name,
      });
  const given: Row[] = times.map((time, i) => ({
    date: dateOf(time),
    open: quote.open?.[i] ?? null,
    high: quote.high?.[i] ?? null,
    low: quote.low?.[i] ?? null,
    close: quote.close?.[i] ?? null,
    adjusted: adjclose?.[i] ?? null,
    volume: quote.volume?.[i] ?? null,
  }));
  const [last, before] = [times.at(-1), times.at(-2)];
  const appended = last !== undefined && before !== undefined && last - before > longestGap * 86400;
  if (appended) given.pop();
  const happened = happenedIn(answer, dateOf);
  const rows = splitAdjusted(given, happened.splits);
  const stamp = meta.regularMarketTime == null ? null : instant(meta.regularMarketTime);
  const parsed = barsOf(rows, about, { stamp, basis: adjclose == null ? 'price only' : 'adjusted' });
  const complaints = [...parsed.complaints];
  if (rows !== given)
    complaints.push('prices before a split that is told beside them did not have it, and do now');
  const { bars, irregularities } = heldAgainstPaid(parsed.bars, happened, changeOf(given, rows));
  if (appended) complaints.push(`a latest price of ${dateOf(last)} was appended to the history and left out`);
  const newest = parsed.bars.sessions.at(-1) ?? '';
  if (
    stamp !== null &&
    newest >= newYorkDate(about.fetchedAt) &&
    Date.parse(stamp) > Date.parse(about.fetchedAt) + skew
  )
    complaints.push(`the provider's time stamp, ${stamp}, is ahead of the clock of this run`);
  const basis = bars.adjusted === null ? 'price only' : parsed.basis;
  return { ...parsed, bars: { ...bars, splits: splitsOf(happened) }, basis, complaints, irregularities };
}

function instant(seconds: number): string {
  const time = new Date(seconds * 1000);
  if (Number.isNaN(time.getTime())) throw new InputError(`${seconds} is no time`);
  return time.toISOString();
}

/** Seconds since 1970 to the date in a zone. @throws InputError when the zone or a time is none */
function dates(timeZone: string): (seconds: number) => string {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  } catch (error) {
    throw new InputError(
      `${quoted(timeZone)} is no time zone`,
      { field: 'meta.exchangeTimezoneName' },
      { cause: error },
    );
  }
  const inNewYork = timeZone === 'America/New_York';
  return (seconds) => {
    if (!Number.isInteger(seconds) || Math.abs(seconds) > 1e11)
      throw new InputError(`${seconds} is no time`, { field: 'timestamp' });
    // From 05:00 UTC on New York has the date of UTC, whatever its clocks show; asking Intl takes a hundred times longer.
    const [day, second] = [Math.floor(seconds / 86400), seconds % 86400];
    return inNewYork && seconds > 0 && second >= 5 * 3600
      ? dateOfDayNumber(day)
      : format.format(seconds * 1000);
  };
}
