import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../../lambda/rendering/html.ts';
import { sampleReport } from '../../support/sample-report.ts';

const page = renderHtml(sampleReport());
const printed = renderHtml(sampleReport(), 'paper');

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
      const elsewhere = /<footer[\s\S]*?<\/footer>|<div class="block absence[\s\S]*?<\/div>/g;
      const shown = page.replace(definitions, '').replace(hidden, '').replace(elsewhere, '');
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
    const negative = /<a class="(?:f )?negative" href="[^"]*">([^<]*)<\/a>/g;
    const before = page
      .slice(0, page.indexOf('id="definitions"'))
      .replaceAll(/<details data-figures>[\s\S]*?<\/details>/g, '');
    const [shown, kept] = [
      before.matchAll(negative),
      printed.matchAll(/<span class="f negative">([^<]*)<\/span>/g),
    ];
    const texts = (found: Iterable<RegExpMatchArray>) => [...found].map(([, text]) => text);
    expect(texts(kept)).toEqual(texts(shown));
    const keys = (html: string) => count(html, /<dd class="number[^"]*"><(a|span) class="f/g);
    expect(keys(printed)).toBe(keys(page));
  });
});
