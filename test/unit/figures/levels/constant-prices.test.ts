import { describe, expect, it } from 'vitest';
import { compose } from '../../../../lambda/briefing/compose.ts';
import { isSession } from '../../../../lambda/calendar/nyse.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import { panelOf } from '../../../../lambda/market-data/panel-of.ts';
import type { Bars } from '../../../../lambda/series/bars.ts';
import { madeUpMarket } from '../../../support/made-up-market.ts';
import { headerOf } from '../../../support/sentences.ts';

const { market, macro, sessions } = madeUpMarket(tna, '2014-03-03', 320, 5);
const session = sessions.filter(isSession).at(-1)!;

/** A series that never moves. */
function still(bars: Bars): Bars {
  const at = (level: number) => new Float64Array(bars.sessions.length).fill(level);
  return { ...bars, open: at(40), high: at(40), low: at(40), close: at(40), adjusted: at(40) };
}

const reportWith = (symbols: readonly string[]) =>
  compose(
    panelOf(
      tna,
      new Map(
        [...market].flatMap(([symbol, bars]) =>
          symbol === '^RVX' ? [] : [[symbol, symbols.includes(symbol) ? still(bars) : bars] as const],
        ),
      ),
      macro,
      [],
    ),
    headerOf(session),
  );

describe('a series that never moves', () => {
  it('leaves the hedge out and says why', () => {
    const { figures } = reportWith(['IWM']);
    expect(figures['hedge.IWM.volatility']).toMatchObject({ value: null, reason: 'IWM did not move' });
    expect(figures['hedge.TNA.contracts']).toMatchObject({ value: null, reason: 'IWM did not move' });
    expect(figures['close.IWM']?.value).toBe(40);
  });

  it('leaves the size out and says why', () => {
    expect(reportWith(['TNA']).figures['size.TNA.shares']).toMatchObject({
      value: null,
      reason: 'TNA did not move',
    });
  });

  it.each([['TNA'], ['SPY'], ['QQQ'], ['IWM'], [tna.symbols.map(({ symbol }) => symbol).join()]])(
    'does not stop the briefing: %s',
    (names) => {
      expect(() => reportWith(names.split(','))).not.toThrow();
    },
  );
});

it('a close of cents has no strike in whole dollars, and no hedge', () => {
  const iwm = market.get('IWM')!;
  const cents = (values: Float64Array | null) => values?.map((value) => value / 1000) ?? null;
  const scaled: Bars = {
    ...iwm,
    ...{ open: cents(iwm.open), high: cents(iwm.high), low: cents(iwm.low), close: cents(iwm.close) },
  };
  const { figures } = compose(panelOf(tna, new Map(market).set('IWM', scaled), macro, []), headerOf(session));
  expect(figures['hedge.TNA.contracts']).toMatchObject({
    value: null,
    reason: 'the close is too low for a strike in whole dollars',
  });
});
