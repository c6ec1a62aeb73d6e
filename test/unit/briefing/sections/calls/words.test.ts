import { describe, expect, it } from 'vitest';
import { gradesTable } from '../../../../../lambda/briefing/sections/calls/grades.ts';
import { callsLead } from '../../../../../lambda/briefing/sections/calls/lead.ts';
import { recordProse, recordSentence } from '../../../../../lambda/briefing/sections/calls/record.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { plainText } from '../../../../../lambda/report/plain-text.ts';
import { handMadeWords, plainSpaces } from '../../../../support/hand-made-book.ts';

type Values = Record<string, number | string | null>;
const grades = (family: string, h: number, hitrate: number, low: number, high: number): Values => ({
  [`${family}.IWM:SPY.${h}d.n`]: 2677,
  [`${family}.IWM:SPY.${h}d.apart`]: 162,
  [`${family}.IWM:SPY.${h}d.hitrate`]: hitrate,
  [`${family}.IWM:SPY.${h}d.low`]: low,
  [`${family}.IWM:SPY.${h}d.high`]: high,
  [`${family}.IWM:SPY.${h}d.baseline`]: 0.503,
});
const lead = (...values: Values[]) =>
  plainSpaces(plainText(callsLead(handMadeWords(Object.assign({}, ...values)), tna)));
const luck = (h: number) => grades('stance', h, 0.504, 0.428, 0.58);

describe('what calls say', () => {
  it.each([
    [
      'luck lies within every interval',
      [luck(5), luck(21), luck(63)],
      'Our own score says nothing about tomorrow: over 21 sessions 50.4 % of 2,677 calls would have been right, 50.3 % by luck.',
    ],
    [
      'luck lies below one',
      [luck(21), grades('stance', 63, 0.6, 0.51, 0.68)],
      'The score’s calls were right more often than luck over 63 sessions: over 21 sessions 50.4 % of 2,677 calls would have been right, 50.3 % by luck.',
    ],
    [
      'luck lies above two',
      [grades('stance', 5, 0.4, 0.36, 0.49), grades('stance', 21, 0.4, 0.3, 0.5)],
      'The score’s calls were right less often than luck over 5 and 21 sessions: over 21 sessions 40.0 % of 2,677 calls would have been right, 50.3 % by luck.',
    ],
    [
      'luck lies below one and above another',
      [luck(21), grades('stance', 5, 0.6, 0.51, 0.68), grades('stance', 63, 0.4, 0.3, 0.5)],
      'The score’s calls were right more often than luck over 5 sessions, less often over 63 sessions: over 21 sessions 50.4 % of 2,677 calls would have been right, 50.3 % by luck.',
    ],
    [
      'published calls suffice',
      [luck(21), grades('calls', 21, 0.52, 0.44, 0.6)],
      'Our own score says nothing about tomorrow: over 21 sessions 52.0 % of 2,677 published calls were right, 50.3 % by luck.',
    ],
    [
      'too few lie apart',
      [{ 'stance.IWM:SPY.21d.n': 200, 'stance.IWM:SPY.21d.apart': 9 }],
      'Nothing can be said of the score’s calls yet: 200 are old enough, 9 of them separate, fewer than fifteen.',
    ],
    ['there is no score', [], 'Nothing can be said of the score’s calls: there is no score.'],
  ])('where %s', (_, values, sentence) => {
    expect(lead(...values)).toBe(sentence);
  });
});

describe('the record of calls', () => {
  const hash = '78213b7b'.repeat(8);
  const kept = { 'calls.records': 412, 'calls.last': '2025-12-30', 'calls.head': hash };
  const sentence = (values: Values) => {
    const said = recordSentence(handMadeWords(values));
    return said === null ? null : plainText(said);
  };

  it('says how many calls it holds, its last hash and whether it is whole', () => {
    expect(sentence({ ...kept, 'calls.chain': 'intact' })).toMatch(
      /^The record holds 412 calls published in time, the last of .*, hash 78213b7b7821; every hash and link is as it was written\.$/,
    );
    expect(sentence({ ...kept, 'calls.chain': 'broken at 2025-11-03 r1' })).toContain(
      'it is broken at Nov 3, 2025 r1, and what is said of published calls rests on a record that was changed',
    );
    expect(sentence({ 'calls.chain': 'none yet' })).toContain('The record is empty');
  });

  it('counts published calls while they are too few for a rate, and has no row of none', () => {
    const words = handMadeWords({
      ...{ 'calls.IWM:SPY.5d.n': 12, 'calls.IWM:SPY.5d.hits': 7, 'calls.IWM:SPY.5d.apart': 3 },
      ...{ 'rotation.state': 'no clear leadership', 'rotation.score': 4 },
    });
    const prose = recordProse(words, tna).sentences.map((one) => plainText(one));
    expect(prose[0]).toBe(
      'Of calls published in time over 5 sessions 7 of 12 right, 3 of them separate: too few for a rate.',
    );
    expect(prose[1]).toContain('neither side, and so nothing to grade');
    const groups = (values: Values) =>
      new Set(gradesTable(handMadeWords(values), tna).rows.map(({ group }) => group));
    expect(groups({ 'calls.IWM:SPY.5d.n': 12 }).size).toBe(2);
    expect(groups({ 'calls.IWM:SPY.5d.n': 0 }).size).toBe(1);
  });
});
