import { type OptionValue, put } from '../../analytics/black-scholes.ts';
import { continuousRate } from '../../analytics/continuous-rate.ts';
import { dividendYield } from '../../analytics/dividend-yield.ts';
import { contractShares, coverContracts, hedgeContracts } from '../../analytics/put-hedge.ts';
import { fredSeries } from '../../editions/fred.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { lacksStart } from '../windows.ts';
import { absent, derive, type Kind, write } from '../write.ts';

/** The put that the model prices. */
export const hedgeTerms = {
  /** Strike below the close, fraction. */
  outOfTheMoney: 0.05,
  /** Calendar days to expiry. */
  days: 30,
  daysInYear: 365,
} as const;

const money: Kind = { unit: 'usd', method: 'model put' };
const hedged: Kind = { unit: 'usd', method: 'put hedge' };
const yearly: Kind = { unit: 'fraction a year', method: 'model put' };

/** What hedging the sized position with puts on the underlying would take, by Black–Scholes–Merton. */
export function hedge(view: SessionView, book: FigureBook): void {
  const { underlying, fund } = view.edition;
  const of = (name: string) => `hedge.${underlying}.${name}`;
  const close = `close.${underlying}`;
  const dividends = `yield.${underlying}.1y`;
  assumptions(view, book, of);
  const terms = [close, of('strike'), of('days'), of('rate'), dividends, of('volatility')];
  derive(book, of('put.price'), money, terms, (s, k, t, r, q, v) => model(s, k, t, r, q, v).price);
  derive(
    book,
    of('put.delta'),
    { unit: 'ratio', method: 'model put' },
    terms,
    (s, k, t, r, q, v) => model(s, k, t, r, q, v).delta,
  );
  derive(book, of('put.cost'), money, [of('put.price')], (price) => contractShares * price);
  const position: Position = { symbol: fund.symbol, beta: fund.beta, close, of };
  contracts(position, book);
  cover(position, book);
}

/** Strike, expiry, volatility, rate and dividends: each a figure, so that each is shown with its source. */
function assumptions(view: SessionView, book: FigureBook, of: (name: string) => string): void {
  const { underlying } = view.edition;
  derive(book, of('strike'), money, [`close.${underlying}`], (close) => {
    const strike = Math.round(close * (1 - hedgeTerms.outOfTheMoney));
    return strike > 0 ? strike : absent({ code: 'low-strike' });
  });
  book.add(of('days'), hedgeTerms.days, {
    unit: 'days',
    method: 'model put',
    asOf: view.session,
    inputs: [],
    sources: ['assumption'],
  });
  derive(book, of('volatility'), yearly, [`expected.${underlying}.1d`], (move) =>
    move > 0 ? move * Math.sqrt(252) : absent({ code: 'did-not-move', subject: underlying }),
  );
  const bill = view.macro(fredSeries.threeMonths);
  write(book, of('rate'), yearly, bill.basis, () => continuousRate((bill.latest?.value ?? Number.NaN) / 100));
  const symbol = view.symbol(underlying);
  write(
    book,
    `yield.${underlying}.1y`,
    { unit: 'fraction', method: 'dividend yield' },
    symbol.adjusted,
    () => {
      const { history, index } = symbol;
      if (!history.paysOut) return absent({ code: 'no-dividends', subject: underlying });
      const start = view.start('1y');
      const lacking = lacksStart(symbol, start, '1y');
      if (lacking !== null) return lacking;
      const ends = (column: Float64Array) => [column[start]!, column[index]!] as const;
      return dividendYield(ends(history.adjusted), ends(history.close));
    },
  );
}

/** The position that is hedged: its symbol, its multiple of the underlying, the figures of its close and of the put. */
interface Position {
  readonly symbol: string;
  readonly beta: number;
  readonly close: string;
  readonly of: (name: string) => string;
}

function contracts({ symbol, beta, close, of }: Position, book: FigureBook): void {
  const count = `hedge.${symbol}.contracts`;
  const notional = `size.${symbol}.notional`;
  derive(
    book,
    count,
    { unit: 'contracts', method: 'put hedge' },
    [notional, close, of('put.delta')],
    (value, spot, delta) =>
      // So far out of the money that the delta is gone: no number of these puts offsets the position.
      -delta < 0.001 ? absent({ code: 'no-delta' }) : hedgeContracts({ notional: value, beta, spot, delta }),
  );
  derive(book, `hedge.${symbol}.covered`, hedged, [count, close], (n, spot) => n * contractShares * spot);
  costs(`hedge.${symbol}`, hedged.method, [count, notional], book, of);
}

/** Puts on as many shares as the position moves like, beside the count that offsets its delta. */
function cover({ symbol, beta, close, of }: Position, book: FigureBook): void {
  const exact = `hedge.${symbol}.cover.exact`;
  const count = `hedge.${symbol}.cover.contracts`;
  const notional = `size.${symbol}.notional`;
  const kind = { unit: 'contracts', method: 'exposure cover' } as const;
  derive(book, exact, kind, [notional, close], (value, spot) =>
    coverContracts({ notional: value, beta, spot }),
  );
  derive(book, count, kind, [exact], Math.round);
  derive(
    book,
    `hedge.${symbol}.cover.share`,
    { unit: 'fraction', method: 'exposure cover' },
    [count, exact],
    (whole, needed) => (needed > 0 ? whole / needed : absent({ code: 'no-position' })),
  );
  costs(`hedge.${symbol}.cover`, kind.method, [count, notional], book, of);
}

/** What a given number of contracts cost, and as a share of the position. */
function costs(
  id: string,
  method: Kind['method'],
  [count, notional]: readonly [string, string],
  book: FigureBook,
  of: (name: string) => string,
): void {
  const cost = `${id}.cost`;
  derive(book, cost, { unit: 'usd', method }, [count, of('put.cost')], (n, each) => n * each);
  derive(book, `${id}.costshare`, { unit: 'fraction', method }, [cost, notional], (paid, value) =>
    value > 0 ? paid / value : absent({ code: 'no-position' }),
  );
}

/** The model's value of the put; terms in the order in which they are asked for. */
const model = (
  spot: number,
  strike: number,
  days: number,
  rate: number,
  paid: number,
  volatility: number,
): OptionValue =>
  put({
    spot,
    strike,
    years: days / hedgeTerms.daysInYear,
    rate,
    dividendYield: Math.log1p(paid),
    volatility,
  });
