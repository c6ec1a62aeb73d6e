import { describe, expect, it } from 'vitest';
import { sessionsBetween } from '../../../lambda/calendar/nyse.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { againstIndices } from '../../../lambda/quality/against-index.ts';
import type { Bars } from '../../../lambda/series/bars.ts';

const session = '2025-12-10';
const sessions = sessionsBetween('2024-09-03', session);

/** A year of closes of which each index's moves are its own, and the last move is given. */
function bars(symbol: string, pace: number, start: number, last = 0.002): Bars {
  let price = start;
  const close = sessions.map((_, day) => {
    price *= 1 + (day === sessions.length - 1 ? last : 0.01 * Math.sin(day * day * pace));
    return price;
  });
  const none = { open: null, high: null, low: null, adjusted: null, volume: null };
  return { symbol, sessions, close: Float64Array.from(close), ...none };
}

const found = (...all: Bars[]) =>
  againstIndices(tna, session, new Map(all.map((one) => [one.symbol, one]))).map(
    ({ subject, text }) => `${subject}: ${text}`,
  );

describe('a required fund and its index', () => {
  it('that move alike to within a point are not spoken of', () => {
    expect(found(bars('SPY', 1, 600, 0.0119), bars('^GSPC', 1, 6000))).toEqual([]);
  });

  it('that are more than a point apart on the session are named with both moves', () => {
    expect(found(bars('SPY', 1, 600, -0.0081), bars('^GSPC', 1, 6000), bars('QQQ', 2, 500))).toEqual([
      'bars:SPY: −0.8 % on 2025-12-10, and ^GSPC, its index, +0.2 %',
    ]);
  });

  it('of which either lacks the session before are not compared', () => {
    const { close, ...index } = bars('^GSPC', 1, 6000);
    const without = {
      ...index,
      sessions: sessions.toSpliced(-2, 1),
      close: Float64Array.from([...close!].toSpliced(-2, 1)),
    };
    expect(found(bars('SPY', 1, 600, 0.05), without)).toEqual([]);
  });
});

describe('a fund whose closes do not go with its own index', () => {
  /** SPY's moves, and a share of another fund's in them. */
  const mixed = (share: number): Bars => {
    const [own, other] = [bars('SPY', 1, 600).close!, bars('QQQ', 2, 500).close!];
    const blend = own.map((price, day) => price ** (1 - share) * other[day]! ** share);
    return { ...bars('SPY', 1, 600), close: blend };
  };

  it('is named, as a file of another fund is', () => {
    const named = ['bars:SPY: its closes of a year do not go with ^GSPC, its index'];
    expect(found(mixed(0.2), bars('^GSPC', 1, 6000))).toEqual(named);
    expect(found(mixed(0.1), bars('^GSPC', 1, 6000))).toEqual([]);
  });

  it('is not where the two have less than half a year in common', () => {
    const young = { ...bars('^GSPC', 1, 6000), sessions: sessions.slice(-100) };
    expect(found(mixed(0.5), { ...young, close: young.close!.slice(-100) })).toEqual([]);
  });
});

describe('a fund whose closes go with another’s index', () => {
  it('is named, as where two files were exchanged', () => {
    const funds = [bars('QQQ', 1, 600), bars('SPY', 2, 500)];
    expect(found(...funds, bars('^GSPC', 1, 6000))).toEqual([
      'bars:SPY: its closes of a year do not go with ^GSPC, its index',
      'bars:QQQ: its closes go with ^GSPC, which SPY follows',
    ]);
    expect(found(...funds, bars('^GSPC', 1, 6000), bars('^NDX', 2, 20_000))).toEqual([
      'bars:SPY: its closes go with ^NDX, which QQQ follows',
      'bars:QQQ: its closes go with ^GSPC, which SPY follows',
    ]);
  });

  it('is not one whose own index moves the same way', () => {
    expect(
      found(bars('SPY', 1, 600), bars('QQQ', 1, 500), bars('^GSPC', 1, 6000), bars('^NDX', 1, 20_000)),
    ).toEqual([]);
  });

  it('is not looked for among optional ones', () => {
    expect(found(bars('IJR', 1, 100), bars('SPY', 1, 600), bars('^GSPC', 1, 6000))).toEqual([]);
  });
});
