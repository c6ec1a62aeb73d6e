import { expect, test } from 'vitest';
import type { Report } from '../../../lambda/briefing/report.ts';
import { renderHtml } from '../../../lambda/rendering/html.ts';
import { folderSource } from '../../../lambda/sources/folder/folder.ts';
import { simulatedSource } from '../../../lambda/sources/simulated/source.ts';
import { reportFrom } from '../../support/briefings.ts';
import { glyphsOf } from '../../support/glyphs.ts';
import { sampleReport } from '../../support/sample-report.ts';
import { describeShared, sharedDir } from '../../support/shared.ts';

/** Drawn by advance alone, or not at all. */
const blank = new Set([0x0a, 0x202f]);

const weights = [400, 500, 600, 700].map((weight) => glyphsOf(`inter-latin-${weight}-normal.woff2`));
/** One weight stands behind all four, as in the page. */
const greek = glyphsOf('inter-greek-500-normal.woff2');

/** Letters of the page that none of its own fonts can draw: a reader would see another family's, or a box. */
function strangers(report: Report): string[] {
  const body = renderHtml(report)
    .replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, '')
    .replace(/&[#\w]+;/g, '');
  return [...new Set(body)].filter((letter) => {
    const point = letter.codePointAt(0)!;
    return !blank.has(point) && !greek.has(point) && !weights.every((font) => font.has(point));
  });
}

test('the sample uses only letters of its own fonts', () => {
  expect(weights.every((font) => font.size > 200)).toBe(true);
  expect(strangers(sampleReport())).toEqual([]);
});

test('a composed briefing uses only letters of its own fonts', async () => {
  expect(strangers(await reportFrom(simulatedSource(), '2025-11-14'))).toEqual([]);
});

test('a letter of no font of ours is found', () => {
  const report = sampleReport();
  report.strip[0]!.text = '完';
  expect(strangers(report)).toEqual(['完']);
});

describeShared('on real data', () => {
  test.each(['2025-12-31', '2020-03-16'])('the briefing of %s does so too', async (session) => {
    expect(strangers(await reportFrom(folderSource(`${sharedDir}/data`), session))).toEqual([]);
  });
});
