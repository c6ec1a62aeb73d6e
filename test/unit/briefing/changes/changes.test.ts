import { describe, expect, it } from 'vitest';
import { limits } from '../../../../lambda/briefing/changes/limits.ts';
import { changesOfBooks, type Sides } from '../../../support/two-sessions.ts';

const claimOf = (number: string, verdict: string, since: string | null, sessions = 252) => ({
  [`claim.${number}`]: verdict,
  [`claim.${number}.since`]: since,
  ...(since === null ? { sameVerdict: sessions } : {}),
});

/** What each kind says of the case on the one side of its limit, and that it says nothing on the other. */
const cases: readonly (readonly [name: string, told: Sides, sentence: string, untold: Sides])[] = [
  [
    'alarm: the fund off its multiple by more than a point and a half',
    [{ 'residual.TNA.1d': 0.001 }, { 'residual.TNA.1d': 0.0151 }],
    'Data alarm: TNA is 1.51 points above three times IWM’s return on the day.',
    [{ 'residual.TNA.1d': 0.001 }, { 'residual.TNA.1d': 0.015 }],
  ],
  [
    'alarm: the same on the other side',
    [{}, { 'residual.TNA.1d': -0.0151 }],
    'Data alarm: TNA is 1.51 points below three times IWM’s return on the day.',
    [{}, { 'residual.TNA.1d': -0.015 }],
  ],
  [
    'state: leadership that ends',
    [
      { 'rotation.state': 'small-cap leadership', 'rotation.score': 14 },
      { 'rotation.state': 'no clear leadership', 'rotation.score': 6 },
    ],
    'Rotation: small-cap leadership ends with the score at +6.',
    [{ 'rotation.state': 'no clear leadership' }, { 'rotation.state': 'no clear leadership' }],
  ],
  [
    'state: leadership that begins',
    [
      { 'rotation.state': 'no clear leadership', 'rotation.score': -20 },
      { 'rotation.state': 'large-cap leadership', 'rotation.score': -28.3 },
    ],
    'Rotation: no clear leadership gives way to large-cap leadership with the score at −28.',
    [{ 'rotation.state': null }, { 'rotation.state': 'large-cap leadership' }],
  ],
  [
    'regime: a stay that begins',
    [{ 'regime.IWM.high-vol': 'outside' }, { 'regime.IWM.high-vol': 'inside', 'vol.IWM.21d': 0.352 }],
    'IWM’s volatility enters the highest tenth of its five years: 35.2 % a year over 21 sessions.',
    [{ 'regime.IWM.high-vol': 'inside' }, { 'regime.IWM.high-vol': 'inside', 'vol.IWM.21d': 0.352 }],
  ],
  [
    'regime: a stay that ends',
    [{ 'regime.IWM.fall-20': 'inside' }, { 'regime.IWM.fall-20': 'outside', 'drawdown.IWM.now': -0.098 }],
    'IWM is less than a tenth below its high, after a fall of a fifth: −9.8 %.',
    [{ 'regime.IWM.fall-20': null }, { 'regime.IWM.fall-20': 'inside' }],
  ],
  [
    'regime: costly where it was kind, in one line',
    [
      { 'regime.IWM.heavy-decay': 'outside', 'regime.IWM.kind-trend': 'inside' },
      {
        'regime.IWM.heavy-decay': 'inside',
        'regime.IWM.kind-trend': 'outside',
        'gap.TNA.21d.compounding': -0.0332,
      },
    ],
    'Daily resets of three times IWM cost as much as in the worst tenth of five years: −3.32 points over 21 sessions.',
    [{ 'regime.IWM.kind-trend': 'outside' }, { 'regime.IWM.kind-trend': 'outside' }],
  ],
  [
    'cross: a close that falls through its average',
    [{ 'close.IWM.vs50': 0 }, { 'close.IWM.vs50': -0.002, 'sma.IWM.50': 246.05 }],
    'IWM closes below its 50-session average, 246.05, above it before.',
    [{ 'close.IWM.vs50': 0.002 }, { 'close.IWM.vs50': 0, 'sma.IWM.50': 246.05 }],
  ],
  [
    'cross: relative strength that reaches its average is above it',
    [{ 'rs.IWM:QQQ.vs200': -0.0071 }, { 'rs.IWM:QQQ.vs200': 0 }],
    'IWM against QQQ reaches its 200-session average, below it before.',
    [{ 'rs.IWM:QQQ.vs200': -0.0071 }, { 'rs.IWM:QQQ.vs200': -0.0001 }],
  ],
  [
    'cross: not where both sides print alike',
    [{ 'rs.IWM:SPY.vs50': -0.00005 }, { 'rs.IWM:SPY.vs50': 0.0001 }],
    'IWM against SPY crosses above its 50-session average, now by 0.01 %.',
    [{ 'rs.IWM:SPY.vs50': -0.00004 }, { 'rs.IWM:SPY.vs50': 0.00004 }],
  ],
  [
    'extreme: highs, in one sentence',
    [
      { 'high52w.IWM': 250, 'high52w.SPY': 690, 'high52w.QQQ': 630 },
      { 'high52w.IWM': 251.5, 'high52w.SPY': 691, 'high52w.QQQ': 630 },
    ],
    'IWM and SPY set 52-week highs, 251.50 and 691.00.',
    [{ 'high52w.IWM': 251 }, { 'high52w.IWM': 249 }],
  ],
  [
    'extreme: a low that the close left again',
    [{ 'low52w.SPY': 480 }, { 'low52w.SPY': 470, 'change.SPY.1d': 0.01 }],
    'SPY touches a 52-week low, 470.00, and closes higher.',
    [{ 'low52w.SPY': 480 }, { 'low52w.SPY': 479.996 }],
  ],
  [
    'level: a close below where the evening before had the nearest turn',
    [
      { 'swing.IWM.s1': 246.07, 'swing.IWM.s1.touches': 3, 'swing.IWM.s1.last': '2025-12-17' },
      { 'close.IWM': 246.06, 'swing.IWM.s1': 242.33 },
    ],
    'IWM closes below 246.07, where it had turned three times in a year.',
    [{ 'swing.IWM.s1': 246.07 }, { 'close.IWM': 246.07, 'swing.IWM.s1': 242.33 }],
  ],
  [
    'level: a close above where it had turned once',
    [
      { 'swing.IWM.r1': 250.1, 'swing.IWM.r1.touches': 1, 'swing.IWM.r1.last': '2025-12-09' },
      { 'close.IWM': 250.11 },
    ],
    'IWM closes above 250.10, where it had turned on Dec 9, 2025.',
    [{ 'swing.IWM.r1': 250.1 }, { 'close.IWM': 250.102 }],
  ],
  [
    'level: a gap that filled',
    [
      { 'unfilled.IWM.below': 226.32, 'unfilled.IWM.below.date': '2025-08-22' },
      { 'unfilled.IWM.below': 201.5, 'close.IWM': 226 },
    ],
    'IWM fills the gap at 226.32, open since Aug 22, 2025.',
    [
      { 'unfilled.IWM.below': 226.32, 'unfilled.IWM.below.date': '2025-08-22' },
      { 'unfilled.IWM.below': 240, 'close.IWM': 246 },
    ],
  ],
  [
    'level: the last gap above, but not one that a year has passed over',
    [
      { 'unfilled.IWM.above': 260, 'unfilled.IWM.above.date': '2024-12-30' },
      { 'unfilled.IWM.above': null, noOpenGap: 1 },
    ],
    'IWM fills the gap at 260.00, open since Dec 30, 2024.',
    [
      { 'unfilled.IWM.above': 260, 'unfilled.IWM.above.date': '2024-12-27' },
      { 'unfilled.IWM.above': null, noOpenGap: 1 },
    ],
  ],
  [
    'score: a step of fifteen points',
    [{ 'rotation.score': -11 }, { 'rotation.score': 4 }],
    'Rotation: the score rises from −11 to +4.',
    [{ 'rotation.score': -11 }, { 'rotation.score': 3.99 }],
  ],
  [
    'range: a fifth more than the evening before',
    [{ 'expected.IWM.1d': 0.01 }, { 'expected.IWM.1d': 0.012 }],
    'IWM’s expected move of a session widens from ±1.00 % to ±1.20 %.',
    [{ 'expected.IWM.1d': 0.01 }, { 'expected.IWM.1d': 0.01199 }],
  ],
  [
    'range: that much less',
    [{ 'expected.IWM.1d': 0.012 }, { 'expected.IWM.1d': 0.01 }],
    'IWM’s expected move of a session narrows from ±1.20 % to ±1.00 %.',
    [{ 'expected.IWM.1d': 0.012 }, { 'expected.IWM.1d': 0.01001 }],
  ],
  [
    'run: of three sessions, ended by a tie',
    [{ 'streak.IWM:SPY': -3 }, { 'streak.IWM:SPY': 0 }],
    'IWM’s run of three sessions behind SPY ends.',
    [{ 'streak.IWM:SPY': -2 }, { 'streak.IWM:SPY': 1 }],
  ],
  [
    'run: not one that goes on',
    [{ 'streak.IWM:SPY': 4 }, { 'streak.IWM:SPY': -1 }],
    'IWM’s run of four sessions ahead of SPY ends.',
    [{ 'streak.IWM:SPY': 4 }, { 'streak.IWM:SPY': 5 }],
  ],
  [
    'rank: another place',
    [
      { 'rank.IWM.21d': 5, 'rank.IWM.21d.of': 5 },
      { 'rank.IWM.21d': 3, 'rank.IWM.21d.of': 5 },
    ],
    'IWM rises from fifth to third of five benchmarks by 21-session return.',
    [{ 'rank.IWM.21d': 2 }, { 'rank.IWM.21d': null }],
  ],
  [
    'reading: the soft-landing count',
    [{ 'macro.softlanding.yes': 2 }, { 'macro.softlanding.yes': 3 }],
    'Soft landing: three of four conditions are met, two before.',
    [{ 'macro.softlanding.yes': 2 }, { 'macro.softlanding.yes': 2 }],
  ],
  [
    'target: another upper end',
    [{ 'macro.fedfunds.upper': 0.04 }, { 'macro.fedfunds.upper': 0.0375 }],
    'The upper end of the Fed funds target is 3.75 %, 4.00 % before.',
    [{ 'macro.fedfunds.upper': null }, { 'macro.fedfunds.upper': 0.0375 }],
  ],
  [
    'claim: the end of a verdict of five sessions',
    [claimOf('01', 'mixed', '2025-12-23'), claimOf('01', 'not supported', '2025-12-31')],
    'Claim: “Small caps ahead of the mega-caps” now not supported, mixed before.',
    [claimOf('01', 'mixed', '2025-12-24'), claimOf('01', 'not supported', '2025-12-31')],
  ],
  [
    'claim: of a verdict that had lasted through the whole window',
    [claimOf('02', 'mixed', null), claimOf('02', 'supported', '2025-12-31')],
    'Claim: “The rotation has settled” now supported, mixed before.',
    [claimOf('02', 'mixed', null, 4), claimOf('02', 'supported', '2025-12-31')],
  ],
  [
    'graded: a call whose 21 sessions are over',
    [
      { 'calls.IWM:SPY.21d.n': 19, 'calls.IWM:SPY.21d.hits': 11 },
      { 'calls.IWM:SPY.21d.n': 20, 'calls.IWM:SPY.21d.hits': 11, 'excess.IWM:SPY.21d': -0.0079 },
    ],
    'The call of 21 sessions ago was wrong: IWM is 0.79 points behind SPY since; 11 of 20 were right so far.',
    [{ 'calls.IWM:SPY.21d.n': 20 }, { 'calls.IWM:SPY.21d.n': 20, 'excess.IWM:SPY.21d': 0.01 }],
  ],
  [
    'quadrant: subjects of the map, by destination',
    [
      {
        'map.IWM:SPY.quadrant': 'lagging',
        'map.KRE:SPY.quadrant': 'leading',
        'map.XLF:SPY.quadrant': 'lagging',
      },
      {
        'map.IWM:SPY.quadrant': 'improving',
        'map.KRE:SPY.quadrant': 'weakening',
        'map.XLF:SPY.quadrant': 'improving',
      },
    ],
    'On the rotation map against SPY: KRE now weakening; IWM and XLF now improving.',
    [{ 'map.IWM:SPY.quadrant': null }, { 'map.IWM:SPY.quadrant': 'improving' }],
  ],
];

describe('what changed since the session before', () => {
  it.each(cases)('%s', (name, told, sentence, untold) => {
    const found = changesOfBooks(...told);
    expect(found.map((change) => change.words)).toEqual([sentence]);
    expect(found[0]?.kind).toBe(name.split(':')[0]);
    expect(changesOfBooks(...untold)).toEqual([]);
  });

  it('is nothing where both sessions are the same, whatever they hold', () => {
    for (const [, [, now]] of cases) expect(changesOfBooks(now, now)).toEqual([]);
  });

  it('holds what was and what is, figure by figure', () => {
    const [change] = changesOfBooks(
      { 'low52w.IWM': 102, 'low52w.QQQ': 170 },
      { 'low52w.IWM': 101.43, 'low52w.QQQ': 169.16 },
    );
    expect(change).toMatchObject({
      kind: 'extreme',
      ids: ['low52w.IWM', 'low52w.QQQ'],
      before: [102, 170],
      now: [101.43, 169.16],
    });
  });

  it('does not name the step of the score where the state says it', () => {
    const kinds = changesOfBooks(
      { 'rotation.state': 'no clear leadership', 'rotation.score': 0 },
      { 'rotation.state': 'small-cap leadership', 'rotation.score': 40 },
    ).map(({ kind }) => kind);
    expect(kinds).toEqual(['state']);
  });

  it('names five claims in order of number and counts the rest', () => {
    const numbers = ['08', '07', '06', '05', '03', '02', '01'];
    const of = (verdict: string) => Object.assign({}, ...numbers.map((one) => claimOf(one, verdict, null)));
    const [change] = changesOfBooks(of('mixed'), of('supported'));
    expect(change?.ids).toEqual(numbers.toReversed().map((one) => `claim.${one}`));
    expect(change?.words.match(/now supported/g)).toHaveLength(limits.namedClaims);
    expect(change?.words).toMatch(/^Claims: “Small caps ahead of the mega-caps” .*; and two more\.$/);
  });
});
