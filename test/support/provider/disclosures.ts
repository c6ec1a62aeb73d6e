import { addDays, addMonths, endOfMonth } from '../../../lambda/calendar/civil.ts';
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
    // The SEC wants an e-mail address in the User-Agent.
    if (!String(headers['user-agent'] ?? '').includes('@'))
      return html(
        403,
        '<!DOCTYPE html><title>SEC.gov | Request Rate Threshold Exceeded</title><p>Your Request Originates from an Undeclared Automated Tool</p>',
      );
    const filer = filers[cik];
    const own =
      filer?.productive === true
        ? 'PaymentsToAcquireProductiveAssets'
        : 'PaymentsToAcquirePropertyPlantAndEquipment';
    if (filer === undefined || (tag !== own && cik !== '0001045810'))
      return { status: 404, type: 'application/xml', body: '<Error><Code>NoSuchKey</Code></Error>' };
    // Nvidia once filed under the other concept.
    const last = tag === own ? world.now.slice(0, 10) : '2019-06-30';
    const USD = factsOf(filer, 2018, last);
    return {
      status: 200,
      type: 'application/json',
      body: JSON.stringify({ cik: Number(cik), taxonomy: 'us-gaap', tag, label: 'Payments', units: { USD } }),
    };
  },
};

/** Each fiscal year's filings for the year to date, filed forty days after the quarter; the first again a year later. */
function factsOf({ begins }: Filer, from: number, last: string) {
  const facts: { start: string; end: string; val: number; accn: string; form: string; filed: string }[] = [];
  for (let year = from; year <= Number(last.slice(0, 4)) + 1; year += 1) {
    const start = `${year}-${String(begins).padStart(2, '0')}-01`;
    let val = 0;
    for (let quarter = 1; quarter <= 4; quarter += 1) {
      const end = endOfMonth(addMonths(start, 3 * quarter - 1));
      const filed = addDays(end, 40);
      val += spentIn(Number(addDays(end, -45).slice(0, 4)));
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

export const disclosures: readonly Route[] = [sec, direxion, ishares];
