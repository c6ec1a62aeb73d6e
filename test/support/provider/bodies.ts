import type { Bars } from '../../../lambda/series/bars.ts';
import type { Observations } from '../../../lambda/series/observations.ts';
import { packBundle } from '../../../lambda/sources/parsing/bundle.ts';
import type { ProviderState } from './provider-state.ts';
import { routes } from './replies.ts';

export const fetchedAt = '2025-12-31T02:00:00Z';

/** Twelve sessions and as many values: small bodies, so that every byte of them is hit many times. */
const sessions = ['11', '12', '15', '16', '17', '18', '19', '22', '23', '24', '26', '29'].map(
  (day) => `2025-12-${day}`,
);
const level = (base: number): Float64Array =>
  Float64Array.from(sessions, (_, i) => base + ((i * 7) % 5) * 0.31);
const bars = (symbol: string): Bars => ({
  symbol,
  sessions,
  open: level(100.21),
  high: level(103.47),
  low: level(98.13),
  close: level(101.08),
  adjusted: level(99.9),
  volume: level(1_234_567),
});
const monthly = (id: string): Observations => ({
  id,
  dates: sessions.map((_, i) => `2025-${String(i + 1).padStart(2, '0')}-01`),
  values: level(4.1),
});
const world: ProviderState = {
  now: fetchedAt,
  market: new Map(['IWM', '^VIX'].map((symbol) => [symbol, bars(symbol)])),
  macro: new Map<string, Observations>([
    ...['UNRATE', 'GACDISA066MSFRBNY', 'GACDFSA066MSFRBPHI', 'UMCSENT'].map((id): [string, Observations] => [
      id,
      monthly(id),
    ]),
    ...['NFCI', 'DFII10', 'T5YIE', 'DGS2', 'DGS10', 'DGS3MO', 'DGS30', 'DFEDTARU', 'DFEDTARL'].map(
      (id): [string, Observations] => [id, { id, dates: sessions, values: level(3.52) }],
    ),
  ]),
};

function body(path: string, query = '', headers: Record<string, string> = {}): Uint8Array {
  const route = routes.find((one) => one.path.test(path));
  const match = route?.path.exec(path);
  if (route === undefined || match == null) throw new Error(`nobody plays ${path}`);
  const reply = route.answer(world, { path, query: new URLSearchParams(query), headers }, match);
  if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}: ${reply.body}`);
  return Buffer.from(reply.body);
}

const part = (label: string, bytes: Uint8Array) => ({
  label,
  origin: 'http://provider/',
  fetchedAt,
  text: Buffer.from(bytes).toString(),
});
const alpaca = (adjustment: string): Uint8Array =>
  body('/v2/stocks/bars', `symbols=IWM&start=2025-12-01&end=2025-12-31T01:44:00Z&adjustment=${adjustment}`, {
    'apca-api-key-id': 'alpaca-id-0123456789',
  });
const window = 'realtime_start=2025-12-30&realtime_end=2025-12-30&api_key=fred-key-0123456789';

const fredKey =
  'api_key=fred-key-0123456789&include_release_dates_with_no_data=true&realtime_start=2025-12-31';
const releaseCalendar = packBundle(
  [0, 20].map((offset) =>
    part(`page ${offset}`, body('/fred/releases/dates', `${fredKey}&offset=${offset}&limit=20`)),
  ),
);
const earningsOf = (date: string) => part(date, body('/api/calendar/earnings', `date=${date}`));
const earningsBy = (symbol: string) =>
  part(
    `${symbol} 2026-01-02 2026-01-15`,
    body(
      '/api/v1/calendar/earnings',
      `token=finnhub-key-0123456789&from=2026-01-02&to=2026-01-15&symbol=${symbol}`,
    ),
  );

/** One small answer of every provider, as its parser gets it: its source, its key, its bytes. */
export const payloads: readonly (readonly [source: string, key: string, bytes: Uint8Array])[] = [
  ['yahoo', 'bars:IWM', body('/v8/finance/chart/IWM', 'period1=1764547200&period2=1767225600')],
  ['yahoo', 'futures:2026-02', body('/v8/finance/chart/ZQG26.CBT', 'period1=1764547200&period2=1767225600')],
  [
    'tiingo',
    'bars:IWM',
    body('/tiingo/daily/IWM/prices', 'startDate=2025-12-01&endDate=2025-12-31', {
      authorization: 'Token tiingo-key-0123456789',
    }),
  ],
  ['alpaca', 'bars:IWM', packBundle([part('split', alpaca('split')), part('all', alpaca('all'))])],
  [
    'massive',
    'bars:IWM',
    body('/v2/aggs/ticker/IWM/range/1/day/2025-12-01/2025-12-29', '', {
      authorization: 'Bearer massive-key-0123456789',
    }),
  ],
  ['cboe-chart', 'bars:IWM', body('/api/global/delayed_quotes/charts/historical/IWM.json')],
  ['cboe-quote', 'options:IWM', body('/api/global/delayed_quotes/quotes/IWM.json')],
  ['cboe-index', 'bars:^VIX', body('/api/global/us_indices/daily_prices/VIX_History.csv')],
  ['fred', 'macro:UNRATE', body('/fred/series/observations', `series_id=UNRATE&${window}`)],
  ['fredgraph', 'macro:UNRATE', body('/graph/fredgraph.csv', 'id=UNRATE')],
  [
    'treasury',
    'macro:DGS2',
    body('/resource-center/data-chart-center/interest-rates/daily-treasury-rates.csv/2025/all'),
  ],
  ['chicagofed', 'macro:NFCI', body('/-/media/publications/nfci/nfci-data-series-csv.csv')],
  [
    'empire',
    'macro:GACDISA066MSFRBNY',
    body('/medialibrary/media/survey/empire/data/esms_seasonallyadjusted_diffusion.csv'),
  ],
  [
    'philadelphiafed',
    'macro:GACDFSA066MSFRBPHI',
    body('/-/media/frbp/assets/surveys-and-data/mbos/historical-data/diffusion-indexes/bos_dif.csv'),
  ],
  ['michigan', 'macro:UMCSENT', body('/files/tbmics.csv')],
  ['nyfed', 'macro:DFEDTARU', body('/api/rates/unsecured/effr/last/30.json')],
  ['bls', 'macro:UNRATE', body('/publicAPI/v2/timeseries/data/LNS14000000', 'startyear=2016&endyear=2025')],
  [
    'sec',
    'filings:MSFT',
    body(
      '/api/xbrl/companyconcept/CIK0000789019/us-gaap/PaymentsToAcquirePropertyPlantAndEquipment.json',
      '',
      { 'user-agent': 'test test@example.org' },
    ),
  ],
  [
    'sec',
    'income:MSFT',
    body('/api/xbrl/companyconcept/CIK0000789019/us-gaap/NetIncomeLoss.json', '', {
      'user-agent': 'test test@example.org',
    }),
  ],
  [
    'sec',
    'shares:MSFT',
    body(
      '/api/xbrl/companyconcept/CIK0000789019/us-gaap/WeightedAverageNumberOfDilutedSharesOutstanding.json',
      '',
      { 'user-agent': 'test test@example.org' },
    ),
  ],
  [
    'sec',
    'results:MSFT',
    body('/submissions/CIK0000789019.json', '', { 'user-agent': 'test test@example.org' }),
  ],
  ['direxion', 'holdings:TNA', body('/holdings/TNA.csv')],
  [
    'ishares',
    'holdings:IWM',
    body(
      '/varnish-api/blk-one01-product-data/product-data/api/v1/get-fund-document',
      'portfolioId=239710&component=holdings',
    ),
  ],
  [
    'ishares',
    'valuation:IWM',
    body(
      '/varnish-api/blk-one01-product-data/product-data/api/v2/get-product-data',
      'portfolioId=239710&component=fundamentalsAndRisk',
    ),
  ],
  ['fred-releases', 'events:releases', releaseCalendar],
  [
    'nasdaq',
    'events:earnings',
    packBundle(['08', '09', '12', '13'].map((day) => earningsOf(`2026-01-${day}`))),
  ],
  [
    'bls-calendar',
    'events:bls',
    body('/schedule/news_release/bls.ics', '', { 'user-agent': 'test/1 (test@example.org)' }),
  ],
  ['bea-calendar', 'events:bea', body('/news/schedule/ics/online-calendar-subscription.ics')],
  ['board-calendar', 'events:fed', body('/json/calendar.json')],
  ['finnhub', 'events:earnings', packBundle(['AAPL', 'GOOGL'].map(earningsBy))],
];

/** The body of a source's small answer. */
export function bodyOf(source: string): Uint8Array {
  const [, , bytes] = payloads.find(([name]) => name === source) ?? [];
  if (bytes === undefined) throw new Error(`there is no body of ${source}`);
  return bytes;
}
