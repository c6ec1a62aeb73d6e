import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mutatedRooms } from '../mutation/mutated-rooms.ts';

const root = join(import.meta.dirname, '../..');
const names = Object.keys(mutatedRooms);
const workflow = readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8');

/** The patterns that one with `{a,b}` stands for. */
function alternatives(pattern: string): string[] {
  const [whole, list] = /\{([^{}]+)\}/.exec(pattern) ?? [];
  return whole === undefined || list === undefined
    ? [pattern]
    : list.split(',').flatMap((one) => alternatives(pattern.replace(whole, one)));
}

it('CI holds every room to the floor of mutation testing by itself', async () => {
  expect(/^ {8}room: \[(.+)\]$/m.exec(workflow)?.[1]?.split(', ')).toEqual(names);
  expect(workflow).toMatch(/- run: npm run mutation -- \$\{\{ matrix\.room \}\}/);
  const { default: config } = await import(join(root, 'stryker.config.js'));
  expect(config.thresholds.break).toBe(80);
});

it('mutated code lies where a thread of its own may run it', async () => {
  const { default: config } = await import(join(root, 'stryker.config.js'));
  expect(config.tempDirName.split('/')).not.toContain('node_modules');
});

it.each(names)('the code and the tests of the room %s are there', (name) => {
  const { code, tests } = mutatedRooms[name as keyof typeof mutatedRooms];
  for (const pattern of [...code, ...tests].flatMap(alternatives))
    expect(globSync(pattern.replace(/^!/, ''), { cwd: root }), pattern).not.toEqual([]);
});

it('every unit test of the archive is run against its mutants, but for those that take long', () => {
  const listed: readonly string[] = mutatedRooms.archive.tests.flatMap(alternatives);
  const slow = ['crash', 'edition', 'hostile', 's3'];
  const all = globSync('test/unit/archive/*.test.ts', { cwd: root });
  expect(listed.filter((one) => one.startsWith('test/unit/')).sort()).toEqual(
    all.filter((one) => !slow.includes(/([^/]+)\.test\.ts$/.exec(one)![1]!)).sort(),
  );
});
