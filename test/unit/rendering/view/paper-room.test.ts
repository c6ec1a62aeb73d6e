import { expect, it } from 'vitest';
import { changesThatFit, heightToSpare } from '../../../../lambda/rendering/view/paper-room.ts';
import type { Sentence } from '../../../../lambda/report/schema.ts';
import { sampleReport } from '../../../support/sample-report.ts';

const sentence = (length: number): Sentence => ({ parts: ['x'.repeat(length)], figures: [] });

/** A report with notices of these lengths, and no marks. */
function reportOf(...notices: readonly number[]) {
  const report = sampleReport();
  const unmarked = { simulated: false, incomplete: false, incompleteBecause: [] };
  return { ...report, marks: unmarked, front: { ...report.front, notices: notices.map(sentence) } };
}

it('a sheet has room for a number of half lines of changes, less what is above them', () => {
  const lines = (each: number) => Array.from({ length: 8 }, () => sentence(70 * each));
  // A4 has 22 of them, Letter 13.
  expect(changesThatFit(reportOf(), lines(2), 'A4')).toBe(8);
  expect(changesThatFit(reportOf(), lines(3), 'A4')).toBe(7);
  expect(changesThatFit(reportOf(), lines(1), 'Letter')).toBe(8);
  expect(changesThatFit(reportOf(), lines(2), 'Letter')).toBe(6);
  // A notice of two lines over all the width takes six half lines.
  expect(changesThatFit(reportOf(151), lines(2), 'A4')).toBe(8);
  expect(changesThatFit(reportOf(151), lines(2), 'Letter')).toBe(3);
  expect(changesThatFit(reportOf(151, 151), lines(1), 'Letter')).toBe(1);
});

it('what changes and notices leave free makes the chart of the sheet higher, within bounds', () => {
  const bare = { ...reportOf(), front: { ...reportOf().front, blocks: [] } };
  const spare = (count: number, ...notices: readonly number[]) =>
    heightToSpare(
      { ...bare, front: { ...bare.front, notices: notices.map(sentence) } },
      Array.from({ length: count }, () => sentence(70)),
      'A4',
    );
  expect(spare(22)).toBe(0);
  expect(spare(30)).toBe(0);
  expect(spare(10)).toBeGreaterThan(spare(12));
  expect(spare(10, 151)).toBe(spare(16));
  // A chart does not grow without end on a day on which nothing changed.
  expect(spare(0)).toBe(spare(1));
});
