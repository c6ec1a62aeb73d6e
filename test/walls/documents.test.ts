import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = [
  ...globSync(['*.md', 'docs/**/*.md', 'test/**/*.md', '.github/**/*.md'], { cwd: root }),
  ...globSync('.github/**/*.yml', { cwd: root }),
].map((path) => path.replaceAll('\\', '/'));

/** The name by which hosts of repositories link to a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Links of a document to files or headings that are not there. */
function deadLinks(path: string, content: string): string[] {
  const links = [...content.matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  return links.flatMap(([link, file = '', anchor]) => {
    const target = file === '' ? path : join(dirname(path), file);
    if (!existsSync(join(root, target))) return [link];
    if (anchor === undefined) return [];
    const headings = (file === '' ? content : text(target)).matchAll(/^#+ (.*)$/gm);
    return [...headings].some(([, heading = '']) => anchorOf(heading) === anchor) ? [] : [link];
  });
}

/** Commands of npm that a document names and `package.json` does not have. */
const unknownScripts = (content: string): string[] =>
  [...content.matchAll(/npm run (?:--silent |-s )?([a-z][\w:]*)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !(name in project.scripts));

describe.each(documents)('%s', (path) => {
  it('links to what is there, and names commands that exist', () => {
    expect(deadLinks(path, text(path))).toEqual([]);
    expect(unknownScripts(text(path))).toEqual([]);
  });
});

it('the check of documents notices a dead link, a dead heading and an unknown command', () => {
  expect(documents.length).toBeGreaterThan(20);
  expect(deadLinks('README.md', 'see [a](docs/nothing.md)')).toHaveLength(1);
  expect(deadLinks('docs/cost.md', 'see [a](../README.md#what-it-never-was)')).toHaveLength(1);
  expect(
    deadLinks('docs/cost.md', 'see [a](../README.md#what-it-needs), [b](https://example.org/x)'),
  ).toEqual([]);
  expect(deadLinks('README.md', '## Here it is!\n[a](#here-it-is) [b](#there)')).toEqual(['](#there)']);
  expect(unknownScripts('`npm run demo`, `npm run --silent briefing -- x`, `npm run nothing`')).toEqual([
    'nothing',
  ]);
});

describe('what is pinned', () => {
  it('is one version each: of packages, and of actions by their commit', () => {
    const { dependencies, devDependencies, optionalDependencies } = project;
    // DuckDB ends each of its releases in `-r.N`.
    for (const [name, version] of Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
    }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-r\.\d+)?$/);
    const used = globSync('.github/workflows/*.yml', { cwd: root }).flatMap(
      (path) => text(path).match(/uses:.*/g) ?? [],
    );
    expect(used.length).toBeGreaterThan(2);
    for (const action of used) expect(action).toMatch(/^uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('is the same Node in .nvmrc and in what npm ci brings', () => {
    const versions = new Set(Object.values(project.optionalDependencies));
    expect(versions).toEqual(new Set([text('.nvmrc').trim()]));
  });

  it('is held back at the versions that decision 14 names, and not proposed by Dependabot', () => {
    const decision = text('docs/decisions/0014-exact-pins.md');
    const dependabot = text('.github/dependabot.yml');
    for (const name of ['@sparticuz/chromium', 'puppeteer-core', '@fontsource/inter'] as const) {
      expect(decision).toContain(`| \`${name}\` ${project.dependencies[name]} `);
      expect(dependabot).toMatch(new RegExp(`dependency-name: ["']?${name}["']?\\n(?! +update-types)`));
    }
  });
});
