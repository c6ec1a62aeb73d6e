import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildName } from '../../lambda/runtime/build-name.ts';
import { commitOf, ownFolder } from '../../lambda/runtime/commit.ts';
import { temporaryFolder, treeButRuns, treeOf } from '../support/temporary.ts';
import { briefing } from './support/command.ts';
import { briefingHere } from './support/here.ts';
import { session, smallData } from './support/small-data.ts';

describe('a briefing published by the command line', () => {
  let root: { path: string; dispose: () => Promise<void> };
  let data: string;
  /** The archive after the first run; tests that write take a copy. */
  let published: string;
  let first: Awaited<ReturnType<typeof briefing>>;
  const forSession = ['--session', session, '--no-pdf'];
  const run = (out: string, ...more: string[]) =>
    briefingHere([...forSession, '--data', data, '--out', out, ...more]);
  const json = async (...path: string[]) => JSON.parse(await readFile(join(...path), 'utf8'));
  const copy = async () => {
    const out = await mkdtemp(join(root.path, 'out-'));
    await cp(published, out, { recursive: true });
    return out;
  };

  beforeAll(async () => {
    root = await temporaryFolder();
    data = await smallData(join(root.path, 'data'));
    published = join(root.path, 'published');
    first = await briefing([...forSession, '--data', data, '--out', published]);
  });
  afterAll(() => root.dispose());

  it('lies under its revision, whole, with its manifest, in the index', async () => {
    const { code, stdout, stderr } = first;
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('published as r1');
    expect(stdout).toContain(join(published, 'reports', session, 'r1', 'briefing.html'));
    const report = await json(published, `reports/${session}/r1/report.json`);
    // What the briefing says is in the summary, word for word.
    const verdict = report.front.verdict.parts
      .map((part: string | { text: string }) => (typeof part === 'string' ? part : part.text))
      .join('');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(verdict.replaceAll(/\s+/g, ' '));
    const { code: madeBy } = await json(published, `reports/${session}/r1/manifest.json`);
    expect(madeBy).toBe(buildName(await commitOf(ownFolder)));
    const index = await json(published, 'index/2025.json');
    expect(
      index.sessions.map((entry: { session: string; revision: number }) => [entry.session, entry.revision]),
    ).toEqual([[session, 1]]);
    expect(await json(published, 'latest.json')).toEqual(index.sessions[0]);
  });

  it('is not published again when the inputs are the same, and no byte but of the ledger moves', async () => {
    const out = await copy();
    const before = await treeButRuns(out);
    const { code, stdout } = await run(out);
    expect(code).toBe(0);
    expect(stdout).toContain('already published as r1');
    expect(await treeButRuns(out)).toEqual(before);
  });

  it('is not published again when only days after the session were added', async () => {
    const later = await smallData(join(root.path, 'later'), { through: '2026-01-09' });
    const { code, stdout } = await briefingHere([
      ...['--data', later, '--session', session, '--out', await copy(), '--no-pdf'],
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('already published as r1');
  });

  it('replays byte for byte from the archive alone; another commit is named, not a difference', async () => {
    const out = await copy();
    const manifest = join(out, 'reports', session, 'r1', 'manifest.json');
    const another = buildName('000000000000');
    const changed = { ...JSON.parse(await readFile(manifest, 'utf8')), code: another };
    await writeFile(manifest, JSON.stringify(changed));
    const { code, stdout } = await briefingHere(['replay', '--session', session, '--out', out]);
    expect(stdout).toContain('byte-identical');
    expect(stdout).toContain(`made by ${another}; this is ${buildName(await commitOf(ownFolder))}`);
    expect(code).toBe(0);
  });

  it('gets a second revision when a price changed, and the first stays as it was', async () => {
    const out = await copy();
    const before = await treeOf(join(out, 'reports', session, 'r1'));
    const changed = await smallData(join(root.path, 'changed'), {
      change: { symbol: 'QQQ', rows: (rows) => rows.map((row, i) => (i === 600 ? moved(row, 1.001) : row)) },
    });
    const { code, stdout } = await briefingHere([
      ...['--data', changed, '--session', session, '--out', out, '--no-pdf'],
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('published as r2');
    expect(await treeOf(join(out, 'reports', session, 'r1'))).toEqual(before);
    expect((await json(out, 'index/2025.json')).sessions[0].revision).toBe(2);
    for (const revision of ['1', '2']) {
      const { code } = await briefingHere([
        ...['replay', '--session', session, '--revision', revision, '--out', out],
      ]);
      expect(code).toBe(0);
    }
  });

  it('is one JSON object on stdout for machines', async () => {
    const { code, stdout, stderr } = await run(await copy(), '--json');
    expect(code).toBe(0);
    expect(stderr).toBe('');
    const output = JSON.parse(stdout);
    expect(output).toMatchObject({ status: 'already published', exitCode: 0, session, revision: 1 });
    expect(JSON.parse(await readFile(output.files['report.json'], 'utf8')).revision).toBe(1);
  });

  it('gets another revision when a PDF is asked for that was not printed, once a paper', async () => {
    const out = await copy();
    const printing = ['--data', data, '--session', session, '--out', out, '--json'];
    const print = (...more: string[]) => briefingHere([...printing, ...more]);
    const printed = JSON.parse((await briefing(printing)).stdout);
    expect(printed).toMatchObject({ status: 'published', revision: 2 });
    expect((await readFile(printed.files['briefing.pdf'])).subarray(0, 5).toString()).toBe('%PDF-');
    expect(JSON.parse((await print()).stdout)).toMatchObject({ status: 'already published', revision: 2 });
    expect(JSON.parse((await run(out, '--json')).stdout)).toMatchObject({ revision: 2 });
    const letter = JSON.parse((await print('--paper', 'letter')).stdout);
    expect(letter).toMatchObject({ status: 'published', revision: 3 });
    const replayed = await briefingHere(['replay', '--session', session, '--out', out, '--json']);
    expect(JSON.parse(replayed.stdout)).toMatchObject({ status: 'identical', revision: 3 });
    expect(replayed.code).toBe(0);
  });

  it('is never replaced by a simulated one, though it may replace one', async () => {
    const demo = (into: string) => briefingHere(['demo', '--session', session, '--out', into, '--no-pdf']);
    const out = await copy();
    const before = await treeOf(out);
    const refused = await demo(out);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/2025-12-31 is already published from real data/);
    expect(await treeOf(out)).toEqual(before);

    const mixed = join(root.path, 'mixed');
    expect((await demo(mixed)).stdout).toMatch(/published as r1\nSIMULATED DATA/);
    const real = await briefingHere([
      '--data',
      data,
      '--session',
      session,
      '--out',
      mixed,
      '--no-pdf',
      '--json',
    ]);
    expect(JSON.parse(real.stdout)).toMatchObject({ status: 'published', revision: 2, simulated: false });
  });

  it('is looked for in vain where nothing is published', async () => {
    const { code, stderr } = await briefingHere(['archive', 'check', '--out', join(root.path, 'nowhere')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: no briefing is published in .*nowhere/);
  });

  it('is found damaged by `archive check` and by `replay` when a file was changed', async () => {
    const out = await copy();
    expect((await briefingHere(['archive', 'check', '--out', out])).code).toBe(0);
    await rm(join(out, 'reports', session, 'r1', 'briefing.html'));
    const { code, stderr } = await briefingHere(['archive', 'check', '--out', out]);
    expect(code).toBe(1);
    expect(stderr).toContain(join('r1', 'briefing.html'));
    const replayed = await briefingHere(['replay', '--session', session, '--out', out]);
    expect(replayed.code).toBe(1);
    expect(replayed.stdout).toContain('briefing.html differs');
  });
});

/** A row with every price moved by a factor. */
function moved(row: string, factor: number): string {
  const [date, ...cells] = row.split(',');
  const volume = cells.pop();
  return [date, ...cells.map((cell) => (Number(cell) * factor).toFixed(4)), volume].join(',');
}
