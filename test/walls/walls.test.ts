import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenWalls } from './inspect.ts';

const lambda = resolve(import.meta.dirname, '../../lambda');
const sources = globSync('**/*.ts', { cwd: lambda }).map((path) => path.replaceAll('\\', '/'));

describe('the walls of the house', () => {
  it('looks at every source file', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  it.each(sources)('%s keeps them', (path) => {
    expect(brokenWalls(path, readFileSync(resolve(lambda, path), 'utf8'))).toEqual([]);
  });
});

describe('the check itself notices', () => {
  it.each([
    ['analytics/a.ts', "import { x } from '../briefing/book.ts';", 'room further down'],
    ['analytics/a.ts', "import type { X } from '../briefing/book.ts';", 'room further down'],
    ['analytics/a.ts', "export * from '../steps/plan.ts';", 'room further down'],
    ['analytics/a.ts', "const x = await import('../steps/plan.ts');", 'room further down'],
    ['series/a.ts', "import { readFileSync } from 'node:fs';", 'is pure, but imports node:fs'],
    ['series/a.ts', "import Handlebars from 'handlebars';", 'is pure, but imports handlebars'],
    ['series/a.ts', 'export const now = () => Date.now();', 'Date.now'],
    ['series/a.ts', 'export const now = () => new Date();', 'new Date()'],
    ['series/a.ts', 'export const now = () => Math.random();', 'Math.random'],
    ['series/a.ts', 'export const home = process.env.HOME;', 'process'],
    ['briefing/a.ts', "export const got = fetch('x');", 'fetch'],
    ['sources/yahoo/parse.ts', 'export const now = () => new Date();', 'new Date()'],
    ['sources/yahoo/parse.ts', "import { get } from './fetch.ts';", 'which is not'],
    ['rendering/html.ts', "import { panelOf } from '../briefing/panel.ts';", 'nothing behind it'],
    ['kitchen/a.ts', '', 'no room'],
  ])('%s: %s', (path, code, complaint) => {
    expect(brokenWalls(path, code).join('; ')).toContain(complaint);
  });

  it.each([
    ['briefing/a.ts', "import { z } from 'zod'; import { mean } from '../analytics/mean.ts';"],
    ['briefing/a.ts', "import { performance } from './b.ts'; export const families = [performance];"],
    ['calendar/a.ts', "export const noon = new Date('2025-12-31T12:00:00Z');"],
    ['sources/http/client.ts', 'export const now = () => Date.now();'],
  ])('and lets pass %s: %s', (path, code) => {
    expect(brokenWalls(path, code)).toEqual([]);
  });
});
