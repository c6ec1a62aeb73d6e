import { expect, it } from 'vitest';
import type { Context } from '../../../../../lambda/briefing/context.ts';
import { flagged } from '../../../../../lambda/briefing/sections/methods/flags.ts';
import { Words } from '../../../../../lambda/briefing/words/sentence.ts';
import { FigureBook } from '../../../../../lambda/figures/book.ts';
import { plainText } from '../../../../../lambda/report/plain-text.ts';

const wordsOf = (subjects: readonly string[], words: string) => {
  const flags = subjects.map((subject) => ({ subject, code: 'not-received', text: words }));
  const book = new FigureBook();
  const context = { header: { flags }, book, words: new Words(book) } as unknown as Context;
  return flagged(context).flatMap(({ sentences }) => sentences.map(plainText));
};

it('series of which the same is said are named once each, as a reader knows them', () => {
  const asked = ['filings:AAPL', 'income:AAPL', 'shares:AAPL', 'results:AAPL', 'bars:IJR', 'macro:DGS2'];
  expect(wordsOf(asked, 'not received: sec: answered 404')).toEqual([
    'filings of AAPL, days of results of AAPL, IJR, DGS2: not received: sec: answered 404.',
  ]);
});

it('a contract is named by its month', () => {
  expect(wordsOf(['futures:2026-02'], 'not received: yahoo: answered 404')).toEqual([
    'federal funds futures of Feb 2026: not received: yahoo: answered 404.',
  ]);
});

it('without a flag there is no block', () => {
  expect(wordsOf([], '')).toEqual([]);
});
