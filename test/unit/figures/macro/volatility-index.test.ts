import { expect, it } from 'vitest';
import { tna } from '../../../../lambda/editions/tna.ts';
import { figureBook } from '../../../../lambda/figures/index.ts';
import { panelOf } from '../../../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../../../lambda/market-data/session-view.ts';
import type { Bars } from '../../../../lambda/series/bars.ts';
import { sessionsFrom } from '../../../support/made-up-market.ts';
import { figureOf } from '../../../support/published.ts';

const days = sessionsFrom('2025-11-03', 40);
const session = '2025-12-23';

/** The VIX to one day and the series that carries it to another, 20 and 30 on each; null for none at all. */
function vix(index: string | null, series: string | null) {
  const until = (last: string) => days.filter((date) => date <= last);
  const close = (last: string) => Float64Array.from(until(last), () => 20);
  const bars = (last: string): Bars => ({
    symbol: '^VIX',
    sessions: until(last),
    ...{ open: null, high: null, low: null, volume: null, adjusted: null },
    close: close(last),
  });
  const observations = (last: string) => ({
    id: 'VIXCLS',
    dates: until(last),
    values: Float64Array.from(until(last), () => 30),
  });
  const panel = panelOf(
    tna,
    new Map(index === null ? [] : [['^VIX', bars(index)]]),
    new Map(series === null ? [] : [['VIXCLS', observations(series)]]),
    [],
  );
  return figureOf(figureBook(viewOf(panel, session)), 'macro.vix');
}

it.each([
  ['the close of the session', session, session, { value: 20, status: 'fresh', asOf: session }],
  ['the close of the session alone', session, null, { value: 20, status: 'fresh', asOf: session }],
  ['the series, known a day later', null, session, { value: 30, status: 'fresh', asOf: '2025-12-22' }],
  ['the series, when it is newer', '2025-12-19', session, { value: 30, status: 'fresh', asOf: '2025-12-22' }],
  ['the close, when both are of one day', '2025-12-22', session, { value: 20, asOf: '2025-12-22' }],
  [
    'an old close that is newer than the series',
    '2025-12-15',
    '2025-11-20',
    { value: 20, status: 'stale', asOf: '2025-12-15', reason: 'the newest value of ^VIX is of 2025-12-15' },
  ],
] as const)('the VIX is %s', (_, index, series, expected) => {
  expect(vix(index, series)).toMatchObject(expected);
});

it('the VIX is missing where neither is there', () => {
  expect(vix(null, null)).toMatchObject({ value: null, status: 'missing' });
});
