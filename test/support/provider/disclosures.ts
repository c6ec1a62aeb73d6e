import { addDays, addMonths, endOfMonth } from '../../../lambda/calendar/civil.ts';
import { newYorkInstant } from '../../../lambda/calendar/new-york.ts';
import { previousSession } from '../../../lambda/calendar/nyse.ts';
import type { Reply, Route } from './replies.ts';

/** A company of the played SEC: the month in which its fiscal year begins, and the concept that it files under. */
interface Filer {
  readonly begins: number;
  readonly productive?: boolean;
}

const filers: Readonly<Record<string, Filer>> = {
  '0000320193': { begins: 10 },
  '0000789019': { begins: 7 },
  '0001045810': { begins: 2, productive: true },
  '0001018724': { begins: 1, productive: true },
  '0001652044': { begins: 1 },
  '0001326801': { begins: 1 },
  '0001318605': { begins: 1 },
};

/** Dollars that every company of the played SEC spends in a quarter: a round number, more each year by a fifth. */
export const spentIn = (year: number): number => Math.round(10e9 * 1.2 ** (year - 2020));

const html = (status: number, body: string): Reply => ({ status, type: 'text/html', body });

const sec: Route = {
  provider: 'sec',
  path: /^\/api\/xbrl\/companyconcept\/CIK(\d{10})\/us-gaap\/(\w+)\.json$/,
  answer(world, { headers }, [, cik = '', tag = '']) {
    if (isUndeclared(headers)) return undeclared;
    const filer = filers[cik];
    if (filer !== undefined && tag === 'NetIncomeLoss')
      return conceptOf(cik, tag, { USD: factsOf(filer, 2018, world.now.slice(0, 10), earnedIn) });
    if (filer !== undefined && tag === 'WeightedAverageNumberOfDilutedSharesOutstanding')
      return conceptOf(cik, tag, { shares: sharesOf(filer, 2018, world.now.slice(0, 10)) });
    const own =
      filer?.productive === true
        ? 'PaymentsToAcquireProductiveAssets'
        : 'PaymentsToAcquirePropertyPlantAndEquipment';
    if (filer === undefined || (tag !== own && cik !== '0001045810')) return notThere;
    // Nvidia once filed under the other concept.
    const last = tag === own ? world.now.slice(0, 10) : '2019-06-30';
    return conceptOf(cik, tag, { USD: factsOf(filer, 2018, last, spentIn) });
  },
};

/** A company's list of filings: with each quarter's filing a report of results, accepted at 16:30 of New York's clock. */
const submissions: Route = {
  provider: 'sec',
  path: /^\/submissions\/CIK(\d{10})\.json$/,
  answer(world, { headers }, [, cik = '']) {
    if (isUndeclared(headers)) return undeclared;
    const filer = filers[cik];
    if (filer === undefined) return notThere;
    const days = factsOf(filer, 2018, world.now.slice(0, 10), spentIn)
      .map(({ filed }) => filed)
      .toReversed();
    const rows = days.flatMap((day) => [
      { form: '8-K', filingDate: day, acceptanceDateTime: newYorkInstant(day, '16:30'), items: '2.02,9.01' },
      { form: '10-Q', filingDate: day, acceptanceDateTime: newYorkInstant(day, '18:01'), items: '' },
      { form: '8-K', filingDate: day, acceptanceDateTime: newYorkInstant(day, '18:02'), items: '5.02' },
    ]);
    const column = (name: keyof (typeof rows)[number]) => rows.map((row) => row[name]);
    const recent = {
      form: column('form'),
      filingDate: column('filingDate'),
      acceptanceDateTime: column('acceptanceDateTime').map((time) => time.replace('Z', '.000Z')),
      items: column('items'),
    };
    return json({ cik, name: 'PLAYED', filings: { recent, files: [] } });
  },
};

/** The SEC wants an e-mail address in the User-Agent. */
const isUndeclared = (headers: Readonly<Record<string, unknown>>): boolean =>
  !String(headers['user-agent'] ?? '').includes('@');

const undeclared = html(
  403,
  '<!DOCTYPE html><title>SEC.gov | Request Rate Threshold Exceeded</title><p>Your Request Originates from an Undeclared Automated Tool</p>',
);

const notThere: Reply = {
  status: 404,
  type: 'application/xml',
  body: '<Error><Code>NoSuchKey</Code></Error>',
};

const json = (body: unknown): Reply => ({
  status: 200,
  type: 'application/json',
  body: JSON.stringify(body),
});

const conceptOf = (cik: string, tag: string, units: unknown): Reply =>
  json({ cik: Number(cik), taxonomy: 'us-gaap', tag, label: 'Played', units });

/** Net income of every company of the played SEC in a quarter, in dollars: twice what it spends. */
export const earnedIn = (year: number): number => 2 * spentIn(year);

/** Diluted shares of every company of the played SEC. */
export const sharesOfEach = 10e9;

/** Averages of each fiscal year's quarters and of the year, as they are filed: none of the fourth quarter itself. */
function sharesOf(filer: Filer, from: number, last: string) {
  return factsOf(filer, from, last, () => 0).map((fact, i) => ({
    ...fact,
    start: i % 4 === 3 ? fact.start : addMonths(fact.start, 3 * (i % 4)),
    val: sharesOfEach,
  }));
}

/** Each fiscal year's filings for the year to date, filed forty days after the quarter; the first again a year later. */
function factsOf({ begins }: Filer, from: number, last: string, inQuarter: (year: number) => number) {
  const facts: { start: string; end: string; val: number; accn: string; form: string; filed: string }[] = [];
  for (let year = from; year <= Number(last.slice(0, 4)) + 1; year += 1) {
    const start = `${year}-${String(begins).padStart(2, '0')}-01`;
    let val = 0;
    for (let quarter = 1; quarter <= 4; quarter += 1) {
      const end = endOfMonth(addMonths(start, 3 * quarter - 1));
      const filed = addDays(end, 40);
      val += inQuarter(Number(addDays(end, -45).slice(0, 4)));
      if (filed > last) return facts;
      facts.push({
        start,
        end,
        val,
        accn: `${year}-${quarter}`,
        form: quarter === 4 ? '10-K' : '10-Q',
        filed,
      });
    }
  }
  return facts;
}

const csv = (lines: readonly string[]): Reply => ({
  status: 200,
  type: 'text/csv',
  body: `${lines.join('\r\n')}\r\n`,
});

const american = (date: string): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;

const direxion: Route = {
  provider: 'direxion',
  path: /^\/holdings\/(TNA|TZA)\.csv$/,
  answer(world, _, [, fund = '']) {
    const day = american(previousSession(world.now.slice(0, 10)));
    const row = (ticker: string, name: string, percent: string) =>
      `${day},${fund},${ticker},"${name}","1,000",10.5,"10,500.00",X,${percent}`;
    return csv([
      'Direxion Daily Small Cap Bull 3X Shares',
      fund,
      'Shares Outstanding:38000000',
      '',
      '',
      'TradeDate,AccountTicker,StockTicker,SecurityDescription,Shares,Price,MarketValue,Cusip,HoldingsPercent',
      row('IWM', 'ISHARES RUSSELL 2000 ETF', '68.25'),
      row('', 'RUSSELL 2000 INDEX SWAP, ONE', '120.5'),
      row('', 'RUSSELL 2000 INDEX SWAP, TWO', '111.2'),
      row('', 'DREYFUS GOVT CASH MAN INS', '25.1'),
      row('', 'CASH COLLATERAL', '14.9'),
    ]);
  },
};

/** Sectors of the played fund and their weights in percent: shares of 99.6, the rest cash. */
export const sectors = [
  ['Industrials', 18.4],
  ['Financials', 18.1],
  ['Health Care', 16.9],
  ['Information Technology', 15.2],
  ['Consumer Discretionary', 9.8],
  ['Real Estate', 6.1],
  ['Energy', 5.0],
  ['Materials', 4.4],
  ['Utilities', 3.1],
  ['Communication', 1.5],
  ['Consumer Staples', 1.1],
] as const;

const named = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Price over earnings and over book value that the played publisher gives each fund. */
export const ratiosOf = { '239710': [18.21, 1.94], '239726': [27.43, 5.02] } as const;

const isharesProduct: Route = {
  provider: 'ishares',
  path: /^\/varnish-api\/blk-one01-product-data\/product-data\/api\/v2\/get-product-data$/,
  answer(world, { query }) {
    const ratios = ratiosOf[query.get('portfolioId') as keyof typeof ratiosOf];
    if (ratios === undefined || query.get('component') !== 'fundamentalsAndRisk')
      return html(200, '<!DOCTYPE html><title>iShares</title>');
    const day = previousSession(world.now.slice(0, 10));
    const point = (value: number) => ({
      value,
      formattedValue: value.toFixed(2),
      asOfDate: Number(day.replaceAll('-', '')),
    });
    const dataPointsByNameMap = { priceEarnings: point(ratios[0]), priceBook: point(ratios[1]) };
    return json({
      componentsByNameMap: {
        fundamentalsAndRisk: { containersByNameMap: { default: { dataPointsByNameMap } } },
      },
    });
  },
};

const ishares: Route = {
  provider: 'ishares',
  path: /^\/varnish-api\/blk-one01-product-data\/product-data\/api\/v1\/get-fund-document$/,
  answer(world, { query }) {
    if (query.get('portfolioId') !== '239710' || query.get('component') !== 'holdings')
      return html(200, '<!DOCTYPE html><title>iShares</title>');
    const day = previousSession(world.now.slice(0, 10));
    const asOf = `${named[Number(day.slice(5, 7)) - 1]} ${day.slice(8)}, ${day.slice(0, 4)}`;
    const row = (ticker: string, sector: string, kind: string, percent: number) =>
      `"${ticker}","NAME OF ${ticker}","${sector}","${kind}","1,234,567.89","${percent.toFixed(2)}","1,234,567.89","1,000.00","12.34"`;
    return csv([
      '\uFEFFiShares Russell 2000 ETF',
      `Fund Holdings as of,"${asOf}"`,
      'Inception Date,"May 22, 2000"',
      'Shares Outstanding,"280,000,000.00"',
      '\u00a0',
      'Ticker,Name,Sector,Asset Class,Market Value,Weight (%),Notional Value,Quantity,Price',
      // Two shares a sector, to be added up.
      ...sectors.map(([sector, percent], i) => row(`A${i}`, sector, 'Equity', percent - 0.5)),
      ...sectors.map(([sector], i) => row(`B${i}`, sector, 'Equity', 0.5)),
      row('XTSLA', 'Cash and/or Derivatives', 'Money Market', 0.35),
      row('RTYZ5', 'Cash and/or Derivatives', 'Futures', 0.05),
      '\u00a0',
      '"The content contained herein is owned or licensed by the publisher, and more of the kind"',
    ]);
  },
};

export const disclosures: readonly Route[] = [sec, submissions, direxion, ishares, isharesProduct];
