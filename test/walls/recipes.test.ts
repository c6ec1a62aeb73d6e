import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Formulas that no test imports. */
function untested(formulas: readonly string[], tests: readonly string[]): string[] {
  return formulas.filter((file) => !tests.some((test) => test.includes(`analytics/${file}'`)));
}

it('a test compares every formula with a value of its own', () => {
  const formulas = globSync('lambda/analytics/*.ts', { cwd: root }).map((path) => basename(path));
  const tests = globSync('test/**/*.ts', { cwd: root }).map(text);
  expect(untested(formulas, tests)).toEqual([]);
  expect(untested(['mean.ts', 'ulcer-index.ts'], tests)).toEqual(['ulcer-index.ts']);
});

/** Measures of docs/report.md that the page of their method does not name, with that page. */
function underived(table: string, pageOf: (name: string) => string): string[] {
  const rows = table.matchAll(/^\| `([^`]+)` \| .*\]\(methods\/([\w-]+\.md)\) \|$/gm);
  const missing = [...rows].filter(([, measure, page = '']) => !pageOf(page).match(`\`${measure}[.\`]`));
  return [...new Set(missing.map(([, measure, page]) => `${measure} in ${page}`))];
}

it('the page that a method names derives each of its measures', () => {
  const report = text('docs/report.md');
  const pageOf = (name: string) => text(`docs/methods/${name}`);
  expect(underived(report, pageOf)).toEqual([]);
  expect(report.match(/\]\(methods\//g)?.length).toBeGreaterThan(200);
  const row = '| `ulcer` | `ulcer.IWM.63d` | fraction | … | [performance](methods/performance.md) |';
  expect(underived(row, pageOf)).toEqual(['ulcer in performance.md']);
});
