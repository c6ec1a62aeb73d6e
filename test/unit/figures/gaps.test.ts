import { describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import type { FigureBook } from '../../../lambda/figures/book.ts';
import { figureBook } from '../../../lambda/figures/index.ts';
import { panelOf } from '../../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../../lambda/market-data/session-view.ts';
import type { Bars } from '../../../lambda/series/bars.ts';
import type { Observations } from '../../../lambda/series/observations.ts';
import type { Reason } from '../../../lambda/series/reason.ts';
import type { Provenance } from '../../../lambda/series/snapshot.ts';
import { madeUpMarket } from '../../support/made-up-market.ts';
import { figureOf } from '../../support/published.ts';

const { market, macro, sessions } = madeUpMarket(tna, '2022-06-01', 950, 21);
const session = '2025-12-31';
const columns = ['open', 'high', 'low', 'close', 'adjusted', 'volume'] as const;

const without = (bars: Bars, leftOut: (date: string) => boolean): Bars => {
  const rows = bars.sessions.map((_, row) => row).filter((row) => !leftOut(bars.sessions[row]!));
  const cut = columns.map((column) => {
    const values = bars[column];
    return [column, values === null ? null : Float64Array.from(rows, (row) => values[row]!)];
  });
  return { ...bars, ...Object.fromEntries(cut), sessions: rows.map((row) => bars.sessions[row]!) };
};

interface Change {
  readonly bars?: Readonly<Record<string, Bars | null>>;
  readonly series?: Readonly<Record<string, Observations | null>>;
  readonly provenance?: readonly Provenance[];
}

const changed = <V>(map: ReadonlyMap<string, V>, changes: Readonly<Record<string, V | null>> = {}) => {
  const result = new Map(map);
  for (const [key, value] of Object.entries(changes))
    if (value === null) result.delete(key);
    else result.set(key, value);
  return result;
};

const bookWith = ({ bars, series, provenance = [] }: Change, on = session): FigureBook =>
  figureBook(viewOf(panelOf(tna, changed(market, bars), changed(macro, series), provenance), on));

const full = bookWith({});
const bars = (symbol: string) => market.get(symbol)!;
const series = (id: string) => macro.get(id)!;

describe('a symbol without a bar on the session', () => {
  const book = bookWith({ bars: { TNA: without(bars('TNA'), (date) => date === session) } });

  it('has figures that say so, its fund figures too', () => {
    for (const id of [
      'return.TNA.1d',
      'close.TNA',
      'vol.TNA.ewma',
      'atr.TNA.14',
      'beta.TNA:IWM.63d',
      'gap.TNA.21d.cost',
      'drag.TNA.21d',
      'expected.TNA.1d',
      'var95.TNA.1d',
      'breakeven.TNA.21d',
      'ladder.TNA.sma.IWM.50',
    ])
      expect(figureOf(book, id), id).toMatchObject({
        value: null,
        status: 'missing',
        reason: 'TNA has no bar of 2025-12-31',
      });
  });

  it('says its newest close, with its date, and what its multiple of the day would be', () => {
    const at = bars('TNA').sessions.indexOf(session) - 1;
    expect(figureOf(book, 'close.TNA.newest')).toMatchObject({
      value: bars('TNA').close?.[at],
      asOf: '2025-12-30',
      status: 'stale',
      reason: 'TNA has no bar of 2025-12-31',
    });
    expect(book.number('target.TNA.1d.period')).toBe(3 * book.number('return.IWM.1d')!);
    expect(full.has('close.TNA.newest')).toBe(false);
  });

  it('leaves the others as they are, and the outcome table, which is arithmetic', () => {
    for (const id of [
      'return.IWM.1d',
      'rotation.score',
      'expected.IWM.1d',
      'decay.TNA.0.25',
      'beta.TZA:IWM.63d',
    ])
      expect(book.get(id)).toEqual(full.get(id));
  });
});

describe('what a source does not have', () => {
  it('closes without dividends make a price return, and say so; closes themselves stay fresh', () => {
    const book = bookWith({ bars: { SPY: { ...bars('SPY'), adjusted: null } } });
    expect(figureOf(book, 'return.SPY.1d')).toMatchObject({
      value: book.number('change.SPY.1d'),
      status: 'proxy',
      reason: 'SPY has no adjusted closes: a price return',
    });
    expect(book.get('excess.IWM:SPY.1d').status).toBe('proxy');
    expect(book.get('rotation.score').status).toBe('proxy');
    expect(book.get('close.SPY').status).toBe('fresh');
    expect(
      bookWith({ bars: { '^RUT': { ...bars('^RUT'), adjusted: null } } }).get('return.^RUT.1d').status,
    ).toBe('fresh');
  });

  it('adjusted closes alone give returns, and no levels', () => {
    const only = { ...bars('IWN'), open: null, high: null, low: null, close: null };
    const book = bookWith({ bars: { IWN: only } });
    expect(book.get('return.IWN.1y')).toEqual(full.get('return.IWN.1y'));
    for (const id of ['close.IWN', 'sma.IWN.50', 'atr.IWN.14', 'pivot.IWN.P', 'vol.IWN.yz21'])
      expect(figureOf(book, id)).toMatchObject({ value: null, status: 'missing' });
    expect(figureOf(book, 'close.IWN').reason).toBe('IWN has adjusted closes only');
  });

  it.each(tna.required)('adjusted closes of %s alone leave no figure undefined', (symbol) => {
    const only = { ...bars(symbol), open: null, high: null, low: null, close: null };
    const values = bookWith({ bars: { [symbol]: only } }).entries();
    expect(values.filter(([, { value }]) => value === undefined || Number.isNaN(value))).toEqual([]);
  });

  it('a replacement is named, in what is computed from it too', () => {
    const book = bookWith({ bars: { GOOGL: null, GOOG: { ...bars('GOOGL'), symbol: 'GOOG' } } });
    expect(figureOf(book, 'return.GOOGL.21d')).toMatchObject({
      value: full.number('return.GOOGL.21d'),
      status: 'proxy',
      inputs: ['bars:GOOG'],
      reason: 'GOOG stands in for GOOGL',
    });
    expect(figureOf(book, 'return.MEGA7.21d')).toMatchObject({
      status: 'proxy',
      reason: 'GOOG stands in for GOOGL',
    });
  });

  it('a basket needs every member', () => {
    const book = bookWith({ bars: { META: null } });
    expect(figureOf(book, 'return.MEGA7.1d')).toMatchObject({
      value: null,
      reason: 'META without a return over 1d',
    });
    expect(book.get('excess.IWM:MEGA7.1d').value).toBeNull();
    const members = tna.basket.members.map((member) => full.number(`return.${member}.1y`)!);
    expect(full.number('return.MEGA7.1y')).toBeCloseTo(members.reduce((a, b) => a + b) / 7, 14);
  });

  it('implied volatility of the session before, stale, where the session has none yet', () => {
    const late = (days: readonly string[]) =>
      bookWith({ bars: { '^RVX': without(bars('^RVX'), (date) => days.includes(date)) } });
    const before = bars('^RVX').close![sessions.indexOf('2025-12-30')]! / 100;
    const book = late([session]);
    const stale = {
      status: 'stale',
      asOf: '2025-12-30',
      reason: expect.stringMatching(/^RVX is of 2025-12-30/),
    };
    expect(figureOf(book, 'expected.IWM.1d')).toMatchObject({ ...stale, value: before / Math.sqrt(252) });
    expect(figureOf(book, 'expected.TNA.1d')).toMatchObject({
      ...stale,
      value: 3 * (before / Math.sqrt(252)),
    });
    expect(figureOf(book, 'hedge.IWM.volatility')).toMatchObject({ status: 'stale' });
    expect(book.number('hedge.IWM.volatility')).toBeCloseTo(before, 12);
    // No further back than that: what the market lately did is nearer.
    expect(late(['2025-12-30', session]).get('expected.IWM.1d')).toMatchObject({ status: 'proxy' });
  });

  it('implied volatility where it is, realised as a proxy where not', () => {
    expect(figureOf(full, 'expected.IWM.1d')).toMatchObject({
      value: bars('^RVX').close![sessions.indexOf(session)]! / 100 / Math.sqrt(252),
      status: 'fresh',
    });
    const book = bookWith({ bars: { '^RVX': null } });
    expect(figureOf(book, 'expected.IWM.1d')).toMatchObject({
      value: full.number('vol.IWM.ewma')! / Math.sqrt(252),
      status: 'proxy',
    });
    expect(figureOf(book, 'expected.TNA.1d')).toMatchObject({
      value: 3 * book.number('expected.IWM.1d')!,
      status: 'proxy',
    });
  });

  it('a source’s own caveat is passed on', () => {
    const provenance: Provenance = {
      key: 'bars:IWM',
      source: 'archive',
      origin: '',
      raw: '',
      fetchedAt: '',
      rows: 1,
      first: '',
      last: '',
      status: 'stale',
      notes: [{ code: 'note', words: 'from the last snapshot' }],
    };
    expect(figureOf(bookWith({ provenance: [provenance] }), 'return.IWM.5d')).toMatchObject({
      status: 'stale',
      source: 'archive',
      reason: 'from the last snapshot',
    });
  });
});

describe('a file that ends before the session of the run', () => {
  const late = (key: string, note: Reason): Provenance => ({
    ...{ key, source: 'folder', origin: '', raw: '', fetchedAt: '', rows: 1, first: '', last: '' },
    status: 'stale',
    notes: [note],
  });
  const provenance = [
    late('bars:TNA', { code: 'bar-late', newest: '2025-12-30', sessions: 1 }),
    late('macro:ICSA', { code: 'newest-by-session', date: '2025-12-20', isMonth: false }),
  ];

  it('is no caveat on the session before, whose bar it has', () => {
    const book = bookWith({ provenance }, '2025-12-30');
    for (const id of ['return.TNA.1d', 'macro.claims.4w']) expect(book.get(id).status, id).toBe('fresh');
  });
});

describe('a history that is too short', () => {
  it('gives no figure over a longer window, and says what it needs', () => {
    const book = bookWith({}, sessions[100]!);
    expect(figureOf(book, 'vol.IWM.252d')).toMatchObject({
      value: null,
      reason: 'needs 253 sessions, has 101',
    });
    expect(figureOf(book, 'rs.IWM:SPY.percentile5y').reason).toBe('needs 1,260 sessions, has 101');
    expect(figureOf(book, 'return.IWM.1y').reason).toBe('IWM does not reach back over 1y');
    expect(book.get('rotation.score').value).toBeNull();
    expect(book.get('rotation.state').value).toBeNull();
    expect(book.number('vol.IWM.63d')).toBeGreaterThan(0);
  });

  it('gives each figure from the first session that covers it', () => {
    const at = (row: number) => bookWith({}, sessions[row]!);
    expect(at(20).get('vol.IWM.21d').value).toBeNull();
    expect(at(21).number('vol.IWM.21d')).toBeGreaterThan(0);
    expect(at(13).get('atr.IWM.14').value).toBeNull();
    expect(at(14).number('atr.IWM.14')).toBeGreaterThan(0);
    expect(figureOf(at(49), 'vol.IWM.ewma')).toMatchObject({
      value: null,
      reason: 'needs 50 daily returns, has 49',
    });
    expect(at(50).number('vol.IWM.ewma')).toBeGreaterThan(0);
    expect(at(250).get('drawdown.IWM.max1y').value).toBeNull();
    expect(at(251).number('drawdown.IWM.max1y')).toBeLessThan(0);
    expect(at(628).get('rotation.component.momentum').value).toBeNull();
    expect(at(629).number('rotation.component.momentum')).not.toBeNull();
  });
});

describe('the score without all of its components', () => {
  it('weighs those that are there, and is a proxy that names the others', () => {
    const book = bookWith({ series: { BAA10Y: null } });
    const z = (name: string) => Math.max(-2, Math.min(2, book.number(`rotation.component.${name}`)!));
    const sum = 0.45 * z('momentum') + 0.2 * z('megacap') + 0.2 * z('breadth');
    const trust = { status: 'proxy', reason: 'without credit' };
    expect(figureOf(book, 'rotation.score')).toMatchObject(trust);
    expect(book.number('rotation.score')).toBeCloseTo((100 * sum) / 2 / 0.85, 10);
    for (const id of ['rotation.state', 'rotation.age', 'rotation.onset']) {
      expect(figureOf(book, id), id).toMatchObject(trust);
      expect(book.get(id).value, id).not.toBeNull();
    }
  });

  it('is not there below 0.70 of the weight', () => {
    const book = bookWith({ bars: { QQQ: null, RSP: null } });
    expect(book.get('rotation.score').value).toBeNull();
    expect(figureOf(book, 'rotation.score').reason).toMatch(
      /^components with 60\u202f% of the weight are present, 70\u202f% needed/,
    );
    for (const id of ['rotation.state', 'rotation.age', 'rotation.onset', 'rotation.previous'])
      expect(figureOf(book, id), id).toMatchObject({ value: null, status: 'missing' });
  });

  it('takes no spread that is over a week late, and its status from one that is late', () => {
    const upTo = (last: string) => {
      const { id, dates, values } = series('BAA10Y');
      const length = dates.indexOf(last) + 1;
      return { series: { BAA10Y: { id, dates: dates.slice(0, length), values: values.slice(0, length) } } };
    };
    // On 31 December the newest that can be known is of the 30th.
    const late = bookWith(upTo('2025-12-23'));
    expect(late.number('rotation.component.credit')).not.toBeNull();
    expect(late.get('rotation.score').status).toBe('stale');
    const tooLate = bookWith(upTo('2025-12-22'));
    expect(figureOf(tooLate, 'rotation.component.credit')).toMatchObject({
      value: null,
      reason: 'the newest value of BAA10Y is of 2025-12-22, over 7 days late',
    });
    expect(figureOf(tooLate, 'rotation.score')).toMatchObject({ status: 'proxy', reason: 'without credit' });
  });

  it('never says of a value that it is missing', () => {
    for (const change of [{ series: { BAA10Y: null } }, { bars: { RSP: null } }, { bars: { '^VIX': null } }])
      for (const [id, { value, status }] of bookWith(change).entries())
        expect(isNone(id, value), id).toBe(status === 'missing');
  });
});

/** A claim that cannot be computed says so in a word. */
const isNone = (id: string, value: number | string | null) =>
  value === null || (/^claim\.\d+$/.test(id) && value === 'not computable');

describe('macro figures that are read session by session', () => {
  const rates = ['macro.ust2y.change63', 'macro.cutting', 'cost.margin.252d', 'macro.vix.percentile5y'];

  it.each([
    ['a file of the underlying that begins late', without(bars('IWM'), (date) => date < '2025-10-20'), 51],
    ['no file of the underlying', null, 0],
  ])('say with %s that sessions are missing, not readings', (_, IWM, has) => {
    const book = bookWith({ bars: { IWM } });
    for (const id of rates)
      expect(figureOf(book, id).reason, id).toMatch(
        new RegExp(`^needs [\\d,]+ sessions of IWM, has ${has}$`),
      );
  });

  it('say of the run of a verdict that it cannot be counted without the underlying', () => {
    const { reason } = figureOf(bookWith({ bars: { IWM: null } }), 'claim.01.since');
    expect(reason).toBe(`IWM has no bar of ${session}`);
  });
});

describe('macro figures', () => {
  const month = (id: string, date: string, value: number): Observations => {
    const { dates, values } = series(id);
    return { id, dates, values: values.with(dates.indexOf(date), value) };
  };
  const lapsed = (id: string) => month(id, '2025-10-01', Number.NaN);

  it('join by month: a month that was never published takes only what needs it', () => {
    const book = bookWith({ series: { UNRATE: lapsed('UNRATE'), CPIAUCSL: lapsed('CPIAUCSL') } });
    expect(figureOf(book, 'macro.sahm')).toMatchObject({
      value: null,
      reason: 'October 2025 was not published for want of appropriations',
    });
    expect(book.get('macro.unrate')).toEqual(full.get('macro.unrate'));
    expect(book.get('macro.cpi.yoy')).toEqual(full.get('macro.cpi.yoy'));
  });

  it('are stale, and say why, while the newest month is the one that was never published', () => {
    const change = { series: { CPIAUCSL: lapsed('CPIAUCSL') } };
    const before = bookWith(change, '2025-11-14').get('macro.cpi.yoy');
    const after = figureOf(bookWith(change, '2025-11-28'), 'macro.cpi.yoy');
    expect(before).toMatchObject({ asOf: '2025-09-01', status: 'fresh' });
    expect(after).toMatchObject({
      value: before.value,
      asOf: '2025-09-01',
      status: 'stale',
      reason: 'October 2025 was not published for want of appropriations',
    });
  });

  it('are stale by their own age where the file ends before the month that was never published', () => {
    const { dates, values } = series('UNRATE');
    const cut = dates.indexOf('2025-08-01');
    const ended = { id: 'UNRATE', dates: dates.slice(0, cut), values: values.slice(0, cut) };
    const book = bookWith({ series: { UNRATE: ended } }, '2025-11-28');
    expect(figureOf(book, 'macro.unrate')).toMatchObject({
      asOf: '2025-07-01',
      status: 'stale',
      reason: 'the newest value of UNRATE is of July 2025',
    });
  });

  it('take the slope from its two yields when it is not published', () => {
    const book = bookWith({ series: { T10Y2Y: null } });
    const at = (id: string) => series(id).values[series(id).dates.indexOf('2025-12-30')]!;
    expect(book.number('macro.curve.2s10s')).toBeCloseTo((at('DGS10') - at('DGS2')) / 100, 14);
    expect(book.get('macro.curve.2s10s').inputs).toEqual(['macro:DGS10', 'macro:DGS2']);
  });

  it('use the vintage of the day, so that a later revision changes nothing', () => {
    const { dates, values } = series('PAYEMS');
    const known = dates.indexOf('2025-11-01');
    const first = {
      from: dates.slice(0, known + 1).map(() => '2025-12-05'),
      dates: dates.slice(0, known + 1),
    };
    const vintages = { ...first, values: values.slice(0, known + 1) };
    const revised = {
      from: [...vintages.from, '2026-01-09'],
      dates: [...vintages.dates, '2025-11-01'],
      values: Float64Array.of(...vintages.values, 99),
    };
    const book = bookWith({ series: { PAYEMS: { ...series('PAYEMS'), vintages } } });
    const later = bookWith({
      series: { PAYEMS: { ...month('PAYEMS', '2025-11-01', 99), vintages: revised } },
    });
    expect(later.get('macro.payrolls.3m')).toEqual(book.get('macro.payrolls.3m'));
  });
});
