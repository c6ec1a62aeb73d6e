import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('every folder of unit tests has the path of the folder of lambda/ that it tests', () => {
  const folders = new Set(
    readdirSync(join(root, 'test/unit'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts'))
      .map((path) => dirname(path)),
  );
  // A table of cases has a folder of its own.
  const without = [...folders].filter(
    (folder) => folder !== 'quality/matrix' && !existsSync(join(root, 'lambda', folder)),
  );
  expect(without).toEqual([]);
  expect(folders.size).toBeGreaterThan(20);
});
