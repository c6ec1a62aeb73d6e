import { describe, expect, it } from 'vitest';
import { verdict } from '../../../../../lambda/briefing/sections/front/verdict.ts';
import { sessionContext } from '../../../../../lambda/briefing/session-context.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { plainText } from '../../../../../lambda/report/plain-text.ts';
import fc from '../../../../support/fast-check.ts';
import { type HandMade, handMadeWords, plainSpaces } from '../../../../support/hand-made-book.ts';
import { verdictFaults } from '../../../../support/verdict-rules.ts';

const race = { ...tna, benchmark: 'SPY' };

/** An ordinary day: small caps half a point ahead for the first session, no clear leadership. */
const ordinary = {
  'return.IWM.1d': 0.008,
  'return.TNA.1d': 0.024,
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
  return plainSpaces(
    plainText(verdict(handMadeWords({ ...ordinary, ...values }), race, sessionContext(session))),
  );
}

describe('the verdict', () => {
  it.each([
    ['beats', {}, 'IWM +0.80 %, TNA +2.40 %: small caps beat SPY by 0.50 points; no side leads.'],
    [
      'trails where SPY rose',
      { 'return.IWM.1d': -0.002, 'excess.IWM:SPY.1d': -0.005, 'streak.IWM:SPY': -2 },
      'IWM −0.20 %, TNA +2.40 %: small caps trail SPY by 0.50 points; no side leads.',
    ],
    [
      'falls less',
      { 'return.IWM.1d': -0.0352, 'return.SPY.1d': -0.0449, 'excess.IWM:SPY.1d': 0.0097 },
      'IWM −3.52 %, TNA +2.40 %: small caps fall less than SPY, by 0.97 points; no side leads.',
    ],
    [
      'falls more',
      { 'return.IWM.1d': -0.0352, 'return.SPY.1d': -0.0302, 'excess.IWM:SPY.1d': -0.005 },
      'IWM −3.52 %, TNA +2.40 %: small caps fall more than SPY, by 0.50 points; no side leads.',
    ],
    [
      'rises less',
      { 'return.IWM.1d': 0.085, 'return.SPY.1d': 0.105, 'excess.IWM:SPY.1d': -0.02, 'streak.IWM:SPY': -1 },
      'IWM +8.50 %, TNA +2.40 %: small caps rise less than SPY, by 2.00 points; no side leads.',
    ],
    [
      'keeps level',
      { 'excess.IWM:SPY.1d': 0.0009, 'return.IWM.1d': 0.0039 },
      'IWM +0.39 %, TNA +2.40 %: small caps are level with SPY; no side leads.',
    ],
    [
      'keeps level after a run, which a hundredth of a point does not carry on',
      {
        'excess.IWM:SPY.1d': -0.0001,
        'excess.IWM:SPY.5d': -0.0147,
        'streak.IWM:SPY': -6,
        'previous.streak.IWM:SPY': -5,
      },
      'IWM +0.80 %, TNA +2.40 %: small caps are level with SPY after five sessions behind; no side leads.',
    ],
    [
      'runs',
      { 'excess.IWM:SPY.1d': 0.02, 'streak.IWM:SPY': 8 },
      'IWM +0.80 %, TNA +2.40 %: small caps beat SPY by 2.00 points, ahead for an eighth session running; no side leads.',
    ],
    [
      'beats against the state that leads',
      { 'streak.IWM:SPY': 4, 'rotation.state': 'large-cap leadership' },
      'IWM +0.80 %, TNA +2.40 %: small caps beat SPY by 0.50 points, ahead for a fourth session running; large caps still lead.',
    ],
    [
      'trails against the state that leads',
      { 'excess.IWM:SPY.1d': -0.005, 'streak.IWM:SPY': -2, 'rotation.state': 'small-cap leadership' },
      'IWM +0.80 %, TNA +2.40 %: small caps rise less than SPY, by 0.50 points; small caps still lead.',
    ],
    [
      'goes with the state that leads',
      { 'rotation.state': 'small-cap leadership' },
      'IWM +0.80 %, TNA +2.40 %: small caps beat SPY by 0.50 points; small caps lead.',
    ],
    [
      'turns',
      {
        'rotation.state': 'small-cap leadership',
        'rotation.age': 1,
        'rotation.previous': 'no clear leadership',
      },
      'IWM +0.80 %, TNA +2.40 %: small caps beat SPY by 0.50 points; small caps take the lead.',
    ],
    [
      'sees leadership end',
      { 'rotation.age': 1 },
      'IWM +0.80 %, TNA +2.40 %: small caps beat SPY by 0.50 points; small-cap leadership ends.',
    ],
    [
      'has no score',
      { 'rotation.score': null, 'rotation.state': null, 'rotation.age': null },
      'IWM +0.80 %, TNA +2.40 %: small caps beat SPY by 0.50 points; the rotation score cannot be computed.',
    ],
    [
      'has no benchmark',
      { 'excess.IWM:SPY.1d': null, 'streak.IWM:SPY': null, 'return.SPY.1d': null },
      'IWM +0.80 %, TNA +2.40 %; no side leads.',
    ],
    [
      'has no fund',
      { 'return.TNA.1d': null },
      'IWM +0.80 %: small caps beat SPY by 0.50 points; no side leads.',
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
    ['2025-12-31', 'to end the year: '],
    ['2026-01-02', 'to begin the year: '],
    ['2025-09-30', 'to end the quarter: '],
    ['2025-11-26', 'before Thanksgiving: '],
  ])('of %s says "%s"', (session, occasion) => {
    expect(verdictOf({}, session)).toContain(`IWM +0.80 %, TNA +2.40 % ${occasion}`);
  });

  it('rests on every figure that chose its words', () => {
    const { figures } = verdict(
      handMadeWords({ ...ordinary, 'streak.IWM:SPY': 4 }),
      race,
      sessionContext('2025-11-12'),
    );
    for (const id of ['return.IWM.1d', 'excess.IWM:SPY.1d', 'streak.IWM:SPY', 'rotation.state'])
      expect(figures).toContain(id);
  });

  it('has no verb against the move and one meaning a word, on any day', () => {
    const part = fc.double({ min: -0.15, max: 0.15, noNaN: true });
    const state = fc.constantFrom(...Object.values(tna.states));
    fc.assert(
      fc.property(part, part, state, fc.integer({ min: -100, max: 100 }), (own, other, word, run) => {
        const found = verdictOf({
          'return.IWM.1d': own,
          'return.SPY.1d': other,
          'excess.IWM:SPY.1d': own - other,
          'streak.IWM:SPY': Math.sign(own - other) * Math.abs(run),
          'rotation.state': word,
        });
        const faults = verdictFaults(found);
        expect(faults, found).toEqual([]);
      }),
    );
  });
});
