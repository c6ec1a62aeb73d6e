import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../../lambda/archive-layout.ts';
import { temporaryFolder, treeButRuns, treeOf } from '../support/temporary.ts';
import { briefing } from './support/command.ts';
import { briefingHere } from './support/here.ts';
import { clock, type Shape, session, smallData } from './support/small-data.ts';

let root: { path: string; dispose: () => Promise<void> };
let sound: string;
let out: string;
let published: Record<string, string>;

beforeAll(async () => {
  root = await temporaryFolder();
  sound = await smallData(join(root.path, 'sound'));
  out = join(root.path, 'out');
  const { code } = await briefingHere(['--data', sound, '--session', '2025-12-30', '--out', out, '--no-pdf']);
  expect(code).toBe(0);
  published = await treeButRuns(out);
});
afterAll(() => root.dispose());

/**
 * Runs the command and expects one clear message, no stack, an archive as it was: except for the run's row in the ledger, where more
 * was wrong than what was asked for or given.
 */
async function refused(
  args: readonly string[],
  code: number,
  message: RegExp,
  command: typeof briefingHere | typeof briefing = briefingHere,
): Promise<void> {
  const before = await treeOf(out);
  const ended = await command([...args, '--out', out, '--no-pdf']);
  expect(ended.stderr).toMatch(message);
  expect(ended.stderr.match(/^error:/gm)).toHaveLength(1);
  expect(ended.stderr).not.toMatch(/^\s+at /m);
  expect(ended.stderr).not.toContain('bug');
  expect(ended.code).toBe(code);
  expect(await treeButRuns(out)).toEqual(published);
  if (code === exitCodes.badInput) return expect(await treeOf(out)).toEqual(before);
  const runs = Object.keys(await treeOf(out)).filter((path) => path.startsWith('runs/'));
  const rows = await Promise.all(runs.map((path) => readFile(join(out, path), 'utf8').catch(() => '')));
  expect(rows.join()).toMatch(code === exitCodes.refused ? /"outcome": ?"refused"/ : /"outcome": ?"failed"/);
}

describe('a process of the command line', () => {
  it('ends with the exit code of its refusal, and the message on its stderr', async () => {
    const late = await smallData(join(root.path, 'late TNA'), {
      change: { symbol: 'TNA', rows: (rows) => rows.slice(0, -1) },
    });
    const data = ['--session', session, '--data'];
    await refused([...data, join(root.path, 'none')], exitCodes.badInput, /none: is not there/, briefing);
    await refused([...data, late], exitCodes.refused, /TNA has no bar of 2025-12-31/, briefing);
  });
});

describe('what is asked for', () => {
  it.each([
    ['a holiday', '2025-12-25', /2025-12-25 is Christmas.*closed/],
    ['a weekend', '2025-12-27', /2025-12-27 is a Saturday/],
    ['a future date', '2026-01-05', /2026-01-05 is not over/],
    ['a date before the calendar', '1949-03-04', /outside the exchange calendar/],
    ['a date that is none', '2025-02-30', /"2025-02-30" is not a date/],
    ['a word', 'yesterday', /"yesterday" is not a date/],
    ['a path', '../../../etc', /is not a date/],
  ])('is refused when the session is %s', async (_, asked, message) => {
    await refused(['--data', sound, '--session', asked, '--now', clock], exitCodes.badInput, message);
  });

  it.each([
    ['an unknown option', ['--sesion', session], /unknown option '--sesion'/],
    ['an unknown command', ['publish'], /publish is not a command/],
    ['an archive made from files', ['--offline', '--session', session], /holds nothing of theirs, only/],
    [
      'an archive with it from files',
      ['--offline', '--session', '2025-12-30'],
      /holds 2025-12-30 from CSV files/,
    ],
    [
      'an edition that is none',
      ['--data', 'x', '--edition', 'nonesuch'],
      /no edition nonesuch[\s\S]*Known: tna/,
    ],
    ['a paper nobody prints on', ['--data', 'x', '--session', session, '--paper', 'a3'], /--paper a3/],
    ['a clock that is none', ['--data', 'x', '--session', session, '--now', 'noon'], /--now noon/],
    ['a clock without a time zone', ['--data', 'x', '--now', '2025-12-31T22:00'], /time zone/],
  ])('is refused when there is %s', async (_, args, message) => {
    await refused(args, exitCodes.badInput, message);
  });

  it('is refused when a replay has nothing to replay', async () => {
    const ended = await briefingHere(['replay', '--session', '2025-12-29', '--out', out]);
    expect(ended.code).toBe(exitCodes.badInput);
    expect(ended.stderr).toMatch(/no briefing of 2025-12-29 is published/);
    const other = await briefingHere(['replay', '--session', '2025-12-30', '--revision', '7', '--out', out]);
    expect(other.code).toBe(exitCodes.badInput);
    expect(other.stderr).toMatch(/2025-12-30 has no revision 7; it has r1/);
  });

  it('is refused when a backfill has no session in it', async () => {
    const ended = await briefingHere([
      ...['backfill', '--from', '2025-12-27', '--to', '2025-12-28', '--data', sound, '--out', out],
    ]);
    expect(ended.code).toBe(exitCodes.badInput);
    expect(ended.stderr).toMatch(/no session from 2025-12-27 to 2025-12-28/);
    expect(await treeButRuns(out)).toEqual(published);
  });
});

describe('the data', () => {
  /** A change to the row of IWM that is a given number of rows from the end (1 is the session's). */
  const row = (fromEnd: number, change: (cells: string[]) => string[]): Shape => ({
    change: {
      symbol: 'IWM',
      rows: (rows) => rows.toSpliced(-fromEnd, 1, change(rows.at(-fromEnd)!.split(',')).join(',')),
    },
  });
  const cell = (column: number, value: string) => row(5, (cells) => cells.toSpliced(column, 1, value));
  const whole = (rows: (rows: string[]) => string[]): Shape => ({ change: { symbol: 'IWM', rows } });

  it.each<[string, Shape, RegExp]>([
    [
      'rows twice',
      whole((rows) => [...rows.slice(0, -3), rows.at(-4)!, ...rows.slice(-3)]),
      /IWM\.csv.*row \d+/,
    ],
    [
      'rows out of order',
      whole((rows) => rows.toSpliced(100, 2, rows[101]!, rows[100]!)),
      /IWM\.csv.*row \d+/,
    ],
    ['a blank price', cell(4, ''), /IWM\.csv.*row \d+.*Close/],
    ['a negative price', cell(4, '-12.5'), /IWM\.csv.*row \d+.*Close/],
    ['a price of zero', cell(1, '0'), /IWM\.csv.*row \d+.*Open/],
    ['a price that is NaN', cell(5, 'NaN'), /IWM\.csv.*row \d+.*Adj Close/],
    [
      'a high below the low',
      row(5, ([date, open, , , ...rest]) => [date!, open!, '1.0', '2.0', ...rest]),
      /IWM\.csv.*row \d+/,
    ],
    [
      'a split-sized jump that no split explains',
      whole((rows) => rows.map((line, i) => (i > 0 && i < rows.length - 5 ? scaled(line, 3) : line))),
      /IWM\.csv.*row \d+/,
    ],
    [
      'a page of HTML',
      whole(() => ['<!doctype html>', '<html><body>Too many requests</body></html>']),
      /IWM\.csv.*HTML/,
    ],
    ['a JSON answer', whole(() => ['{"error":"limit"}']), /IWM\.csv.*JSON/],
    ['unknown columns', whole((rows) => ['a,b,c', ...rows.slice(1)]), /IWM\.csv/],
    ['a header and no rows', whole((rows) => rows.slice(0, 1)), /IWM\.csv/],
    ['nothing at all', whole(() => []), /IWM\.csv/],
  ])('is refused with %s, naming the place', async (name, shape, message) => {
    const data = await smallData(join(root.path, name), shape);
    await refused(['--data', data, '--session', session], exitCodes.badInput, message);
  });

  it.each([
    ['is not there', async () => undefined, /folder that is not there: is not there/],
    ['is a file', (path: string) => writeFile(path, 'x'), /is a file, not a folder/],
    ['holds no market folder', (path: string) => mkdir(path), /market: is not there/],
  ])('is refused when the folder %s', async (name, make, message) => {
    const path = join(root.path, `folder that ${name}`);
    await make(path);
    await refused(['--data', path, '--session', session], exitCodes.badInput, message);
  });

  it('is refused by the gate when a required symbol has no file', async () => {
    const data = await smallData(join(root.path, 'no QQQ'), { symbols: ['IWM', 'SPY', 'TNA'] });
    await refused(
      ['--data', data, '--session', session],
      exitCodes.refused,
      /no briefing for .*QQQ has no data/,
    );
  });

  it('is refused by the gate when a required symbol has no bar of the session', async () => {
    const data = await smallData(
      join(root.path, 'late IWM'),
      whole((rows) => rows.slice(0, -1)),
    );
    await refused(
      ['--data', data, '--session', session],
      exitCodes.refused,
      /IWM has no bar of 2025-12-31.*2025-12-30/,
    );
  });

  it('is made into the newest session that it has when none is named, and which is said', async () => {
    const data = await smallData(join(root.path, 'ends before'), {
      change: { symbol: 'TNA', rows: (rows) => rows.slice(0, -1) },
    });
    const there = join(root.path, 'ends before out');
    const words =
      '2025-12-30 is the newest session that the required series have: ' +
      'IWM, SPY, QQQ end on 2025-12-31, TNA on 2025-12-30';
    const args = ['--data', data, '--out', there, '--no-pdf', '--now', clock];
    const ended = await briefingHere(args);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout).toContain(words);
    expect(ended.stdout).toContain('Tue Dec 30, 2025: published as r1');
    expect(JSON.parse((await briefingHere([...args, '--json'])).stdout)).toMatchObject({
      session: '2025-12-30',
      newest: words,
    });
    await refused(
      ['--data', data, '--session', session, '--now', clock],
      exitCodes.refused,
      /hint: 2025-12-30 is the newest session .*TNA on 2025-12-30\. Use --session 2025-12-30\. Otherwise: Bring/,
    );
  });

  it('is refused by the gate when a required symbol repeats the bar of the session before', async () => {
    const data = await smallData(
      join(root.path, 'copied IWM'),
      whole((rows) => [...rows.slice(0, -1), rows.at(-2)!.replace(/^[^,]+/, session)]),
    );
    await refused(
      ['--data', data, '--session', session],
      exitCodes.refused,
      /no briefing for .*IWM’s bar of 2025-12-31 repeats an earlier one/,
    );
  });

  it('is not told to use the session that is refused', async () => {
    const data = await smallData(join(root.path, 'SPY in shares of before'), {
      change: {
        symbol: 'SPY',
        rows: (rows) =>
          rows.map((row, at) => {
            const [date, ...values] = row.split(',');
            return at === 0 || at > 100
              ? row
              : [date, ...values.map((value) => String(Number(value) * 1.5))].join(',');
          }),
      },
    });
    await refused(
      ['--data', data, '--session', session],
      exitCodes.refused,
      /no briefing for .*SPY moves by −3.* as no fund does: .*\nhint: Bring the right data/,
    );
  });

  it('prints the same as JSON on stdout', async () => {
    const data = await smallData(
      join(root.path, 'late for machines'),
      whole((rows) => rows.slice(0, -1)),
    );
    const ended = await briefingHere([
      '--data',
      data,
      '--session',
      session,
      '--out',
      out,
      '--json',
      '--no-pdf',
    ]);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      status: 'refused',
      exitCode: 3,
      error: { kind: 'GateError', message: expect.stringContaining('IWM has no bar') },
    });
  });
});

describe('an incomplete briefing', () => {
  it('is published on request, marked on the page and in the index', async () => {
    const data = await smallData(join(root.path, 'incomplete'), {
      change: { symbol: 'IWM', rows: (rows) => rows.slice(0, -1) },
    });
    const there = join(root.path, 'incomplete out');
    const ended = await briefingHere([
      ...['--data', data, '--session', session, '--out', there, '--no-pdf', '--allow-incomplete', '--json'],
    ]);
    expect(ended.stderr).toBe('');
    expect(ended.code).toBe(0);
    const printed = JSON.parse(ended.stdout);
    expect(printed.incomplete).toBe(true);
    expect(await readFile(printed.files['briefing.html'], 'utf8')).toContain('INCOMPLETE');
    const report = JSON.parse(await readFile(printed.files['report.json'], 'utf8'));
    expect(report.marks.incompleteBecause.join()).toContain('IWM has no bar of 2025-12-31');
    // Yesterday's bar is never shown as today's.
    expect(report.figures['close.IWM'].value).toBeNull();
    expect(report.figures['return.IWM.1d'].value).toBeNull();
    const index = JSON.parse(await readFile(join(there, 'index/2025.json'), 'utf8'));
    expect(index.sessions[0].incomplete).toBe(true);
    expect((await briefingHere(['replay', '--session', session, '--out', there])).code).toBe(0);
  });
});

describe('the output folder', () => {
  const attempt = (path: string) =>
    briefingHere(['--data', sound, '--session', session, '--out', path, '--no-pdf']);

  it('is refused when it is a file', async () => {
    const path = join(root.path, 'a file');
    await writeFile(path, 'precious');
    const ended = await attempt(path);
    expect(ended.code).toBe(exitCodes.failed);
    expect(ended.stderr).toMatch(
      /^error: archive .*a file stands where a folder should be \(ENOTDIR\)\nhint: /,
    );
  });

  it('is refused when nothing can be written there', async () => {
    // Root may write anywhere but where the kernel itself says no.
    const path = process.getuid?.() === 0 ? '/proc/briefing' : join(root.path, 'read-only');
    if (process.getuid?.() !== 0) {
      await mkdir(path);
      await chmod(path, 0o500);
    }
    const ended = await attempt(path);
    expect(ended.code).toBe(exitCodes.failed);
    expect(ended.stderr).toMatch(/^error: archive .*cannot write/);
    expect(ended.stderr).not.toContain('bug');
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  });
});

function scaled(row: string, factor: number): string {
  const [date, ...cells] = row.split(',');
  const volume = cells.pop();
  return [date, ...cells.map((value) => (Number(value) * factor).toFixed(4)), volume].join(',');
}
