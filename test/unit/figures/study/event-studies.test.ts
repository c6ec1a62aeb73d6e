import { describe, expect, it } from 'vitest';
import { formatFigure } from '../../../../lambda/briefing/words/format.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import { figureBook } from '../../../../lambda/figures/index.ts';
import { studyMethods } from '../../../../lambda/figures/methods/study.ts';
import { eventsOf } from '../../../../lambda/figures/study/events.ts';
import { panelOf } from '../../../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../../../lambda/market-data/session-view.ts';
import type { Bars } from '../../../../lambda/series/bars.ts';
import type { Observations } from '../../../../lambda/series/observations.ts';
import { holed } from '../../../support/holes.ts';
import { madeUpMarket } from '../../../support/made-up-market.ts';
import { figureOf } from '../../../support/published.ts';

const { market, macro, sessions } = madeUpMarket(tna, '2015-06-01', 1500, 5);
const lastOf = (month: string) => sessions.findLast((session) => session.startsWith(month))!;
const [session, before] = [lastOf('2021-03'), lastOf('2021-02')];
const inMonth = sessions.filter((one) => one.startsWith('2021-03'));
const bookOf = (bars: ReadonlyMap<string, Bars> = market, of = session) =>
  figureBook(viewOf(panelOf(tna, bars, macro, []), of));
const studiesOf = (book: ReturnType<typeof bookOf>) =>
  Object.fromEntries(book.entries().filter(([id]) => id.startsWith('study.') && id !== 'study.similar'));
const whole = bookOf();

it('every figure is there and can be printed, and each method is used', () => {
  const figures = whole.entries().filter(([, { method }]) => method in studyMethods);
  expect(new Set(figures.map(([, { method }]) => method))).toEqual(new Set(Object.keys(studyMethods)));
  for (const [id, { value }] of figures) {
    expect(value, id).not.toBeNull();
    expect(formatFigure(id, figureOf(whole, id)), id).toMatch(/\S/);
  }
});

describe('a study', () => {
  it('is as of the last session of the month before, and the same all month', () => {
    expect(whole.word('study.asof')).toBe(before);
    expect(studiesOf(bookOf(market, inMonth[0]))).toEqual(studiesOf(whole));
    expect(bookOf(market, before).word('study.asof')).toBe(lastOf('2021-01'));
  });

  it('reads nothing after that day', () => {
    const cut = new Map([...market].map(([symbol, bars]) => [symbol, altered(bars)]));
    expect(studiesOf(bookOf(cut))).toEqual(studiesOf(whole));
  });

  it('is unchanged by a session on which the index fund has no bar', () => {
    const hole = holed(market, 'IWM', (one) => one === session);
    expect(studiesOf(bookOf(hole))).toEqual(studiesOf(whole));
  });

  it('shows nothing of fewer than fifteen cases side by side', () => {
    for (const [id, { value }] of whole.entries().filter(([id]) => /^study\..*\.apart$/.test(id))) {
      const shown = whole.has(id.replace(/apart$/, 'q'));
      expect([id, shown]).toEqual([id, Number(value) >= 15]);
    }
  });

  it('of a history without a score has no case and names nothing', () => {
    const book = bookOf(market, sessions[300]);
    expect(book.number('study.cells')).toBe(0);
    expect(figureOf(book, 'study.closest')).toMatchObject({
      value: null,
      reason: 'nothing has 15 separate cases',
    });
    expect(figureOf(bookOf(market, sessions[0]), 'study.asof')).toMatchObject({
      value: null,
      reason: 'needs 1 month before this one, has 0',
    });
  });
});

/** Other prices from the first of the month on. */
function altered(bars: Bars): Bars {
  const first = bars.sessions.indexOf(inMonth[0]!);
  const change = (values: Float64Array | null) =>
    values?.map((value, t) => (t < first ? value : value * (1 + 0.01 * (t - first)))) ?? null;
  return {
    ...bars,
    ...{ open: change(bars.open), high: change(bars.high), low: change(bars.low) },
    ...{ close: change(bars.close), adjusted: change(bars.adjusted) },
  };
}

describe('the target of the Federal Reserve', () => {
  /** In force from a day on; the day before each of these is no day of a scheduled decision. */
  const target = (
    id: string,
    ...steps: readonly (readonly [from: string, value: number])[]
  ): Observations => ({
    id,
    dates: sessions,
    values: Float64Array.from(sessions, (day) => steps.findLast(([from]) => from <= day)?.[1] ?? Number.NaN),
  });
  const spec = tna.macro.find(({ series }) => series === 'DFEDTARU')!;
  const withSingle = { ...tna, macro: [...tna.macro, { ...spec, series: 'DFEDTAR' }] };
  const casesOf = (...targets: Observations[]) => {
    const series = new Map([...macro, ...targets.map((one) => [one.id, one] as const)]);
    const panel = panelOf(withSingle, market, series, []);
    return Object.fromEntries(
      eventsOf(panel).map(({ id, sessions: those }) => [id, those.map((t) => panel.axis.sessions[t])]),
    );
  };

  it('is an event where it falls, and another where it had last risen', () => {
    const upper = target(
      'DFEDTARU',
      ['2015-06-01', 1],
      ['2017-02-14', 0.75],
      ['2017-05-16', 1],
      ['2018-04-10', 0.75],
      ['2018-06-05', 0.5],
    );
    const { cut, 'first-cut': first } = casesOf(upper);
    expect(cut).toEqual(['2017-02-14', '2018-04-10', '2018-06-05']);
    expect(first).toEqual(['2018-04-10']);
  });

  it('goes on from the single one that there was before its range', () => {
    const single = target('DFEDTAR', ['2015-06-01', 1], ['2016-03-08', 1.5], ['2017-01-10', Number.NaN]);
    const upper = target('DFEDTARU', ['2017-01-10', 1.25], ['2017-06-06', 1]);
    const { cut, 'first-cut': first } = casesOf(single, upper);
    expect(cut).toEqual(['2017-01-10', '2017-06-06']);
    expect(first).toEqual(['2017-01-10']);
  });
});
