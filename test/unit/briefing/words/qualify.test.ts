import { expect, it } from 'vitest';
import { qualify } from '../../../../lambda/briefing/words/qualify.ts';
import { naming, say, Words } from '../../../../lambda/briefing/words/sentence.ts';
import { plainText } from '../../../../lambda/report/plain-text.ts';
import { handMadeBook, plainSpaces } from '../../../support/hand-made-book.ts';

const book = handMadeBook({
  values: { 'return.GOOGL.1d': 0.01, 'return.IWM.1d': 0.02 },
  status: { 'return.GOOGL.1d': 'proxy' },
  reasons: [
    { code: 'stands-in', subject: 'GOOG', replaces: 'GOOGL' },
    { code: 'note', words: 'more' },
  ],
});
const words = new Words(book);
const wordsOf = (sentence: ReturnType<typeof say>) => plainSpaces(plainText(qualify(words, sentence!)));

it('says of a proxy that it is one, and why', () => {
  expect(wordsOf(say`GOOGL made ${words.value('return.GOOGL.1d')}.`)).toBe(
    'GOOGL made +1.00 %. Proxy: GOOG stands in for GOOGL.',
  );
});

it('leaves a sentence that says so itself, and one that shows none', () => {
  expect(wordsOf(say`GOOGL made ${words.value('return.GOOGL.1d')} (${naming('proxy', say`a proxy`)}).`)).toBe(
    'GOOGL made +1.00 % (a proxy).',
  );
  expect(wordsOf(say`IWM made ${words.value('return.IWM.1d')}.`)).toBe('IWM made +2.00 %.');
});

it('gives a reason once in a paragraph, and later refers to it', () => {
  const given = new Set<string>();
  const read = () =>
    plainSpaces(plainText(qualify(words, say`GOOGL made ${words.value('return.GOOGL.1d')}.`!, given)));
  expect(read()).toBe('GOOGL made +1.00 %. Proxy: GOOG stands in for GOOGL.');
  expect(read()).toBe('GOOGL made +1.00 %. Proxy, as above.');
});
