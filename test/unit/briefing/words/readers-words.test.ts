import { describe, expect, it } from 'vitest';
import { readersWords } from '../../../../lambda/briefing/words/readers-words.ts';

const names = { '^RVX': 'RVX', CPILFESL: 'Core consumer prices', CPI: 'Prices', MEGA7: 'the mega-caps' };

describe('a text for operators, in a reader’s words', () => {
  it.each([
    ['no data for ^RVX up to 2025-12-31', 'no data for RVX up to Dec 31, 2025'],
    ['newest CPILFESL is of 2025-11-01', 'newest Core consumer prices is of Nov 1, 2025'],
    ['without a return over 1d', 'without a return over 1 session'],
    ['without a return over ytd; none', 'without a return over the year to date; none'],
    ['95 % of all days', '95\u202f% of all days'],
    ['capex.MEGA7.yoy is not at hand', 'what it rests on is not at hand'],
    ['no data for CPILFESL. No more', 'no data for Core consumer prices. No more'],
    ['^RVX: price only', 'RVX: price only'],
    ['MGK stands in for MEGA7', 'MGK stands in for the mega-caps'],
  ])('%s', (text, words) => {
    expect(readersWords(text, names)).toBe(words);
  });

  it.each([
    'macro/CPILFESL.csv',
    'bars:^RVX',
    'snapshot-2025-12-31-1',
    'over 21 sessions',
    'return.MEGA7.5d',
  ])('leaves %s as it is', (text) => {
    expect(readersWords(text, names)).toBe(text);
  });

  it('changes only dates where no series has a name', () => {
    expect(readersWords('CPI is of 2025-01-01', {})).toBe('CPI is of Jan 1, 2025');
  });
});
