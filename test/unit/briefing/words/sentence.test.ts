import { describe, expect, it } from 'vitest';
import { firstOf, list, said, say } from '../../../../lambda/briefing/words/sentence.ts';
import { plainText } from '../../../../lambda/report/plain-text.ts';
import { handMadeWords, plainSpaces } from '../../../support/hand-made-book.ts';

const words = handMadeWords(
  { 'return.TNA.1d': -0.022956, 'excess.IWM:SPY.5d': -0.0147, 'streak.IWM:SPY': -6, 'return.IWM.6m': null },
  {
    reasons: [
      { code: 'too-young', subject: 'IWM', window: '6m' },
      { code: 'note', words: 'nothing else does' },
    ],
  },
);

describe('a sentence', () => {
  it('shows figures as pages print them and lists what it rests on', () => {
    const sentence = say`TNA fell ${words.amount('return.TNA.1d')}, its ${words.ordinal('streak.IWM:SPY')} such day.`;
    expect(plainSpaces(plainText(sentence!))).toBe('TNA fell 2.30 %, its sixth such day.');
    expect(sentence?.figures).toEqual(['return.TNA.1d', 'streak.IWM:SPY']);
    expect(sentence?.parts[1]).toEqual({ figure: 'return.TNA.1d', text: '2.30\u202f%' });
  });

  it('keeps the sign when asked for the value and spells points out', () => {
    expect(plainSpaces(plainText(words.value('excess.IWM:SPY.5d')!))).toBe('−1.47 points');
    expect(plainSpaces(plainText(words.amount('excess.IWM:SPY.5d')!))).toBe('1.47 points');
    expect(plainSpaces(plainText(words.bare('excess.IWM:SPY.5d')!))).toBe('1.47');
  });

  it('is not said when one of its figures is missing or unknown', () => {
    expect(say`IWM made ${words.value('return.IWM.6m')}.`).toBeNull();
    expect(say`IWM made ${words.value('return.IWM.nowhere')}.`).toBeNull();
    expect(said([null, say`Said.`])).toHaveLength(1);
  });

  it('carries figures that chose its words without showing them', () => {
    const sentence = say`Small caps ${words.chosen('lag', 'excess.IWM:SPY.5d')}.`;
    expect(plainText(sentence!)).toBe('Small caps lag.');
    expect(sentence?.figures).toEqual(['excess.IWM:SPY.5d']);
    expect(words.chosen('lag', 'return.IWM.6m')).toBeNull();
  });

  it('gives the first of the reasons why a figure is missing', () => {
    expect(plainText(words.reason('return.IWM.6m')!)).toBe('IWM does not reach back over 6m');
    expect(words.reason('return.TNA.1d')).toBeNull();
  });

  it('nests, lists and falls back', () => {
    const inner = say`TNA ${words.value('return.TNA.1d')}`;
    expect(plainSpaces(plainText(list(['IWM', null, inner, 'SPY'])!))).toBe('IWM, TNA −2.30 % and SPY');
    expect(list([null])).toBeNull();
    expect(firstOf(null, say`Fallback.`)).toEqual(say`Fallback.`);
  });
});
