import { expect, it } from 'vitest';
import { tna } from '../../../../lambda/editions/tna.ts';
import type { Bars } from '../../../../lambda/series/bars.ts';
import { standsInFor } from '../../../../lambda/sources/quality/freshness.ts';

const bars = (symbol: string, first: string): [string, Bars] => [
  symbol,
  {
    symbol,
    sessions: [first],
    open: null,
    high: null,
    low: null,
    close: Float64Array.of(1),
    adjusted: null,
    volume: null,
  },
];

// GOOG, listed in 2014, is a proxy of GOOGL; ^VIX is a proxy of nothing.
it.each([
  ['GOOGL has no history', [], 'GOOGL'],
  ['GOOGL begins after the session', [bars('GOOGL', '2025-12-31')], 'GOOGL'],
  ['GOOGL begins on the session', [bars('GOOGL', '2025-12-30')], null],
  ['GOOGL began before', [bars('GOOGL', '2025-12-29')], null],
] as const)('of GOOG, where %s', (_, market, meant) => {
  expect(standsInFor(tna, 'GOOG', '2025-12-30', new Map(market))).toBe(meant);
  expect(standsInFor(tna, 'IWM', '2025-12-30', new Map(market))).toBeNull();
});
