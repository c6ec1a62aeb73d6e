import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import type { Bars } from '../../lambda/series/bars.ts';
import type { PlayedDay } from './provider/provider-state.ts';

/** The days of each fund, oldest first; tests change them in place. */
export type Funds = Map<string, PlayedDay[]>;

/** Daily returns of a market that goes up and down by rule, so that no return is random or zero. */
const wave = (day: number, pace: number): number =>
  0.004 * Math.sin(day * pace) + 0.006 * Math.cos(day * day);

const funds = [
  ['IWM', 240, 1, 0.7],
  ['SPY', 600, 1, 0.5],
  ['QQQ', 520, 1, 0.4],
  ['TNA', 45, 3, 0.7],
  ['TZA', 30, -3, 0.7],
  ['IJR', 120, 1, 0.6],
] as const;

const cents = (price: number): number => Math.round(price * 100) / 100;

/** The four required funds and two optional ones, sound in every respect: TNA is three times IWM, day by day, TZA minus three. */
export function fourFunds(first: string, last: string): Funds {
  const sessions = sessionsBetween(first, last);
  return new Map(
    funds.map(([symbol, start, multiple, pace]) => {
      let price: number = start;
      return [
        symbol,
        sessions.map((date, day) => {
          const open = price;
          price *= 1 + multiple * wave(day, pace);
          const close = cents(price);
          const [high, low] = [Math.max(open, price) * 1.003, Math.min(open, price) * 0.997].map(cents);
          const volume = 1_000_000 + 1_000 * (day % 7);
          return { date, open: cents(open), high: high!, low: low!, close, adjusted: close, volume };
        }),
      ];
    }),
  );
}

/** The days as a file of the folder. */
export const csvOf = (days: readonly PlayedDay[]): string =>
  [
    'Date,Open,High,Low,Close,Adj Close,Volume',
    ...days.map(({ date, open, high, low, close, adjusted, volume }) =>
      [date, open, high, low, close, adjusted, volume].join(','),
    ),
    '',
  ].join('\n');

/** The days as bars. */
export function barsOfDays(symbol: string, days: readonly PlayedDay[]): Bars {
  const column = (field: Exclude<keyof PlayedDay, 'date'>) => Float64Array.from(days, (day) => day[field]);
  return {
    symbol,
    sessions: days.map(({ date }) => date),
    open: column('open'),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    adjusted: column('adjusted'),
    volume: column('volume'),
  };
}
