import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../lambda');

/** What each file imports or re-exports of the others, types included. */
type Imports = ReadonlyMap<string, readonly string[]>;

function importsOf(files: ReadonlyMap<string, string>): Imports {
  return new Map(
    [...files].map(([path, code]) => {
      const { staticImports, staticExports } = parseSync(path, code).module;
      const requests = [
        ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
        ...staticExports.flatMap(({ entries }) =>
          entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
        ),
      ];
      const targets = requests
        .filter((request) => request.startsWith('.'))
        .map((request) => normalize(join(dirname(path), request)));
      return [path, targets.filter((target) => files.has(target))];
    }),
  );
}

/** The files from which a way of imports leads back to themselves, each with the next step of that way. */
function circlesIn(imports: Imports): string[] {
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set<string>();
    const open = [from];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === to) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(imports.get(next) ?? []));
    }
    return false;
  };
  return [...imports].flatMap(([path, targets]) =>
    targets.filter((target) => reaches(target, path)).map((target) => `${path} -> ${target}`),
  );
}

it('finds a circle of two files, one of types alone, and none in a chain', () => {
  const of = (...files: [string, string][]) => circlesIn(importsOf(new Map(files)));
  expect(of(['a.ts', "import { b } from './b.ts';"], ['b.ts', "import type { A } from './a.ts';"])).toEqual([
    'a.ts -> b.ts',
    'b.ts -> a.ts',
  ]);
  expect(of(['a.ts', "export { b } from './b.ts';"], ['b.ts', 'export const b = 1;'])).toEqual([]);
});

it('no files of lambda/ import each other in a circle', () => {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const files = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  expect(files.size).toBeGreaterThan(600);
  expect(circlesIn(importsOf(files))).toEqual([]);
});
