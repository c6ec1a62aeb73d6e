import { expect, test } from 'vitest';
import { simulatedReport } from '../../support/briefings.ts';
import { faces, missingGlyphs } from '../../support/missing-glyphs.ts';
import { sampleReport } from '../../support/sample-report.ts';

test('the sample uses only letters of its own fonts', () => {
  expect(faces.every((font) => font.size > 200)).toBe(true);
  expect(missingGlyphs(sampleReport())).toEqual([]);
});

test('a composed briefing uses only letters of its own fonts', async () => {
  expect(missingGlyphs(await simulatedReport('2025-11-14'))).toEqual([]);
});

test('a letter of no font of ours is found', () => {
  const report = sampleReport();
  report.strip[0]!.text = '完';
  expect(missingGlyphs(report)).toEqual(['完']);
});
