import { describe, expect, it } from 'vitest';
import { neighboursOf } from '../../../../../lambda/briefing/neighbours.ts';
import { verdict } from '../../../../../lambda/briefing/sections/front/verdict.ts';
import { plain } from '../../../../../lambda/briefing/words/sentence.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { type HandMade, readable, wordsOf } from '../../../../support/hand-made-book.ts';

const race = { ...tna, benchmark: 'SPY' };

/** An ordinary day: small caps half a point ahead for the first session, no clear leadership. */
const ordinary = {
  'return.IWM.1d': 0.008,
  'return.SPY.1d': 0.003,
  'move.IWM.1d': 0.7,
  'excess.IWM:SPY.1d': 0.005,
  'excess.IWM:SPY.5d': 0.01,
  'streak.IWM:SPY': 1,
  'rotation.score': 6,
  'rotation.state': 'no clear leadership',
  'rotation.previous': 'small-cap leadership',
  'rotation.age': 4,
};

function verdictOf(values: HandMade['values'], session = '2025-11-12'): string {
  return readable(plain(verdict(wordsOf({ ...ordinary, ...values }), race, neighboursOf(session))));
}

describe('the verdict', () => {
  it.each([
    ['leads', {}, 'Small caps lead: IWM beat SPY by 0.50 points, and rotation shows no clear leadership.'],
    [
      'lags',
      { 'excess.IWM:SPY.1d': -0.005, 'excess.IWM:SPY.5d': -0.01, 'streak.IWM:SPY': -2 },
      'Small caps lag: IWM trailed SPY by 0.50 points, and rotation shows no clear leadership.',
    ],
    [
      'gains ground',
      { 'excess.IWM:SPY.5d': -0.01 },
      'Small caps gain ground: IWM beat SPY by 0.50 points, and rotation shows no clear leadership.',
    ],
    [
      'loses ground',
      { 'excess.IWM:SPY.1d': -0.005, 'streak.IWM:SPY': -1 },
      'Small caps lose ground: IWM trailed SPY by 0.50 points, and rotation shows no clear leadership.',
    ],
    [
      'keeps pace',
      { 'excess.IWM:SPY.1d': 0.0009, 'return.IWM.1d': 0.0039 },
      'Small caps keep pace: IWM +0.39 %, SPY +0.30 %, and rotation shows no clear leadership.',
    ],
    [
      'runs',
      { 'excess.IWM:SPY.1d': -0.0001, 'excess.IWM:SPY.5d': -0.0147, 'streak.IWM:SPY': -6 },
      'Small caps lag: IWM trailed SPY for a sixth session running, and rotation shows no clear leadership.',
    ],
    [
      'runs far',
      { 'excess.IWM:SPY.1d': 0.02, 'streak.IWM:SPY': 13 },
      'Small caps lead: IWM beat SPY for a 13th session running, by 2.00 points, and rotation shows no clear leadership.',
    ],
    [
      'gains against the state that leads',
      { 'streak.IWM:SPY': 4, 'rotation.state': 'large-cap leadership' },
      'Small caps gain ground: IWM beat SPY for a fourth session running, while rotation still shows large-cap leadership.',
    ],
    [
      'loses against the state that leads',
      {
        'excess.IWM:SPY.1d': -0.005,
        'excess.IWM:SPY.5d': -0.01,
        'streak.IWM:SPY': -2,
        'rotation.state': 'small-cap leadership',
      },
      'Small caps lose ground: IWM trailed SPY by 0.50 points, while rotation still shows small-cap leadership.',
    ],
    [
      'crashes',
      {
        'return.IWM.1d': -0.1327,
        'excess.IWM:SPY.1d': -0.0232,
        'streak.IWM:SPY': -7,
        'rotation.state': 'large-cap leadership',
      },
      'Small caps fall 13.27 %: IWM trailed SPY for a seventh session running, by 2.32 points, and rotation shows large-cap leadership.',
    ],
    [
      'jumps and still trails',
      { 'return.IWM.1d': 0.085, 'excess.IWM:SPY.1d': -0.02, 'streak.IWM:SPY': -1 },
      'Small caps rise 8.50 %, yet IWM trailed SPY by 2.00 points, and rotation shows no clear leadership.',
    ],
    [
      'moves unusually for a calm market',
      { 'return.IWM.1d': -0.03, 'move.IWM.1d': -3.2 },
      'Small caps fall 3.00 %, yet IWM beat SPY by 0.50 points, and rotation shows no clear leadership.',
    ],
    [
      'turns',
      {
        'rotation.state': 'small-cap leadership',
        'rotation.age': 1,
        'rotation.previous': 'no clear leadership',
      },
      'Small caps lead: IWM beat SPY by 0.50 points, and rotation turns to small-cap leadership.',
    ],
    [
      'sees leadership end',
      { 'rotation.age': 1 },
      'Small caps lead: IWM beat SPY by 0.50 points, and small-cap leadership ends.',
    ],
    [
      'has no score',
      { 'rotation.score': null, 'rotation.state': null, 'rotation.age': null },
      'Small caps lead: IWM beat SPY by 0.50 points, and the rotation score cannot be computed.',
    ],
    [
      'has no benchmark',
      { 'excess.IWM:SPY.1d': null, 'streak.IWM:SPY': null, 'return.SPY.1d': null },
      'Small caps rise; rotation shows no clear leadership.',
    ],
    [
      'has no small caps',
      { 'return.IWM.1d': null },
      'What small caps did in this session cannot be said: made missing by hand.',
    ],
  ] as const)('%s', (_, values, expected) => {
    expect(verdictOf(values)).toBe(expected);
  });

  it.each([
    ['2025-12-31', 'Small caps end the year leading: '],
    ['2026-01-02', 'Small caps begin the year leading: '],
    ['2025-09-30', 'Small caps end the quarter leading: '],
    ['2025-11-26', 'Small caps lead before Thanksgiving: '],
  ])('of %s opens "%s"', (session, opening) => {
    expect(verdictOf({}, session).startsWith(opening)).toBe(true);
  });

  it('rests on every figure that chose its words', () => {
    const { figures } = verdict(wordsOf(ordinary), race, neighboursOf('2025-11-12'));
    for (const id of ['excess.IWM:SPY.1d', 'excess.IWM:SPY.5d', 'streak.IWM:SPY', 'rotation.state'])
      expect(figures).toContain(id);
  });
});
