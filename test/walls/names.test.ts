import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const rooms = ['lambda', 'infra', 'test/support'];

/** Names that several files export on purpose, and why. */
const shared: readonly { readonly name: string; readonly files: RegExp; readonly why: string }[] = [
  { name: 'handler', files: /^lambda\/aws\/handlers\//, why: 'infra names it for every Lambda' },
  { name: 'makeHandler', files: /^lambda\/aws\/handlers\//, why: 'the same handler on services of a test' },
];

/** Names that a file declares and exports; a type and a value of one name, or overloads, count once. */
function exportedNames(path: string, code: string): Set<string> {
  const entries = parseSync(path, code).module.staticExports.flatMap((one) => one.entries);
  return new Set(
    entries.flatMap(({ moduleRequest, exportName }) =>
      moduleRequest === null && exportName.name !== null ? [exportName.name] : [],
    ),
  );
}

/** Names that more than one file exports, each with its files, except for those that are shared on purpose. */
function ambiguousNames(files: ReadonlyMap<string, string>): string[] {
  const exporters = new Map<string, string[]>();
  for (const [path, code] of files)
    for (const name of exportedNames(path, code)) exporters.set(name, [...(exporters.get(name) ?? []), path]);
  return [...exporters]
    .filter(([name, paths]) => paths.length > 1 && !isShared(name, paths))
    .map(([name, paths]) => `${name}: ${paths.join(', ')}`);
}

const isShared = (name: string, paths: readonly string[]): boolean =>
  shared.some((one) => one.name === name && paths.every((path) => one.files.test(path)));

const sourceFiles = new Map(
  rooms
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((path) =>
        `${room}/${path}`.replaceAll('\\', '/'),
      ),
    )
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

it('an exported name means one thing: one file exports it', () => {
  expect(sourceFiles.size).toBeGreaterThan(700);
  expect(ambiguousNames(sourceFiles)).toEqual([]);
});

it('each name that is shared on purpose is exported by several files', () => {
  for (const { name, files, why } of shared) {
    const exporters = [...sourceFiles].filter(
      ([path, code]) => files.test(path) && exportedNames(path, code).has(name),
    );
    expect(exporters.length, `${name}: ${why}`).toBeGreaterThan(1);
  }
});

it('notices a type and a value of one name in two files, but not overloads and re-exports', () => {
  const of = (...codes: string[]) =>
    ambiguousNames(new Map(codes.map((code, at) => [`lambda/${'abc'[at]}.ts`, code])));
  expect(of('export const a = 1;', 'export type a = 1;')).toEqual(['a: lambda/a.ts, lambda/b.ts']);
  expect(of('export function a(): void;\nexport function a(): void {}')).toEqual([]);
  expect(of('export const a = 1;\nexport type a = 1;', "export { a } from './a.ts';")).toEqual([]);
  expect(of('export const handler = 1;', 'export const handler = 2;')).toHaveLength(1);
});
