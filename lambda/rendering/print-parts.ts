import { formatDate } from '../briefing/words/format.ts';
import type { Report } from '../report/schema.ts';
import { fontFaces } from './assets.ts';
import { escapeText } from './charts/text.ts';
import type { PrintOptions } from './printer.ts';
import { marks } from './view/marks.ts';
import { documentTitle } from './view/page.ts';

/** Chromium sets running heads apart from the page, so they bring their font themselves. */
const row =
  'box-sizing:border-box;width:100%;margin:0 14mm;display:flex;justify-content:space-between;gap:12px;' +
  'font-family:Inter;font-size:7pt;line-height:1.3;color:#5a626e;-webkit-print-color-adjust:exact';
const mark =
  'font-weight:600;letter-spacing:.06em;color:#8a5a00;background:#fff3d6;padding:1pt 4pt;margin-right:6pt';

/** What the printer needs in addition to the HTML: metadata, and the running header and footer of every sheet. */
export function printParts(report: Report): Omit<PrintOptions, 'paper'> {
  const badges = marks(report)
    .map(({ name }) => `<span style="${mark}">${escapeText(name)}</span>`)
    .join('');
  const session = `${escapeText(formatDate(report.session))}, revision ${report.revision}`;
  const style = `<style>${fontFaces(['400', '600'])}</style>`;
  return {
    title: documentTitle(report),
    language: 'en',
    date: report.collectedAt,
    header: `${style}<div style="${row}"><span>${badges}${escapeText(report.edition.title)}</span><span>${session}</span></div>`,
    footer:
      `<div style="${row}"><span>Information, not advice.</span>` +
      '<span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>',
  };
}
