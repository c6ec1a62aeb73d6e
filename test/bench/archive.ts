import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { addToIndex } from '../../lambda/archive/index.ts';
import { keys } from '../../lambda/archive-layout.ts';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import type { Bench } from './commands.ts';
import { type Measured, median } from './report.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const command = join(root, 'lambda/cli/start.js');
const turns = 7;

/** Sessions of a whole archive that `verify` looks through. */
const verified = 64;

/** What the archive's commands take of the processor, at an age of sixteen years. */
export async function timeArchive({ data, sessions, scratch }: Bench): Promise<Measured[]> {
  const old = join(scratch, 'old');
  await listSessions(old, 4000);
  const whole = join(scratch, 'whole');
  const range = sessions.slice(-verified);
  const dates = ['--from', range[0] ?? '', '--to', range.at(-1) ?? ''];
  await run(process.execPath, [command, 'backfill', '--data', data, ...dates, '--archive', whole]);
  const years = [...new Set(range.map((one) => one.slice(0, 4)))];
  const files = years.map((year) => readFileSync(join(whole, keys.yearData(year))));
  const lists = files.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
  const plain = files.reduce((sum, bytes) => sum + bytes.length, 0);
  const [help] = await processorTimes(['--version'], 3);
  const list = await processorTimes(['archive', 'ls', '--last', '20', '--archive', old], turns);
  const verify = await processorTimes(['archive', 'verify', '--archive', whole], 3);
  return [
    {
      what: 'archive ls --last 20 of 4,000 sessions, processor time',
      value: median(list),
      unit: 'ms',
      target: 400,
    },
    {
      what: 'archive verify, processor time a session',
      value: (median(verify) - (help ?? 0)) / verified,
      unit: 'ms',
      target: 25,
      note: `of ${verified}, every page and script made again`,
    },
    {
      what: 'the list of a year of 253 such sessions',
      value: ((plain / verified) * 253) / 1e3,
      unit: 'kB',
      target: 110,
    },
    {
      what: 'lists of 4,000 sessions like these, packed',
      value: ((lists / verified) * 4000) / 1e3,
      unit: 'kB',
      target: 320,
      note: 'what a search loads beside 35 kB of page and script: 350 in all were asked',
    },
  ];
}

/** The index of an archive with a given number of sessions, as publishing writes it. */
async function listSessions(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const entries = sessionsBetween('2010-01-01', '2026-06-30')
    .slice(-count)
    .map((session) => ({
      ...{ session, revision: 1, edition: 'TNA', publishedAt: `${session}T23:00:00.000Z` },
      ...{
        simulated: false,
        incomplete: false,
        verdict: 'IWM +0.28 %, TNA +0.80 %: small caps trail SPY by 0.43 points',
      },
      files: { 'report.json': `reports/${session}/r1/report.json` },
    }));
  await addToIndex(new FolderArchive(folder), entries);
}

/** Processor time of the whole process, in milliseconds, by the kernel's own count. */
async function processorTimes(words: readonly string[], times: number): Promise<number[]> {
  const script = `process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('cpu ' + (user + system)); });`;
  const hook = `data:text/javascript,${encodeURIComponent(script)}`;
  const found: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const { stderr } = await run(process.execPath, ['--import', hook, command, ...words], { cwd: root });
    found.push(Number(/cpu (\d+)/.exec(stderr)?.[1]) / 1000);
  }
  return found;
}
