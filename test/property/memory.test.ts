import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const reader = join(import.meta.dirname, '../support/read-large.ts');
/** A body's bytes, and the megabytes of heap: 64 times as much, beside some 16 that the program itself takes. */
const [body, heap] = [1_000_000, 64 + 16];

// Collecting in the reader's own thread: beside other work the collector's threads fall behind, and memory seems to be short.
const readAll = (megabytes: number) =>
  promisify(execFile)(process.execPath, [
    '--single-threaded-gc',
    `--max-old-space-size=${megabytes}`,
    reader,
    String(body),
  ]);

it('no reader takes more memory than 64 times its body', async () => {
  const { stdout } = await readAll(heap);
  expect(Number(stdout)).toBeGreaterThan(100);
});
