import { expect, it } from 'vitest';
import { changeSentences, changesShown, firstChanges } from '../../../lambda/report/changes.ts';
import { plainText } from '../../../lambda/report/plain-text.ts';
import type { Change, Sentence } from '../../../lambda/report/schema.ts';
import { sampleReport } from '../../support/sample-report.ts';

const sentence = (text: string): Sentence => ({ parts: [text], figures: [] });
const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `Change ${i + 1}.`);
const note = 'A note.';

/** A report with a given number of changes, or one from before they had kinds. */
function reportOf(count: number, isOld = false) {
  const report = sampleReport();
  const changes = names(count).map(
    (text): Change => ({ kind: 'cross', ids: [text], before: [1], now: [2], sentence: sentence(text) }),
  );
  const items = isOld ? names(count).map(sentence) : [sentence(note)];
  const front = { ...report.front, changes: { ...report.front.changes, items } };
  return { ...report, front, changes: isOld ? [] : changes };
}

it('a front page has eight changes, counts the rest, and says beside them what cannot be known', () => {
  const eight = names(8);
  expect(firstChanges(reportOf(8)).map(plainText)).toEqual([...eight, note]);
  expect(firstChanges(reportOf(9)).map(plainText)).toEqual([...eight, 'And 1 more on the page.', note]);
  expect(changeSentences(reportOf(9)).map(plainText)).toEqual([...names(9), note]);
  expect(changesShown).toBe(8);
});

it('a report from before changes had kinds is read as it was written', () => {
  expect(firstChanges(reportOf(3, true)).map(plainText)).toEqual(names(3));
  expect(firstChanges(reportOf(10, true)).map(plainText)).toEqual([...names(8), 'And 2 more on the page.']);
});
