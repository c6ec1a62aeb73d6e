import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Formulas that none of these files imports. */
function unused(formulas: readonly string[], files: readonly string[]): string[] {
  return formulas.filter((formula) => !files.some((file) => file.includes(`/${formula}'`)));
}

it('a test compares every formula with a value of its own, and something is computed by it', () => {
  const formulas = globSync('lambda/analytics/*.ts', { cwd: root }).map((path) => basename(path));
  const tests = globSync('test/**/*.ts', { cwd: root }).map(text);
  expect(unused(formulas, tests)).toEqual([]);
  expect(unused(formulas, globSync('lambda/**/*.ts', { cwd: root }).map(text))).toEqual([]);
  expect(unused(['mean.ts', 'ulcer-index.ts'], tests)).toEqual(['ulcer-index.ts']);
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

/** Sections without a rule in the print style that says where on the sheets they are, and rules of sections that are not there. */
function unplaced(sections: readonly string[], style: string): string[] {
  const placed = new Set([...style.matchAll(/#([a-z-]+)/g)].map(([, id]) => id!));
  return [
    ...sections.filter((id) => !placed.has(id)).map((id) => `#${id} has no rule in print.css`),
    ...[...placed].filter((id) => !sections.includes(id)).map((id) => `#${id} is no section`),
  ];
}

it('the print style places every section', () => {
  const sections = globSync('lambda/briefing/sections/*.ts', { cwd: root }).flatMap((path) =>
    [...text(path).matchAll(/^ {4}id: '([a-z]+)',$/gm)].map(([, id]) => id!),
  );
  expect(sections.length).toBe(
    text('lambda/briefing/sections/index.ts').match(/^ {2}\w+Section,$/gm)?.length,
  );
  const style = text('templates/styles/print.css');
  expect(unplaced(sections, style)).toEqual([]);
  expect(unplaced(['fund', 'new'], '#fund, #old { clear: both; }')).toEqual([
    '#new has no rule in print.css',
    '#old is no section',
  ]);
});

it('blocks that paper leaves out are blocks of a section', () => {
  const code = text('lambda/rendering/view/blocks.ts');
  const left = [...code.matchAll(/ReadonlySet<string> = new Set\(\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']+)'/g)].map(([, id]) => id!),
  );
  const sections = globSync('lambda/briefing/sections/**/*.ts', { cwd: root }).map(text).join('\n');
  expect(left.length).toBeGreaterThan(10);
  expect(left.filter((id) => !sections.includes(`'${id}'`))).toEqual([]);
});
