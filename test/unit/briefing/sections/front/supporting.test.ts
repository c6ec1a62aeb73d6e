import { describe, expect, it } from 'vitest';
import { fundSentence } from '../../../../../lambda/briefing/sections/front/fund.ts';
import { marketSentence } from '../../../../../lambda/briefing/sections/front/market.ts';
import { tomorrow } from '../../../../../lambda/briefing/sections/front/tomorrow.ts';
import { scoreSentence } from '../../../../../lambda/briefing/words/leadership.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { plainText } from '../../../../../lambda/report/plain-text.ts';
import { type HandMade, handMadeWords, plainSpaces } from '../../../../support/hand-made-book.ts';

type Values = HandMade['values'];
const race = { ...tna, benchmark: 'SPY' };

describe('the market', () => {
  const day = { 'return.IWM.1d': -0.00754, 'return.SPY.1d': -0.00741, 'return.QQQ.1d': -0.00827 };
  const wordsOf = (values: Values, quiet = false) =>
    plainSpaces(plainText(marketSentence(handMadeWords({ ...day, ...values }), race, ['QQQ'], quiet)!));
  const both = { 'excess.IWM:SPY.5d': -0.0147, 'excess.IWM:SPY.6m': 0.0378 };

  it('is described by the day, five sessions and six months', () => {
    expect(wordsOf(both)).toBe(
      'SPY −0.74 %, QQQ −0.83 %; over five sessions IWM is 1.47 points behind SPY, over six months 3.78 ahead.',
    );
  });
  it('is shorter on a quiet day and where history is short', () => {
    expect(wordsOf(both, true)).toMatch(/behind SPY\.$/);
    expect(wordsOf({})).toBe('SPY −0.74 %, QQQ −0.83 %.');
  });
  it('calls a zero level', () => {
    expect(wordsOf({ 'excess.IWM:SPY.5d': 0.00001 })).toContain('over five sessions IWM is level with SPY.');
  });
  it('compares an unusual day with what was expected', () => {
    expect(wordsOf({ ...both, 'move.IWM.1d': -4.06 })).toMatch(
      / The day’s move is 4\.1 times the standard deviation estimated the session before\.$/,
    );
  });
  it('leaves out who has no bar', () => {
    expect(wordsOf({ 'return.QQQ.1d': null })).toBe('SPY −0.74 %.');
  });
});

describe('the score', () => {
  const score = {
    'rotation.score': 5.93,
    'rotation.state': 'no clear leadership',
    'rotation.previous': 'small-cap leadership',
    'rotation.age': 4,
    'rotation.record.21d': -0.0383,
    'rotation.record.21d.low': -0.1698,
    'rotation.record.21d.high': 0.0949,
    'rotation.record.21d.apart': 220,
  };
  const wordsOf = (values: Values, more: Omit<HandMade, 'values'> = {}) =>
    plainSpaces(plainText(scoreSentence(handMadeWords({ ...score, ...values }, more), tna)));

  it('comes with its age and its record, the interval and the separate spans', () => {
    expect(wordsOf({})).toBe(
      'The rotation score is +6 of ±100, four sessions after small caps last led; it describes and does not predict: 220 separate 21-session spans, correlation −0.04, 95 % −0.17 to +0.09.',
    );
    expect(
      wordsOf({ 'rotation.state': 'large-cap leadership', 'rotation.score': -80, 'rotation.age': 37 }),
    ).toContain('−80 of ±100, large-cap leadership in its 37th session; it describes');
  });
  it('shows no number of a record of fewer than 30 spans', () => {
    const short = {
      'rotation.record.21d': null,
      'rotation.record.21d.low': null,
      'rotation.record.21d.high': null,
      'rotation.record.21d.apart': 15,
    };
    expect(wordsOf(short)).toMatch(
      /; it describes, and its record of 15 separate 21-session spans is too short to say more\.$/,
    );
    expect(wordsOf({ ...short, 'rotation.record.21d.apart': 1 })).toContain(
      'record of 1 separate 21-session span is',
    );
    expect(wordsOf({ ...short, 'rotation.record.21d.apart': null })).toContain('it has no record');
  });
  it('does not deny a record whose interval leaves zero out', () => {
    const interval = (low: number, high: number) =>
      wordsOf({ 'rotation.record.21d.low': low, 'rotation.record.21d.high': high });
    expect(interval(-0.01, 0.2)).toContain('it describes and does not predict: ');
    expect(interval(0.01, 0.2)).toContain('it describes and is not used to predict: ');
    expect(interval(-0.2, -0.01)).toContain('it describes and is not used to predict: ');
  });
  it('says why there is none', () => {
    expect(wordsOf({ 'rotation.score': null })).toBe(
      'The rotation score is not computable: made missing by hand.',
    );
  });
});

describe('the fund', () => {
  const month = {
    'return.TNA.1d': -0.02296,
    'return.TNA.21d': 0.00413,
    'target.TNA.21d.period': 0.01668,
    'gap.TNA.21d.compounding': -0.00482,
    'gap.TNA.21d.cost': -0.00773,
  };
  const wordsOf = (values: Values) =>
    plainSpaces(plainText(fundSentence(handMadeWords({ ...month, ...values }), tna.fund, 'IWM')));

  it('is set against three times the index, the gap in its parts', () => {
    expect(wordsOf({})).toBe(
      'Over 21 sessions TNA made 0.41 % while three times IWM was 1.67 %: compounding took 0.48 points, costs and tracking 0.77.',
    );
  });
  it('changes the verb where the parts differ', () => {
    expect(wordsOf({ 'gap.TNA.21d.cost': 0.003 })).toMatch(
      /compounding took 0\.48 points, costs and tracking added 0\.30\.$/,
    );
    expect(wordsOf({ 'gap.TNA.21d.compounding': 0 })).toMatch(
      /: compounding changed nothing, costs and tracking took 0\.77 points\.$/,
    );
  });
  it('says when the multiple is more than a fund can lose', () => {
    expect(wordsOf({ 'return.TNA.21d': -0.80669, 'target.TNA.21d.period': -1.1557 })).toContain(
      'TNA lost 80.67 % while three times IWM was −115.57 %, more than a fund can lose: ',
    );
  });
  it('says why there is nothing to say', () => {
    expect(wordsOf({ 'return.TNA.1d': null, 'return.TNA.21d': null })).toBe(
      'TNA has no return for the session: made missing by hand.',
    );
  });
});

describe('the next session', () => {
  const levels = {
    'expected.IWM.1d': 0.0103,
    'expected.TNA.1d': 0.0309,
    'band.IWM.1sd.high': 248.7,
    'band.IWM.1sd.low': 243.62,
    'band.TNA.1sd.high': 46.95,
    'band.TNA.1sd.low': 44.13,
    'close.IWM': 246.16,
    'close.TNA': 45.54,
    'sma.IWM.50': 246.05,
    'distance.sma.IWM.50': -0.00045,
    'ladder.TNA.sma.IWM.50': 45.478,
    'high52w.IWM': 258.2,
    'distance.high52w.IWM': 0.0489,
    'ladder.TNA.high52w.IWM': 52.22,
    'sma.IWM.200': 225,
    'distance.sma.IWM.200': -0.0872,
    'ladder.TNA.sma.IWM.200': 33.8,
    'scenario.IWM.-3': 238.78,
    'scenario.TNA.-3': 41.44,
    'frequency.IWM.-3': 56,
  };
  const table = (values: Values, more: Omit<HandMade, 'values'> = {}) =>
    tomorrow(handMadeWords({ ...levels, ...values }, more), tna, '2026-01-02')!;
  const note = (more: Omit<HandMade, 'values'>, values: Values = {}) =>
    plainSpaces(plainText(table(values, more).notes[0]!));

  it('has its prices from the highest down, the close and the nearest levels among them', () => {
    const { title, rows } = table({});
    expect(title).toBe('Next session, Fri Jan 2');
    expect(rows.map(({ label }) => plainSpaces(label))).toEqual([
      '52-week high',
      '+1σ',
      'Close',
      '50-session average',
      '−1σ',
      '−3 %',
    ]);
  });
  it('leaves out a level that no session reaches', () => {
    const far = { 'ladder.TNA.high52w.IWM': null };
    expect(table(far).rows.map(({ label }) => label)).not.toContain('52-week high');
  });
  it('says what a standard deviation is from, and calls a proxy one', () => {
    const proxy = { 'expected.IWM.1d': 'proxy' } as const;
    const realised = { code: 'realised-volatility', name: 'RVX' } as const;
    expect(note({ status: proxy, reasons: [realised] })).toBe(
      '±1σ, ±1.03 % for IWM and ±3.09 % for TNA, is from a proxy (no RVX: realised volatility stands in).',
    );
    const old = {
      code: 'volatility-of-before',
      name: 'RVX',
      date: '2025-12-30',
      session: '2025-12-31',
    } as const;
    expect(note({ status: { 'expected.IWM.1d': 'stale' }, reasons: [old] })).toMatch(
      / is from RVX of Dec 31, 2025 \(stale\)\.$/,
    );
  });
  it('has the expected move with its record', () => {
    const record = { 'expected.IWM.1d.inside.1sd': 0.7067, 'expected.IWM.1d.inside.n': 2520 };
    expect(note({}, record)).toBe(
      '±1σ, ±1.03 % for IWM and ±3.09 % for TNA, is from RVX; 71 % of the last 2,520 sessions ended within such a range.',
    );
  });
});
