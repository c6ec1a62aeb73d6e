import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, treeOf } from '../support/temporary.ts';
import { briefing, type Ended } from './support/command.ts';
import { briefingHere } from './support/here.ts';
import { session, smallData } from './support/small-data.ts';

describe('runs at the same time', () => {
  let root: { path: string; dispose: () => Promise<void> };
  let data: string;
  const run = (from: string, out: string, of = session) =>
    briefing(['--data', from, '--session', of, '--out', out, '--no-pdf', '--json']);
  const wordsOf = ({ stdout }: Ended) => JSON.parse(stdout);

  beforeAll(async () => {
    root = await temporaryFolder();
    data = await smallData(join(root.path, 'data'));
  });
  afterAll(() => root.dispose());

  it('publish one session once: one publishes, the other reports it', async () => {
    const out = join(root.path, 'same');
    const both = await Promise.all([run(data, out), run(data, out)]);
    expect(both.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(both.map((ended) => wordsOf(ended).revision)).toEqual([1, 1]);
    expect(both.map((ended) => wordsOf(ended).status).sort()).toEqual(['already published', 'published']);
    expect(Object.keys(await treeOf(join(out, 'reports', session)))).not.toContain('r2');
    expect((await briefingHere(['replay', '--session', session, '--out', out])).code).toBe(0);
  });

  it('publish two revisions when they have something different to say, and both replay', async () => {
    const other = await smallData(join(root.path, 'other'), {
      change: {
        symbol: 'SPY',
        rows: (rows) => rows.toSpliced(-1, 1, raised(rows.at(-1) ?? '')),
      },
    });
    const out = join(root.path, 'different');
    const both = await Promise.all([run(data, out), run(other, out)]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.map((ended) => wordsOf(ended).revision).sort()).toEqual([1, 2]);
    for (const revision of ['1', '2'])
      expect(
        (await briefingHere(['replay', '--session', session, '--revision', revision, '--out', out])).stdout,
      ).toContain('byte-identical');
  });

  it('lose no session from the index', async () => {
    const out = join(root.path, 'many');
    const sessions = ['2025-12-29', '2025-12-30', '2025-12-31'];
    await Promise.all(sessions.map((of) => run(data, out, of)));
    const index = JSON.parse(await readFile(join(out, 'index/2025.json'), 'utf8'));
    expect(index.sessions.map((entry: { session: string }) => entry.session)).toEqual(sessions.toReversed());
    expect(JSON.parse(await readFile(join(out, 'latest.json'), 'utf8')).session).toBe('2025-12-31');
  });
});

/** The session's close a little higher, its high with it. */
function raised(row: string): string {
  const [date, open, high, low, close, , volume] = row.split(',');
  const up = (Number(close) * 1.004).toFixed(4);
  return [date, open, (Math.max(Number(high), Number(up)) * 1.001).toFixed(4), low, up, up, volume].join(',');
}
