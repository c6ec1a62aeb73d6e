import { describe, expect, it } from 'vitest';
import { cellsTable } from '../../../../../lambda/briefing/sections/history/cells.ts';
import { historyLead, meaning } from '../../../../../lambda/briefing/sections/history/words.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { plainText } from '../../../../../lambda/report/plain-text.ts';
import { handMadeWords, plainSpaces } from '../../../../support/hand-made-book.ts';

const today = {
  'study.similar': 'score-7',
  'study.asof': '2016-10-31',
  'study.score-7.excess.21d.n': 263,
  'study.score-7.excess.21d.apart': 24,
  'study.score-7.excess.21d.diff': 0.0054,
  'study.score-7.excess.21d.low': -0.0002,
  'study.score-7.excess.21d.high': 0.0113,
  'study.score-7.excess.21d.q': 0.058,
};
const wordsOf = (values: Record<string, number | string | null>) => {
  const words = handMadeWords({ ...today, ...values });
  return {
    lead: plainSpaces(plainText(historyLead(words, tna))),
    meaning: meaning(words, tna).sentences.map((sentence) => plainSpaces(plainText(sentence))),
  };
};

describe('what history says', () => {
  it('leads with that nothing survives, and says that the score says nothing of the next weeks', () => {
    const { lead, meaning: means } = wordsOf({
      ...{ 'study.cells': 103, 'study.differ': 0, 'study.closest': 'kind-trend.TNA.126d' },
      ...{ 'study.kind-trend.TNA.126d.q': 0.1019, 'study.score-7.excess.21d.q': 0.74 },
    });
    expect(lead).toBe(
      'Nothing survives: none of 103 comparisons with what usually follows differs once false discoveries are held to one in ten; the closest has a rate of 0.102.',
    );
    expect(means[0]).toBe(
      'After a day with a score of 50 or above, as today, IWM’s lead over SPY in 21 sessions was 0.54 points above the usual (95 %: −0.02 to +1.13; 263 days, 24 of them separate): nothing sets such days apart.',
    );
    expect(means[1]).toContain('neither the score nor an event here says how they differ');
  });

  it('names the clearest of those that survive, and says what that is worth', () => {
    const { lead, meaning: means } = wordsOf({
      ...{ 'study.cells': 98, 'study.differ': 1, 'study.closest': 'score-7.excess.5d' },
      'study.score-7.excess.5d.q': 0.058,
    });
    expect(lead).toBe(
      '1 of 98 comparisons with what usually follows survives once false discoveries are held to one in ten; the clearest is IWM − SPY over 5 sessions after a day with a score of 50 or above, at a rate of 0.058.',
    );
    expect(means[0]).toContain('that sets such days apart');
    expect(means[1]).toContain('Of ten such finds one is to be expected by chance');
    expect(means.join(' ')).not.toContain('neither the score nor an event');
  });

  it.each([
    [0.0006, 'at a rate of 0.001.'],
    [0.0004, 'at a rate below 0.001.'],
    [0, 'at a rate below 0.001.'],
  ])('prints no rate of false discoveries as nothing: %f', (q, expected) => {
    const clear = { 'study.cells': 98, 'study.differ': 1, 'study.closest': 'score-7.excess.5d' };
    expect(wordsOf({ ...clear, 'study.score-7.excess.5d.q': q }).lead).toContain(expected);
  });

  it('says that nothing can be said of too few cases', () => {
    const few = { 'study.cells': 0, 'study.differ': 0, 'study.closest': null };
    const { lead, meaning: means } = wordsOf({
      ...few,
      ...{ 'study.score-7.excess.21d.apart': 14, 'study.score-7.excess.21d.diff': null },
    });
    expect(lead).toContain('no event has fifteen separate cases yet');
    expect(means[0]).toBe(
      'As today, a day with a score of 50 or above came 263 times, 14 of them separate: too few to say what followed.',
    );
  });

  it('has a row for a cell with too few cases, with their number alone', () => {
    const words = handMadeWords({ 'study.similar': 'score-1', 'study.score-1.TNA.63d.apart': 9 });
    expect(cellsTable(words, tna)?.rows).toEqual([
      {
        ...{ label: '63 sessions', group: 'Score below −50, as today: TNA' },
        cells: [{ figure: 'study.score-1.TNA.63d.apart' }, ...Array(4).fill({ text: '–' })],
      },
    ]);
    expect(cellsTable(handMadeWords({}), tna)).toBeNull();
  });
});
