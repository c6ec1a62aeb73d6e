import type { Funds } from '../../../support/four-funds.ts';
import type { PlayedDay } from '../../../support/provider/provider-state.ts';

/** A change to one fund’s days. */
export type Edit = (days: PlayedDay[]) => void;

/** Changes to some symbols' days; the rest stay sound. */
export const on =
  (symbols: readonly string[], edit: Edit) =>
  (funds: Funds): void => {
    for (const symbol of symbols) edit(funds.get(symbol)!);
  };

/** A change to the day a given number of sessions before the last (0 is the session's). */
export const day =
  (back: number, change: (is: PlayedDay, before: PlayedDay) => Partial<PlayedDay>): Edit =>
  (days) => {
    const at = days.length - 1 - back;
    days[at] = { ...days[at]!, ...change(days[at]!, days[at - 1]!) };
  };

/** Days taken out, a given number of sessions before the last. */
export const without =
  (...backs: readonly number[]): Edit =>
  (days) => {
    const gone = new Set(backs.map((back) => days.length - 1 - back));
    days.splice(0, days.length, ...days.filter((_, at) => !gone.has(at)));
  };

/** Prices scaled up to a day a given number of sessions before the last, as before a split that is not adjusted for. */
export const scaledBefore =
  (back: number, factor: number): Edit =>
  (days) => {
    for (let at = 0; at < days.length - back; at++) {
      const { open, high, low, close, adjusted, date, volume } = days[at]!;
      const [o, h, l, c, a] = [open, high, low, close, adjusted].map((price) => price * factor);
      days[at] = { date, open: o!, high: h!, low: l!, close: c!, adjusted: a!, volume };
    }
  };

export const moved = (by: number) =>
  day(0, (_, { close }) => {
    const price = close * (1 + by);
    return {
      open: close,
      close: price,
      adjusted: price,
      high: Math.max(close, price) * 1.002,
      low: Math.min(close, price) * 0.998,
    };
  });

export const copy: Edit = day(0, (_, { open, high, low, close, adjusted }) => ({
  open,
  high,
  low,
  close,
  adjusted,
}));
export const placeholder: Edit = day(0, (_, { close, adjusted }) => ({
  open: close,
  high: close,
  low: close,
  close,
  adjusted,
  volume: 0,
}));
export const unchanged: Edit = day(0, ({ high, low }, { close, adjusted }) => ({
  close,
  adjusted,
  high: Math.max(high, close),
  low: Math.min(low, close),
}));
export const price = (change: (close: number) => number, alone = false): Edit =>
  day(0, ({ close, low, high }) => {
    const wrong = change(close);
    return {
      close: wrong,
      adjusted: wrong,
      ...(alone ? {} : { low: Math.min(low, wrong), high: Math.max(high, wrong) }),
    };
  });
