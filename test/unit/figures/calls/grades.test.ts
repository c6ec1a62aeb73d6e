import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../../lambda/analytics/wilson-interval.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import { figureBook } from '../../../../lambda/figures/index.ts';
import { panelOf } from '../../../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../../../lambda/market-data/session-view.ts';
import type { PastCall, PastCalls } from '../../../../lambda/series/calls.ts';
import { madeUpMarket } from '../../../support/made-up-market.ts';
import { figureOf } from '../../../support/published.ts';

describe('the record of calls', () => {
  const { market, macro, sessions } = madeUpMarket(tna, '2015-06-01', 2000, 5);
  const panel = panelOf(tna, market, macro, []);
  const session = sessions.at(-1)!;
  const sideOf = { own: 1, other: -1, none: 0 } as const;
  const { states } = panel.rotation().walk();
  /** What a run on every evening would have published. */
  const calls = panel.axis.sessions.slice(0, -1).map((of, t): PastCall => {
    const state = states[t] ?? null;
    return { session: of, side: state === null ? null : sideOf[state] };
  });
  const bookWith = (past: PastCalls) => figureBook(viewOf(panel, session, past));
  const parts = (book: ReturnType<typeof bookWith>, of: string) =>
    Object.fromEntries(
      book
        .entries()
        .filter(([id]) => id.startsWith(`${of}.IWM:SPY.`))
        .map(([id, { value }]) => [id.slice(of.length), value]),
    );

  it('equals the stance when every session was published in time', () => {
    const book = bookWith({ chain: { kind: 'intact' }, calls });
    expect(parts(book, 'calls')).toEqual(parts(book, 'stance'));
    expect(Object.keys(parts(book, 'calls'))).toHaveLength(27);
    expect(book.number('calls.IWM:SPY.21d.n')).toBeGreaterThan(100);
    expect(book.word('calls.chain')).toBe('intact');
  });

  it('gives what it gave without the calls of the session and of later ones', () => {
    const before = panel.axis.sessions.at(-100)!;
    const book = (past: readonly PastCall[]) =>
      figureBook(viewOf(panel, before, { chain: { kind: 'intact' }, calls: past }));
    const whole = parts(book(calls), 'calls');
    expect(whole).toEqual(parts(book(calls.filter(({ session: of }) => of < before)), 'calls'));
    expect(whole['.IWM:SPY.21d.open']).toBeGreaterThan(0);
  });

  it('has the interval of as many calls as lie side by side', () => {
    const book = bookWith({ chain: { kind: 'intact' }, calls });
    const of = (part: string) => book.number(`calls.IWM:SPY.5d.${part}`)!;
    expect({ low: of('low'), high: of('high') }).toEqual(wilsonInterval(of('hits') / of('n'), of('apart')));
    expect(of('apart')).toBeLessThan(of('n'));
  });

  it('gives counts alone of fewer than fifteen side by side', () => {
    const few = bookWith({ chain: { kind: 'intact' }, calls: calls.slice(-60) });
    expect(few.number('calls.IWM:SPY.21d.n')).toBeGreaterThan(0);
    expect(few.number('calls.IWM:SPY.21d.open')).toBeGreaterThan(0);
    expect(figureOf(few, 'calls.IWM:SPY.21d.hitrate')).toMatchObject({
      value: null,
      reason: expect.stringMatching(/^\d separate calls?, fewer than 15$/),
    });
  });

  it('says how many it holds, the newest and the hash of that', () => {
    const hashed = calls.map((call, t) => ({ ...call, hash: `hash ${t}` }));
    const later = { session: '2099-01-04', side: 1, hash: 'later' } as const;
    const kept = bookWith({ chain: { kind: 'intact' }, calls: [...hashed, later] });
    expect(kept.number('calls.records')).toBe(calls.length);
    expect(kept.word('calls.last')).toBe(calls.at(-1)!.session);
    expect(kept.word('calls.head')).toBe(`hash ${calls.length - 1}`);
    const none = bookWith({ chain: { kind: 'none yet' }, calls: [] });
    expect(none.number('calls.records')).toBe(0);
    expect(figureOf(none, 'calls.last')).toMatchObject({ value: null, reason: 'no call published before' });
  });

  it('says where the chain is broken, and grades what there is', () => {
    const broken = bookWith({ chain: { kind: 'broken', session: '2020-01-02', revision: 2 }, calls });
    expect(broken.word('calls.chain')).toBe('broken at 2020-01-02 r2');
    expect(broken.number('calls.IWM:SPY.21d.hitrate')).toBe(broken.number('stance.IWM:SPY.21d.hitrate'));
    expect(bookWith({ chain: { kind: 'none yet' }, calls: [] }).word('calls.chain')).toBe('none yet');
  });
});
