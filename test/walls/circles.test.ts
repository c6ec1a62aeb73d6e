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

/** The parts of a folder, each a file or a folder in it, and which of the others each imports. */
function partsOf(folder: string, imports: Imports): Imports {
  const partOf = (path: string) => path.slice(folder.length).split('/')[0] ?? '';
  const parts = new Map<string, string[]>();
  for (const [path, targets] of imports) {
    if (!path.startsWith(folder)) continue;
    const others = targets.filter((target) => target.startsWith(folder) && partOf(target) !== partOf(path));
    parts.set(partOf(path), [...(parts.get(partOf(path)) ?? []), ...others.map(partOf)]);
  }
  return parts;
}

/** Every folder of the files, each with a slash at its end; the root is ''. */
const foldersOf = (paths: Iterable<string>): Set<string> =>
  new Set(
    [...paths].flatMap((path) =>
      [...path.matchAll(/\/|^/g)].map(({ index }) => path.slice(0, index && index + 1)),
    ),
  );

it('finds a circle of two files, one of types alone, and none in a chain', () => {
  const of = (...files: [string, string][]) => circlesIn(importsOf(new Map(files)));
  expect(of(['a.ts', "import { b } from './b.ts';"], ['b.ts', "import type { A } from './a.ts';"])).toEqual([
    'a.ts -> b.ts',
    'b.ts -> a.ts',
  ]);
  expect(of(['a.ts', "export { b } from './b.ts';"], ['b.ts', 'export const b = 1;'])).toEqual([]);
});

it('finds a circle of two folders whose files are in none', () => {
  const imports = importsOf(
    new Map([
      ['x/a/1.ts', "import { b } from '../b/1.ts';"],
      ['x/b/1.ts', ''],
      ['x/b/2.ts', "import type { A } from '../a/2.ts';"],
      ['x/a/2.ts', ''],
    ]),
  );
  expect(circlesIn(imports)).toEqual([]);
  expect(circlesIn(partsOf('x/', imports))).toEqual(['a -> b', 'b -> a']);
  expect(circlesIn(partsOf('', imports))).toEqual([]);
  expect([...foldersOf(imports.keys())]).toEqual(['', 'x/', 'x/a/', 'x/b/']);
});

const importsOfLambda = (): Imports => {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const files = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  return importsOf(files);
};

it('no files of lambda/ import each other in a circle, and no folders', () => {
  const imports = importsOfLambda();
  expect(imports.size).toBeGreaterThan(600);
  expect(circlesIn(imports)).toEqual([]);
  const circles = [...foldersOf(imports.keys())].flatMap((folder) =>
    circlesIn(partsOf(folder, imports)).map((arrow) => `in ${folder}: ${arrow}`),
  );
  expect(circles).toEqual([]);
});
