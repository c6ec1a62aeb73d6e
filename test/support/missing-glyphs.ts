import { renderHtml } from '../../lambda/rendering/html.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { glyphsOf } from './glyphs.ts';

/** Drawn by advance alone, or not at all. */
const blank = new Set([0x0a, 0x202f]);

/** What each weight of the page's text can draw. */
export const faces = [400, 500, 600].map((weight) => glyphsOf(`inter-${weight}.woff2`));
/** One weight serves for all three, as in the page. */
const greek = glyphsOf('inter-greek-500.woff2');

/** Letters of the page that none of its own fonts can draw: a reader would see another family's, or a box. */
export function missingGlyphs(report: Report): string[] {
  const body = renderHtml(report)
    .replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, '')
    .replace(/&[#\w]+;/g, '');
  return [...new Set(body)].filter((letter) => {
    const point = letter.codePointAt(0)!;
    return !blank.has(point) && !greek.has(point) && !faces.every((font) => font.has(point));
  });
}
