import {
  addDays,
  civil,
  dayOf,
  monthOf,
  nthWeekday,
  weekday,
  yearOf,
} from '../../../lambda/calendar/civil.ts';
import type { Reply, Route } from './replies.ts';

const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json;charset=utf-8',
  body: JSON.stringify(value),
});

/** FRED's titles of a few releases, by number; 18 comes every weekday, like most that it lists. */
const titles: Readonly<Record<number, string>> = {
  10: 'Consumer Price Index',
  18: 'H.15 Selected Interest Rates',
  50: 'Employment Situation',
  180: 'Unemployment Insurance Weekly Claims Report',
};

/** Jobs on the first Friday, prices on the 13th, claims on Thursdays. */
function releasesOn(date: string): number[] {
  const [year, month] = [yearOf(date), monthOf(date)];
  if (weekday(date) > 5) return [];
  return [
    ...(date === civil(year, month, 13) ? [10] : []),
    18,
    ...(date === nthWeekday(year, month, 5, 1) ? [50] : []),
    ...(weekday(date) === 4 ? [180] : []),
  ];
}

const fredReleases: Route = {
  provider: 'fred',
  path: /^\/fred\/releases\/dates$/,
  answer(_, { query }) {
    if (query.get('api_key') !== 'fred-key-0123456789')
      return json({ error_code: 400, error_message: 'Bad Request.  Variable api_key is not set.' }, 400);
    const from = query.get('realtime_start') ?? '';
    const ahead = query.get('include_release_dates_with_no_data') === 'true' ? 90 : 0;
    const rows = Array.from({ length: ahead + 1 }, (_, days) => addDays(from, days)).flatMap((date) =>
      releasesOn(date).map((id) => ({ release_id: id, release_name: titles[id], date })),
    );
    const [offset, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 1000)];
    return json({
      realtime_start: from,
      realtime_end: query.get('realtime_end'),
      order_by: 'release_date',
      sort_order: query.get('sort_order'),
      count: rows.length,
      offset,
      limit,
      release_dates: rows.slice(offset, offset + limit),
    });
  },
};

interface Reporting {
  readonly symbol: string;
  readonly nasdaq: string;
  readonly finnhub: string;
}

/** Who reports on a day: Apple on the 8th, Alphabet on the 13th in both of its shares, a small company every day. */
function reportingOn(date: string): Reporting[] {
  if (weekday(date) > 5 || dayOf(date) === 5) return [];
  const after = { nasdaq: 'time-after-hours', finnhub: 'amc' };
  const before = { nasdaq: 'time-pre-market', finnhub: 'bmo' };
  return [
    { symbol: 'STZ', nasdaq: 'time-not-supplied', finnhub: '' },
    ...(dayOf(date) === 8 ? [{ symbol: 'AAPL', ...after }] : []),
    ...(dayOf(date) === 13 ? ['GOOG', 'GOOGL'].map((symbol) => ({ symbol, ...before })) : []),
  ];
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const days = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const nasdaq: Route = {
  provider: 'nasdaq',
  path: /^\/api\/calendar\/earnings$/,
  answer(_, { query }) {
    const date = query.get('date') ?? '';
    const asOf = `${days[weekday(date)]}, ${months[monthOf(date) - 1]} ${dayOf(date)}, ${yearOf(date)}`;
    const rows = reportingOn(date).map(({ symbol, nasdaq: time }) => ({
      lastYearRptDt: 'N/A',
      time,
      symbol,
      name: `${symbol} Inc`,
      marketCap: '$47,076,153,012',
      fiscalQuarterEnding: 'Dec/2025',
      epsForecast: '',
      noOfEsts: 'N/A',
    }));
    return json({
      data: {
        asOf,
        headers: rows.length === 0 ? null : { time: 'Time' },
        rows: rows.length === 0 ? null : rows,
      },
      message: null,
      status: { rCode: 200, bCodeMessage: null, developerMessage: null },
    });
  },
};

const finnhub: Route = {
  provider: 'finnhub',
  path: /^\/api\/v1\/calendar\/earnings$/,
  answer(_, { query }) {
    if (query.get('token') !== 'finnhub-key-0123456789') return json({ error: 'Invalid API key.' }, 401);
    const [from, to, symbol] = [query.get('from') ?? '', query.get('to') ?? '', query.get('symbol') ?? ''];
    const dates: string[] = [];
    for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
    const earningsCalendar = dates.flatMap((date) =>
      reportingOn(date)
        .filter((one) => one.symbol === symbol)
        .map(({ finnhub: hour }) => ({
          date,
          epsActual: null,
          epsEstimate: 1.9316,
          hour,
          quarter: 1,
          revenueActual: null,
          revenueEstimate: 110_771_401_872,
          symbol,
          year: 2026,
        })),
    );
    return json({ earningsCalendar });
  },
};

/** Who plays the calendars of releases and of earnings. */
export const calendars: readonly Route[] = [fredReleases, nasdaq, finnhub];
