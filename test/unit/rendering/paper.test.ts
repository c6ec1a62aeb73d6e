import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../../lambda/rendering/html.ts';
import { forPaper } from '../../../lambda/rendering/paper.ts';
import { sampleReport } from '../../support/sample-report.ts';

const page = renderHtml(sampleReport());
const printed = forPaper(page);

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe('a page as it goes to the printer', () => {
  test('leaves out what the style sheet hides on paper, and nothing that it shows', () => {
    for (const part of ['class="outline"', 'class="skip"', 'id="tell"', '<script>', 'class="ledger"']) {
      expect(page).toContain(part);
      expect(printed).not.toContain(part);
    }
    for (const part of [/<h2/g, /<h3/g, /<tr/g, /<figure/g, /<p>/g, /<li>/g]) {
      const definitions = /<section class="section closing"[\s\S]*?<\/section>/;
      const hidden = /<details data-figures>[\s\S]*?<\/details>|<nav[\s\S]*?<\/nav>/g;
      const shown = page.replace(definitions, '').replace(hidden, '');
      expect(count(printed, part), String(part)).toBe(count(shown, part));
    }
    expect(printed).not.toMatch(/<!--|-->/);
  });

  test('holds each chart once, as wide as its place on the sheet', () => {
    const charts = [...printed.matchAll(/<figure class="block drawing (half|full)"[\s\S]*?<\/figure>/g)];
    expect(charts.length).toBeGreaterThan(3);
    for (const [chart, span] of charts) {
      expect(count(chart, /<svg class="chart"/g)).toBe(1);
      expect(chart).toContain(`<div class="${span === 'full' ? 'wide' : 'narrow'}"><svg`);
    }
  });

  test('shows every figure as the page does, without the link', () => {
    expect(printed).not.toContain('<a ');
    const words = (html: string) => html.replace(/<[^>]*>/g, '');
    const tables = (html: string) => [...html.matchAll(/<td[\s\S]*?<\/td>/g)].map(([cell]) => words(cell));
    expect(tables(printed)).toEqual(tables(page.slice(0, page.indexOf('id="definitions"'))));
  });

  test('keeps what a colour or a line rests on', () => {
    const sentence = '<p>of <a class="f" href="#a">1</a> to <a class="f negative" href="#b">−2</a></p>';
    expect(forPaper(sentence)).toBe('<p>of 1 to <span class="f negative">−2</span></p>');
    const key = '<dd class="number"><a class="f" href="#c">Thu 1 Jan</a></dd>';
    expect(forPaper(key)).toBe('<dd class="number"><span class="f">Thu 1 Jan</span></dd>');
  });
});
