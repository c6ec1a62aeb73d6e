import { describe, expect, it } from 'vitest';
import { neighboursOf } from '../../../../../lambda/briefing/neighbours.ts';
import { fundSentence } from '../../../../../lambda/briefing/sections/front/fund.ts';
import { marketSentence } from '../../../../../lambda/briefing/sections/front/market.ts';
import { outlook } from '../../../../../lambda/briefing/sections/front/outlook.ts';
import { yearSentence } from '../../../../../lambda/briefing/sections/front/year.ts';
import { scoreSentence } from '../../../../../lambda/briefing/words/leadership.ts';
import { plain } from '../../../../../lambda/briefing/words/sentence.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { type HandMade, readable, wordsOf } from '../../../../support/hand-made-book.ts';

type Values = HandMade['values'];
const race = { ...tna, benchmark: 'SPY' };

describe('the market', () => {
  const day = { 'return.IWM.1d': -0.00754, 'return.SPY.1d': -0.00741, 'return.QQQ.1d': -0.00827 };
  const told = (values: Values, quiet = false) =>
    readable(plain(marketSentence(wordsOf({ ...day, ...values }), race, ['QQQ'], quiet)!));
  const both = { 'excess.IWM:SPY.5d': -0.0147, 'excess.IWM:SPY.6m': 0.0378 };

  it('is told by the day, five sessions and six months', () => {
    expect(told(both)).toBe(
      'IWM −0.75 %, SPY −0.74 %, QQQ −0.83 %; over five sessions IWM is 1.47 points behind SPY, over six months 3.78 ahead.',
    );
  });
  it('is shorter on a quiet day and where history is short', () => {
    expect(told(both, true)).toMatch(/behind SPY\.$/);
    expect(told({})).toBe('IWM −0.75 %, SPY −0.74 %, QQQ −0.83 %.');
  });
  it('calls a zero level', () => {
    expect(told({ 'excess.IWM:SPY.5d': 0.00001 })).toContain('over five sessions IWM is level with SPY.');
  });
  it('puts an unusual day beside what was expected', () => {
    expect(told({ ...both, 'move.IWM.1d': -4.06 })).toMatch(
      / The day’s move is 4\.1 times the standard deviation estimated the session before\.$/,
    );
  });
  it('leaves out who has no bar', () => {
    expect(told({ 'return.QQQ.1d': null })).toBe('IWM −0.75 %, SPY −0.74 %.');
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
  const told = (values: Values, more: Omit<HandMade, 'values'> = {}) =>
    readable(plain(scoreSentence(wordsOf({ ...score, ...values }, more), tna)));

  it('comes with its age and its record, the interval and the separate spans', () => {
    expect(told({})).toBe(
      'The rotation score is +6 of ±100, four sessions after small caps last led; it describes and does not predict: 220 separate 21-session spans, correlation −0.04, 95 % −0.17 to +0.09.',
    );
    expect(
      told({ 'rotation.state': 'large-cap leadership', 'rotation.score': -80, 'rotation.age': 37 }),
    ).toContain('−80 of ±100, large-cap leadership in its 37th session; it describes');
  });
  it('shows no number of a record of fewer than 30 spans', () => {
    const short = {
      'rotation.record.21d': null,
      'rotation.record.21d.low': null,
      'rotation.record.21d.high': null,
      'rotation.record.21d.apart': 15,
    };
    expect(told(short)).toMatch(
      /; it describes, and its record of 15 separate 21-session spans is too short to say more\.$/,
    );
    expect(told({ ...short, 'rotation.record.21d.apart': 1 })).toContain(
      'record of 1 separate 21-session span is',
    );
    expect(told({ ...short, 'rotation.record.21d.apart': null })).toContain('it has no record');
  });
  it('does not deny a record whose interval leaves zero out', () => {
    const interval = (low: number, high: number) =>
      told({ 'rotation.record.21d.low': low, 'rotation.record.21d.high': high });
    expect(interval(-0.01, 0.2)).toContain('it describes and does not predict: ');
    expect(interval(0.01, 0.2)).toContain('it describes and is not used to predict: ');
    expect(interval(-0.2, -0.01)).toContain('it describes and is not used to predict: ');
  });
  it('says why there is none', () => {
    expect(told({ 'rotation.score': null })).toBe(
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
  const told = (values: Values) =>
    readable(plain(fundSentence(wordsOf({ ...month, ...values }), tna.fund, 'IWM', null)));

  it('is set against three times the index, the gap in its parts', () => {
    expect(told({})).toBe(
      'TNA fell 2.30 %. Over 21 sessions it made 0.41 % while three times IWM was 1.67 %: compounding took 0.48 points, costs and tracking 0.77.',
    );
  });
  it('changes the verb where the parts differ', () => {
    expect(told({ 'gap.TNA.21d.cost': 0.003 })).toMatch(
      /compounding took 0\.48 points, costs and tracking added 0\.30\.$/,
    );
    expect(told({ 'gap.TNA.21d.compounding': 0 })).toMatch(
      /: compounding changed nothing, costs and tracking took 0\.77 points\.$/,
    );
  });
  it('says when the multiple is more than a fund can lose', () => {
    expect(told({ 'return.TNA.21d': -0.80669, 'target.TNA.21d.period': -1.1557 })).toContain(
      'it lost 80.67 % while three times IWM was −115.57 %, more than a fund can lose: ',
    );
  });
  it('says why there is nothing to say', () => {
    expect(told({ 'return.TNA.1d': null, 'return.TNA.21d': null })).toBe(
      'TNA has no return for the session: made missing by hand.',
    );
  });
  it('sums up the year, closed or under way', () => {
    const words = wordsOf({
      'return.TNA.ytd': 0.0982,
      'target.TNA.ytd.period': 0.3797,
      'return.IWM.ytd': 0.12657,
    });
    const of = (session: string) =>
      readable(plain(yearSentence(words, tna.fund, 'IWM', neighboursOf(session))!));
    expect(of('2025-12-31')).toBe('In 2025 it made 9.8 % against 38.0 % for three times IWM’s 12.7 %.');
    expect(of('2025-12-30')).toBe(
      'So far in 2025 it has made 9.8 % against 38.0 % for three times IWM’s 12.7 %.',
    );
  });
});

describe('the next session', () => {
  const levels = {
    'expected.IWM.1d': 0.0103,
    'expected.TNA.1d': 0.0309,
    'close.IWM': 246.16,
    'close.IWM.vs50': 0.00045,
    'close.IWM.vs200': 0.09,
    'sma.IWM.50': 246.05,
    'sma.IWM.200': 225,
    'ladder.TNA.sma.IWM.50': 45.478,
    'ladder.TNA.sma.IWM.200': 33,
  };
  const told = (values: Values, more: Omit<HandMade, 'values'> = {}) =>
    outlook(wordsOf({ ...levels, ...values }, more), tna)!.sentences.map((sentence) =>
      readable(plain(sentence)),
    );

  it('names the proxy, the nearest average and what the fund would trade at there', () => {
    expect(
      told(
        {},
        { status: { 'expected.IWM.1d': 'proxy' }, reasons: [{ code: 'realised-volatility', name: 'RVX' }] },
      ),
    ).toEqual([
      'One standard deviation for the next session is ±1.03 % for IWM and ±3.09 % for TNA, from realised volatility (proxy: no RVX).',
      'IWM stands 0.05 % above its 50-session average, 246.05; at that level TNA would trade near 45.48.',
    ]);
  });
  it('dates an RVX that is of the session before', () => {
    const old = {
      code: 'volatility-of-before',
      name: 'RVX',
      date: '2025-12-30',
      session: '2025-12-31',
    } as const;
    expect(told({}, { status: { 'expected.IWM.1d': 'stale' }, reasons: [old] })[0]).toMatch(
      /for TNA, from RVX of 20\d\d-\d\d-\d\d \(stale\)\.$/,
    );
  });
  it('puts the record of the expected move beside it', () => {
    const record = { 'expected.IWM.1d.inside.1sd': 0.7067, 'expected.IWM.1d.inside.n': 2520 };
    expect(told(record)[0]).toBe(
      'One standard deviation for the next session is ±1.03 % for IWM and ±3.09 % for TNA, from RVX; 71 % of the last 2 520 sessions ended within it.',
    );
  });
  it('does not price the fund at a level out of reach', () => {
    const far = { 'close.IWM.vs50': -0.34, 'close.IWM.vs200': -0.33, 'ladder.TNA.sma.IWM.200': null };
    expect(told(far)[1]).toBe('IWM stands 33.00 % below its 200-session average, 225.00.');
  });
});
