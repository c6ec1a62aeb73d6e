import { expect, it } from 'vitest';
import { addDays, addMonths } from '../../../../lambda/calendar/civil.ts';
import { parseCboeOptions } from '../../../../lambda/sources/providers/cboe-quote/options.parse.ts';
import { parseDirexion } from '../../../../lambda/sources/providers/direxion/parse.ts';
import { type ConceptKind, conceptParser } from '../../../../lambda/sources/providers/sec/parse.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const about = (series: string) => ({ series, fetchedAt: '2025-12-31T22:50:00Z' });

/** Sixteen quarters of one concept, the newest of which ends in September 2025. */
function quarters(kind: ConceptKind, tag: string, value: (quarter: number) => number) {
  const facts = Array.from({ length: 16 }, (_, quarter) => {
    const start = addMonths('2021-10-01', 3 * quarter);
    const end = addDays(addMonths(start, 3), -1);
    return { start, end, val: value(quarter), filed: addDays(end, 40) };
  });
  const units = { [kind === 'shares' ? 'shares' : 'USD']: facts };
  return () => conceptParser(kind)(bytes(JSON.stringify({ cik: 320193, tag, units })), about('AAPL'));
}
const income = (value: (quarter: number) => number) => quarters('income', 'NetIncomeLoss', value);
const shares = (value: (quarter: number) => number) =>
  quarters('shares', 'WeightedAverageNumberOfDilutedSharesOutstanding', value);

it('net income that was filed in thousands for one quarter is refused', () => {
  expect(income((quarter) => (quarter === 15 ? 25e6 : 25e9))).toThrow(
    /net income of the period to 2025-09-30 is 25000000, as in another unit/,
  );
});

it('net income that falls to a hundredth, turns to a loss or grew from little long ago is taken', () => {
  expect(income((quarter) => (quarter === 15 ? 0.25e9 : 25e9))).not.toThrow();
  expect(income((quarter) => (quarter === 15 ? -25e9 : 25e9))).not.toThrow();
  expect(income((quarter) => (quarter < 3 ? 1e6 : 25e9))).not.toThrow();
});

it('shares in thousands are refused, of one quarter or all, and a split of 20 for 1 is taken', () => {
  expect(shares((quarter) => (quarter === 15 ? 15e6 : 15e9))).toThrow(
    /2025-09-30 is 15000000, as in another/,
  );
  expect(shares(() => 15e6)).toThrow(/as in another unit/);
  expect(shares((quarter) => (quarter < 8 ? 0.7e9 : 14e9))).not.toThrow();
});

it('a list of a leveraged fund that lacks a swap is refused, for all that its cash adds up', () => {
  const list = (swap: number) =>
    parseDirexion(
      bytes(
        [
          'TradeDate,AccountTicker,StockTicker,SecurityDescription,Shares,Price,MarketValue,Cusip,HoldingsPercent',
          '12/30/2025,TNA,IWM,ISHARES RUSSELL 2000 ETF,1,1,1,X,68.25',
          `12/30/2025,TNA,,RUSSELL 2000 INDEX SWAP,1,1,1,X,${swap}`,
          '12/30/2025,TNA,,DREYFUS GOVT CASH MAN INS,1,1,1,X,40',
        ].join('\r\n'),
      ),
      about('TNA'),
    );
  expect(list(231.75).holdings.weights.get('swaps')).toBeCloseTo(2.3175, 12);
  expect(() => list(120.5)).toThrow('shares and swaps add up to 189 %, not to about three hundred');
});

it('an implied volatility that is a fraction, not percent, is refused', () => {
  const quote = (iv30: number) =>
    parseCboeOptions(
      bytes(
        JSON.stringify({
          data: {
            symbol: 'IWM',
            ...{ open: 240, high: 244, low: 239, close: 243, current_price: 243, volume: 12 },
            prev_day_close: 240,
            last_trade_time: '2025-12-31T16:00:00',
            iv30,
          },
        }),
      ),
      about('IWM'),
    );
  expect(quote(18.5).options.value).toBeCloseTo(0.185, 12);
  expect(() => quote(0.185)).toThrow(/0\.185.*no implied volatility/);
});
