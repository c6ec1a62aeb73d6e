import { addDays } from '../../../lambda/calendar/civil.ts';
import { newYorkDate, newYorkInstant } from '../../../lambda/calendar/new-york.ts';
import { closeOf, earlyClose, openOf } from '../../../lambda/calendar/nyse.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import type { ProviderName } from '../../../lambda/providers/index.ts';
import { blsSeries } from '../../../lambda/sources/providers/bls/parse.ts';
import { calendars } from './calendars.ts';
import { disclosures } from './disclosures.ts';
import { daysOf, type ProviderState, valuesOf } from './provider-state.ts';
import { publishers } from './publishers.ts';
import { schedules } from './schedules.ts';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Who answers at which path, and with what. The paths are those of the real providers. */
export interface Route {
  readonly provider: ProviderName;
  readonly path: RegExp;
  readonly answer: (world: ProviderState, asked: Asked, match: RegExpExecArray) => Reply;
}

const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json;charset=utf-8',
  body: JSON.stringify(value),
});
const csv = (lines: readonly string[]): Reply => ({
  status: 200,
  type: 'text/csv',
  body: `${lines.join('\n')}\n`,
});
const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
const american = (date: string): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;
const secondsOf = (instant: string): number => Date.parse(instant) / 1000;

/** The price of every federal funds contract: an average rate of 3.5 %. */
export const fundsPrice = 96.5;

const dayAt = (date: string, price: number) => ({
  date,
  open: price,
  high: price,
  low: price,
  close: price,
  adjusted: price,
  volume: 1000,
});

const yahoo: Route = {
  provider: 'yahoo',
  path: /^\/v8\/finance\/chart\/(.+)$/,
  answer(world, { query, headers }, match) {
    // Measured by others in October 2026: a bare program's name gets 429, this form 200.
    if (!/^Mozilla\/5\.0 \(compatible; /.test(String(headers['user-agent'] ?? 'Mozilla/5.0 (compatible; ')))
      return { status: 429, type: 'text/plain', body: 'Too Many Requests' };
    const symbol = decodeURIComponent(match[1] ?? '');
    const isContract = /^ZQ[FGHJKMNQUVXZ]\d\d\.CBT$/.test(symbol);
    const days = daysOf(
      { ...world, market: new Map([...world.market, ...(world.yahoo ?? [])]) },
      isContract ? ([...world.market.keys()][0] ?? '') : symbol,
      isoOf(Number(query.get('period1'))),
      isoOf(Number(query.get('period2')) - 1),
    );
    if (isContract) days.splice(0, days.length, ...days.map(({ date }) => dayAt(date, fundsPrice)));
    const newest = days.at(-1);
    if (newest === undefined) {
      const description = 'No data found, symbol may be delisted';
      return json({ chart: { result: null, error: { code: 'Not Found', description } } }, 404);
    }
    const closed = Math.min(secondsOf(closeOf(newest.date)) + 1, secondsOf(world.now));
    const column = (field: 'open' | 'high' | 'low' | 'close' | 'volume') => days.map((day) => day[field]);
    return json({
      chart: {
        result: [
          {
            meta: {
              currency: 'USD',
              symbol,
              instrumentType: symbol.startsWith('^') ? 'INDEX' : 'ETF',
              regularMarketTime: closed,
              regularMarketPrice: newest.close,
              exchangeTimezoneName: 'America/New_York',
              dataGranularity: '1d',
            },
            timestamp: days.map(({ date }) => secondsOf(openOf(date))),
            indicators: {
              quote: [
                {
                  open: column('open'),
                  high: column('high'),
                  low: column('low'),
                  close: column('close'),
                  volume: column('volume'),
                },
              ],
              adjclose: [{ adjclose: days.map((day) => day.adjusted) }],
            },
          },
        ],
        error: null,
      },
    });
  },
};

const tiingo: Route = {
  provider: 'tiingo',
  path: /^\/tiingo\/daily\/([^/]+)\/prices$/,
  answer(world, { query, headers }, match) {
    if (headers.authorization !== 'Token tiingo-key-0123456789')
      return json({ detail: 'Invalid token.' }, 401);
    const days = daysOf(world, match[1] ?? '', query.get('startDate') ?? '', query.get('endDate') ?? '');
    if (days.length === 0) return json({ detail: 'Not found.' }, 404);
    return json(
      days.map(({ date, open, high, low, close, adjusted, volume }) => ({
        date: `${date}T00:00:00.000Z`,
        open,
        high,
        low,
        close,
        volume,
        adjOpen: open,
        adjHigh: high,
        adjLow: low,
        adjClose: adjusted,
        adjVolume: volume,
        divCash: 0,
        splitFactor: 1,
      })),
    );
  },
};

const alpaca: Route = {
  provider: 'alpaca',
  path: /^\/v2\/stocks\/bars$/,
  answer(world, { query, headers }) {
    if (headers['apca-api-key-id'] !== 'alpaca-id-0123456789') return json({ message: 'forbidden.' }, 403);
    if (Date.parse(query.get('end') ?? '') > Date.parse(world.now) - 15 * 60_000)
      return json({ message: 'subscription does not permit querying recent SIP data' }, 403);
    const symbol = query.get('symbols') ?? '';
    const days = daysOf(world, symbol, query.get('start') ?? '', (query.get('end') ?? '').slice(0, 10));
    const start = Number(query.get('page_token') ?? 0);
    const page = 3000;
    const bars = days
      .slice(start, start + page)
      .map(({ date, open, high, low, close, adjusted, volume }) => ({
        t: newYorkInstant(date, '03:00').replace(/T0[78]/, (hour) => (hour === 'T07' ? 'T04' : 'T05')),
        o: open,
        h: high,
        l: low,
        c: query.get('adjustment') === 'all' ? adjusted : close,
        v: volume,
      }));
    return json({
      bars: { [symbol]: bars },
      next_page_token: start + page < days.length ? String(start + page) : null,
    });
  },
};

const massive: Route = {
  provider: 'massive',
  path: /^\/v2\/aggs\/ticker\/([^/]+)\/range\/1\/day\/([^/]+)\/([^/]+)$/,
  answer(world, { headers }, [, symbol = '', from = '', to = '']) {
    if (headers.authorization !== 'Bearer massive-key-0123456789')
      return json({ status: 'ERROR', request_id: 'x', error: 'Unknown API Key' }, 401);
    // The free plan: nothing of the current day, two years back, and 500 bars of what is longer.
    const message = "Your plan doesn't include this data timeframe";
    const today = newYorkDate(world.now);
    if (to >= today || from < addDays(today, -731)) return json({ status: 'NOT_AUTHORIZED', message }, 403);
    const days = daysOf(world, symbol, from, to).slice(0, 500);
    const results = days.map(({ date, open, high, low, close, volume }) => ({
      t: secondsOf(newYorkInstant(date, '03:00')) * 1000 - 3 * 3_600_000,
      o: open,
      h: high,
      l: low,
      c: close,
      v: volume,
    }));
    return json({
      ticker: symbol,
      adjusted: true,
      status: 'OK',
      queryCount: days.length,
      resultsCount: days.length,
      results,
    });
  },
};

/** Cboe's history of a symbol: without its newest sessions where the world says that it lags. */
const cboeDays = (world: ProviderState, symbol: string, from: string) => {
  const days = daysOf(world, symbol, from, world.now.slice(0, 10));
  return days.slice(0, days.length - (world.cboeLag ?? 0));
};
const denied: Reply = {
  status: 403,
  type: 'application/xml',
  body: '<Error><Code>AccessDenied</Code></Error>',
};
const cboeName = (asked: string): string => (asked === '_SPX' ? '^GSPC' : asked.replace(/^_/, '^'));

const cboeQuote: Route = {
  provider: 'cboe',
  path: /^\/api\/global\/delayed_quotes\/quotes\/(.+)\.json$/,
  answer(world, _, match) {
    const asked = decodeURIComponent(match[1] ?? '');
    const [before, day] = daysOf(world, cboeName(asked), '1975-01-01', world.now.slice(0, 10)).slice(-2);
    if (before === undefined || day === undefined) return denied;
    const close = earlyClose(day.date)?.time ?? '16:00';
    const { open, high, low, volume } = day;
    return json({
      timestamp: `${world.now.slice(0, 10)} ${world.now.slice(11, 19)}`,
      data: {
        symbol: asked.replace(/^_/, '^'),
        ...{ open, high, low, close: day.close, current_price: day.close, volume },
        prev_day_close: before.close,
        last_trade_time: `${day.date}T${close}:00`,
        iv30: 18.5,
      },
      symbol: asked,
    });
  },
};

const cboeChart: Route = {
  provider: 'cboe',
  path: /^\/api\/global\/delayed_quotes\/charts\/historical\/(.+)\.json$/,
  answer(world, _, match) {
    const asked = decodeURIComponent(match[1] ?? '');
    const days = cboeDays(world, cboeName(asked), '1975-01-01');
    if (days.length === 0) return denied;
    const text = (value: number) => value.toFixed(4);
    const data = days.map(({ date, open, high, low, close, volume }) => ({
      date,
      open: text(open),
      high: text(high),
      low: text(low),
      close: text(close),
      volume: String(Math.round(volume)),
    }));
    return json({ symbol: asked.replace(/^_/, '^'), data });
  },
};

const cboeIndex: Route = {
  provider: 'cboe',
  path: /^\/api\/global\/us_indices\/daily_prices\/([A-Z0-9]+)_History\.csv$/,
  answer(world, _, match) {
    const days = cboeDays(world, `^${match[1]}`, '1990-01-01');
    if (days.length === 0) return denied;
    return csv([
      'DATE,OPEN,HIGH,LOW,CLOSE',
      ...days.map((day) =>
        [american(day.date), ...[day.open, day.high, day.low, day.close].map((v) => v.toFixed(6))].join(','),
      ),
    ]);
  },
};

const fred: Route = {
  provider: 'fred',
  path: /^\/fred\/series\/observations$/,
  answer(world, { query }) {
    if (query.get('api_key') !== 'fred-key-0123456789')
      return json(
        {
          error_code: 400,
          error_message: `Bad Request.  The value for variable api_key is not registered: ${query.get('api_key')}`,
        },
        400,
      );
    const rows = valuesOf(world, query.get('series_id') ?? '');
    if (rows.length === 0)
      return json({ error_code: 400, error_message: 'Bad Request.  The series does not exist.' }, 400);
    const observations = rows.map(({ date, value }) => ({
      realtime_start: query.get('realtime_start'),
      realtime_end: query.get('realtime_end'),
      date,
      value: value === null ? '.' : String(value),
    }));
    return json({ count: observations.length, offset: 0, limit: 100_000, observations });
  },
};

const frequencyOf = (series: string): string => {
  const spec = tna.macro.find((one) => one.series === series);
  return `${spec?.frequency} ${spec?.weekday}`;
};

const fredgraph: Route = {
  provider: 'fredgraph',
  path: /^\/graph\/fredgraph\.csv$/,
  answer(world, { query, headers }) {
    // The guard before FRED's site, as measured by others in October 2026: browsers' names are held up.
    if (/mozilla|chrome/i.test(String(headers['user-agent'] ?? '')))
      return { status: 403, type: 'text/html', body: '<!DOCTYPE html><title>Access Denied</title>' };
    const names = (query.get('id') ?? '').split(',');
    const columns = names.map(
      (name) => new Map(valuesOf(world, name).map(({ date, value }) => [date, value])),
    );
    // One unknown name among several turns the whole answer into a page.
    if (columns.some(({ size }) => size === 0))
      return { status: 404, type: 'text/html', body: '<!DOCTYPE html><title>404 Not Found</title>' };
    if (new Set(names.map(frequencyOf)).size > 1)
      return { status: 200, type: 'application/zip', body: 'PK\u0003\u0004 a file for each frequency' };
    const dates = [...new Set(columns.flatMap((column) => [...column.keys()]))].sort();
    return csv([
      `observation_date,${names.join(',')}`,
      ...dates.map((date) => [date, ...columns.map((column) => column.get(date) ?? '')].join(',')),
    ]);
  },
};

const nyfed: Route = {
  provider: 'nyfed',
  path: /^\/api\/rates\/(unsecured\/effr|secured\/sofr)\/last\/(\d+)\.json$/,
  answer(world, _, match) {
    const count = Number(match[2]);
    const [upper, lower] = [
      valuesOf(world, 'DFEDTARU').slice(-count),
      valuesOf(world, 'DFEDTARL').slice(-count),
    ];
    const type = match[1] === 'secured/sofr' ? 'SOFR' : 'EFFR';
    return json({
      refRates: upper
        .map(({ date, value }, i) => ({
          effectiveDate: date,
          type,
          percentRate: ((value ?? 0) + (lower[i]?.value ?? 0)) / 2,
          targetRateFrom: lower[i]?.value,
          targetRateTo: value,
          revisionIndicator: '',
        }))
        .toReversed(),
    });
  },
};

const bls: Route = {
  provider: 'bls',
  path: /^\/publicAPI\/v2\/timeseries\/data\/([A-Z0-9]+)$/,
  answer(world, { query }, match) {
    const series = Object.entries(blsSeries).find(([, id]) => id === match[1])?.[0] ?? '';
    const [from, to] = [query.get('startyear') ?? '', query.get('endyear') ?? ''];
    const data = valuesOf(world, series)
      .filter(({ date }) => date.slice(0, 4) >= from && date.slice(0, 4) <= to)
      .map(({ date, value }) => ({
        year: date.slice(0, 4),
        period: `M${date.slice(5, 7)}`,
        periodName: 'month',
        value: value === null ? '-' : String(value),
        footnotes: [{}],
      }))
      .toReversed();
    return json({
      status: 'REQUEST_SUCCEEDED',
      responseTime: 12,
      message: [],
      Results: { series: [{ seriesID: match[1], data }] },
    });
  },
};

export const routes: readonly Route[] = [
  ...disclosures,
  ...calendars,
  ...schedules,
  yahoo,
  tiingo,
  alpaca,
  massive,
  cboeChart,
  cboeQuote,
  cboeIndex,
  fred,
  fredgraph,
  ...publishers,
  nyfed,
  bls,
];
