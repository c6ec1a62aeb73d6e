import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { formatFigure } from '../../../lambda/briefing/words/format.ts';
import { sourceTitle } from '../../../lambda/briefing/words/source-title.ts';
import { printParts, renderHtml } from '../../../lambda/rendering/html.ts';
import type { Figure } from '../../../lambda/report/schema.ts';
import { sampleReport } from '../../support/sample-report.ts';

const report = sampleReport();
const html = renderHtml(report);

/** What a reader sees: text and attributes without fonts, styles and scripts. */
const body = html.replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, '');

describe('the page', () => {
  test('is the same bytes for the same report', () => {
    expect(renderHtml(sampleReport())).toBe(html);
  });

  test('lets in its own style and script by hash and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/
      .exec(html)![1]!
      .replaceAll('&#x27;', "'")
      .replaceAll('&#x3D;', '=');
    expect(policy).toContain("default-src 'none'");
    for (const [tag, rule] of [
      ['style', 'style-src'],
      ['script', 'script-src'],
    ] as const) {
      const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)![1]!;
      const hash = createHash('sha256').update(content).digest('base64');
      expect(policy).toContain(`${rule} 'sha256-${hash}'`);
    }
  });

  test('asks for nothing from outside', () => {
    expect(html).not.toMatch(/(?:src|href)="(?!#)[^"]|url\((?!data:)|@import/);
  });

  test('has no inline style, no undefined and no other value that is none', () => {
    expect(body).not.toMatch(/ style="|undefined|NaN|\[object|Infinity/);
  });

  test('describes every figure that it shows, in full precision', () => {
    const links = new Set(
      [...body.matchAll(/(?:class="f[^"]*"|<td><a[^>]*?) href="#([^"]+)"/g)].map(([, id]) => decodeURI(id!)),
    );
    const [, usual] = /data-source="([^"]*)"/.exec(body)!;
    expect(links.size).toBeGreaterThan(20);
    for (const id of links) {
      const figure = report.figures[id]!;
      const row = body.split(`<tr id="${id}">`)[1]?.split('<tr')[0] ?? '';
      const source = sourceTitle(figure.source);
      if (source !== usual) expect(row, id).toContain(source);
      expect(row, id).toContain(figure.value === null ? figure.reason : exactly(id, figure));
      expect(body, id).toContain(`How ${figure.method} is defined.`);
    }
  });

  test('gives no record of a figure that it does not use', () => {
    const other = sampleReport();
    other.figures['return.UNUSED.1d'] = { ...other.figures['return.IWM.1d']! };
    expect(renderHtml(other)).not.toContain('UNUSED');
  });

  test('marks a proxy with its reason at the number', () => {
    const letter = /±1\.03\u202f%<\/a><sup class="mark">(\w)<\/sup>/.exec(body)?.[1];
    expect(body).toContain(`<p><sup class="mark">${letter}</sup> Proxy: `);
    expect(body).toContain('TNA n/a: no bar before the year began');
  });

  test('dates a key figure without the year, and keeps the whole date in the record', () => {
    expect(body).toMatch(/<dd class="number"><a class="f" href="#event.next.date">Thu Jan 1<\/a>/);
    expect(body.split('<tr id="event.next.date">')[1]).toContain('2026');
  });

  test('carries its marks and escapes what a report says', () => {
    const other = sampleReport();
    other.marks = { simulated: false, incomplete: true, incompleteBecause: ['TNA <b>has</b> no bar'] };
    other.strip[0]!.text = '<script>alert(1)</script>';
    const page = renderHtml(other);
    expect(page).not.toContain('SIMULATED DATA');
    expect(page).toContain('<strong>INCOMPLETE</strong> <span>TNA &lt;b&gt;has&lt;/b&gt; no bar.');
    expect(page).not.toContain('<script>alert');
  });

  test('carries both marks when an incomplete briefing is simulated', () => {
    const other = sampleReport();
    other.marks = { simulated: true, incomplete: true, incompleteBecause: ['TNA has no bar'] };
    const page = renderHtml(other);
    expect(page).toContain('<strong>SIMULATED DATA</strong>');
    expect(page).toContain('<strong>INCOMPLETE</strong>');
  });

  test('refuses a report that names a figure it does not hold', () => {
    const other = sampleReport();
    delete other.figures['close.TNA'];
    expect(() => renderHtml(other)).toThrow('no figure close.TNA');
  });
});

describe('what the printer receives', () => {
  test('is the report’s own date and title, and its marks in the running header', () => {
    const parts = printParts(report);
    expect(parts).toMatchObject({
      title: 'Small-cap rotation & TNA, Wed Dec 31, 2025',
      language: 'en',
      date: '2025-12-31T22:50:00.000Z',
    });
    expect(parts.header).toContain('SIMULATED DATA');
    expect(parts.header).toContain('Small-cap rotation &amp; TNA');
    expect(parts.footer).toContain('class="pageNumber"');
  });
});

/** A number with every digit and the minus of print; a date as it is printed, which is no subtraction. */
function exactly(id: string, figure: Figure): string {
  if (typeof figure.value === 'number') return String(figure.value).replace('-', '−');
  return figure.unit === 'date' ? 'Thu Jan 1, 2026' : formatFigure(id, figure);
}
