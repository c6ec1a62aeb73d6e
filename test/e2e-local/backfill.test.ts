import { once } from 'node:events';
import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, treeButRuns, treeOf } from '../support/temporary.ts';
import { briefing, launch } from './support/command.ts';
import { briefingHere } from './support/here.ts';
import { clock, smallData } from './support/small-data.ts';

describe('a backfill', () => {
  const sessions = ['2025-12-24', '2025-12-26', '2025-12-29', '2025-12-30', '2025-12-31'];
  let root: { path: string; dispose: () => Promise<void> };
  let data: string;
  /** The archive after the backfill; tests that write take a copy. */
  let out: string;
  let first: Awaited<ReturnType<typeof briefing>>;
  const run = (into: string, ...more: string[]) => [
    ...['backfill', '--from', '2025-12-24', '--to', '2026-01-01', '--now', clock],
    ...['--data', data, '--out', into, ...more],
  ];
  const indexed = async (folder: string): Promise<string[]> =>
    JSON.parse(await readFile(join(folder, 'index/2025.json'), 'utf8')).sessions.map(
      (entry: { session: string }) => entry.session,
    );

  beforeAll(async () => {
    root = await temporaryFolder();
    data = await smallData(join(root.path, 'data'));
    out = join(root.path, 'out');
    first = await briefing(run(out));
  });
  afterAll(() => root.dispose());

  const copy = async () => {
    const folder = await mkdtemp(join(root.path, 'copy-'));
    await cp(out, folder, { recursive: true });
    return folder;
  };

  it('publishes every session of the range, each compared with the one before', async () => {
    const { code, stdout, stderr } = first;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('5 sessions: 5 published');
    expect(await indexed(out)).toEqual(sessions.toReversed());
    for (const [i, session] of sessions.entries()) {
      const path = join(out, 'reports', session, 'r1', 'manifest.json');
      const { previous } = JSON.parse(await readFile(path, 'utf8'));
      expect(previous?.session ?? null).toBe(sessions[i - 1] ?? null);
    }
  });

  it('makes what a run of each session alone makes, byte for byte', async () => {
    const alone = join(root.path, 'alone');
    for (const session of sessions)
      await briefingHere([
        ...['--data', data, '--session', session, '--out', alone, '--no-pdf', '--now', clock],
      ]);
    const reports = (folder: string) => treeOf(join(folder, 'reports'));
    expect(await reports(out)).toEqual(await reports(alone));
  });

  it('replays, though later sessions lay in the same data', async () => {
    const { code, stdout } = await briefingHere(['replay', '--session', '2025-12-26', '--out', out]);
    expect(stdout).toContain('byte-identical');
    expect(code).toBe(0);
  });

  it('does nothing the second time', async () => {
    const again = await copy();
    const before = await treeButRuns(again);
    const { code, stdout } = await briefingHere(run(again, '--json'));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ sessions: 5, published: 0, alreadyPublished: 5, refused: 0 });
    expect(await treeButRuns(again)).toEqual(before);
  });

  it('goes on where it was killed, and ends as if it had not been', async () => {
    const killed = join(root.path, 'killed');
    const child = launch(run(killed));
    child.stdout.on('data', (chunk) => {
      if (String(chunk).includes('2025-12-29')) child.kill('SIGKILL');
    });
    await once(child, 'exit');
    expect((await briefingHere(run(killed))).code).toBe(0);
    const lasting = async (folder: string) => {
      const tree = Object.entries(await treeButRuns(folder));
      return Object.fromEntries(tree.filter(([path]) => !path.endsWith('.lock')));
    };
    expect(await lasting(killed)).toEqual(await lasting(out));
  });

  it('skips a session that the gate refuses, reports it, and exits 3', async () => {
    const holed = await smallData(join(root.path, 'holed'), {
      change: { symbol: 'IWM', rows: (rows) => rows.filter((row) => !row.startsWith('2025-12-29')) },
    });
    const { code, stdout } = await briefingHere([
      ...['backfill', '--from', '2025-12-24', '--to', '2025-12-29', '--now', clock],
      ...['--data', holed, '--out', join(root.path, 'holed out'), '--json'],
    ]);
    expect(code).toBe(3);
    const output = JSON.parse(stdout);
    expect(output).toMatchObject({ published: 2, refused: 1 });
    expect(output.results.at(-1)).toMatchObject({
      session: '2025-12-29',
      status: 'refused',
      reason: expect.stringContaining('IWM has no bar of 2025-12-29'),
    });
  });

  it('is indexed again by `archive check` when the index is lost', async () => {
    const lost = await copy();
    const index = await readFile(join(lost, 'index/2025.json'), 'utf8');
    await rm(join(lost, 'index/2025.json'));
    const { code, stdout } = await briefingHere(['archive', 'check', '--out', lost]);
    expect(code).toBe(0);
    expect(stdout).toContain('brought into the index: 2025-12-24');
    expect(await readFile(join(lost, 'index/2025.json'), 'utf8')).toBe(index);
  });

  it('may be moved, and the newest taken off, as docs/local-schedule.md says', async () => {
    const moved = join(root.path, 'moved here');
    await rename(await copy(), moved);
    expect((await briefingHere(['archive', 'check', '--out', moved])).code).toBe(0);
    for (const part of ['reports/2025-12-31', 'snapshots/2025-12-31'])
      await rm(join(moved, part), { recursive: true });
    const { code, stdout } = await briefingHere(['archive', 'rebuild', '--out', moved]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('made again from 4 sessions')]);
    const checked = await briefingHere(['archive', 'check', '--archive', moved]);
    // The record of calls is never rewritten, and names what is gone.
    expect([checked.code, checked.stdout]).toEqual([1, expect.stringContaining('4 sessions, 4 revisions')]);
    expect(checked.stderr).toContain('has r1 of 2025-12-31, which is not published');
    expect(await readFile(join(moved, 'index.html'), 'utf8')).not.toContain('Dec 31, 2025');
    expect(await indexed(moved)).toEqual(sessions.slice(0, 4).toReversed());
    expect((await briefingHere(['replay', '--session', '2025-12-30', '--out', moved])).code).toBe(0);
  });
});
