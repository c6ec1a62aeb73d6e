import { expect, it } from 'vitest';
import { compose } from '../../lambda/briefing/compose.ts';
import { isSession } from '../../lambda/calendar/nyse.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { panelOf } from '../../lambda/market-data/panel-of.ts';
import type { Bars } from '../../lambda/series/bars.ts';
import fc from '../support/fast-check.ts';
import { madeUpMarket, uniforms } from '../support/made-up-market.ts';
import { headerOf } from '../support/sentences.ts';

/** The same sessions with moves of up to a multiple a day, and ranges as wide. */
function wild({ symbol, sessions, volume }: Bars, next: () => number): Bars {
  const column = () => new Float64Array(sessions.length);
  const [open, high, low, close] = [column(), column(), column(), column()];
  let level = 20;
  for (let t = 0; t < sessions.length; t++) {
    open[t] = level;
    level *= Math.exp(1.6 * (next() - 0.5));
    close[t] = level;
    high[t] = Math.max(open[t]!, level) * (1 + 2 * next());
    low[t] = Math.min(open[t]!, level) * (0.2 + 0.8 * next());
  }
  return { symbol, sessions, open, high, low, close, adjusted: close, volume };
}

/** Sums of money that may be losses, sales or received: everything else in dollars is a price, or the size of one. */
const profits = /^(loss\.|size\..*\.loss\.|rebalance\.|hedge\.\w+\.collar\.)/;

it('no price is below zero, whatever prices did', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 20, max: 300 }), fc.boolean(), (seed, count, implied) => {
      const { market, macro, sessions } = madeUpMarket(tna, '2014-03-03', count, seed);
      const next = uniforms(seed + 1);
      const wilder = [...market].flatMap(([symbol, bars]) =>
        symbol === '^RVX' && !implied ? [] : [[symbol, wild(bars, next)] as const],
      );
      const session = sessions.filter(isSession).at(-1)!;
      const report = compose(panelOf(tna, new Map(wilder), macro, []), headerOf(session));
      for (const [id, { value, unit, reason }] of Object.entries(report.figures)) {
        if (!/^(usd|index points)$/.test(unit) || profits.test(id)) continue;
        if (value !== null) expect(value, id).toBeGreaterThanOrEqual(0);
        else if (reason?.includes('below zero')) met.add(id.split('.')[0]!);
      }
    }),
    { numRuns: 25 },
  );
  expect([...met].sort()).toEqual(expect.arrayContaining(['band', 'pivot', 'stop']));
});
