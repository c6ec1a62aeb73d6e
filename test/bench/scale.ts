import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { claimCounts } from '../support/claim-counts.ts';
import type { AllSessions } from './all-sessions.ts';
import type { Bench } from './commands.ts';
import { type Measured, median } from './report.ts';

const run = promisify(execFile);

/** `report.json` of every session of a range, made by a process of its own. @param args data, first and last session, folder, calls */
export async function reportsOf(...args: readonly string[]): Promise<AllSessions> {
  const script = join(import.meta.dirname, 'all-sessions.ts');
  const { stdout } = await run(process.execPath, [script, ...args], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout);
}

/** `report.json` of every session from 2009 on, in one process, and how often it said what. */
export async function timeScale({ data, session, scratch }: Bench): Promise<Measured[]> {
  const all = await reportsOf(data, '2009-01-01', session, join(scratch, 'scale'));
  const part = Math.floor(all.each.length / 4);
  const last = median(all.each.slice(-part));
  const third = median(all.each.slice(2 * part, 3 * part));
  const processor = all.each.reduce((sum, one) => sum + one, 0);
  const graded = await reportsOf(data, startOf(session), session, join(scratch, 'graded'), '4000');
  const alone = await reportsOf(data, startOf(session), session, join(scratch, 'alone'));
  tell(all);
  return [
    {
      what: `report.json of ${all.sessions} sessions, written`,
      value: all.seconds,
      unit: 's',
      target: 90,
      note: `${(processor / 1000).toFixed(1)} s of processor time, ${(all.bytes / 1e9).toFixed(2)} GB`,
    },
    {
      what: '  one of them, processor time, median',
      value: median(all.each),
      unit: 'ms a session',
      target: 90_000 / 4200,
    },
    { what: '  memory at most', value: all.megabytes, unit: 'MB', target: 1000 },
    {
      what: '  the last quarter beside the third, a session',
      value: last / third,
      unit: 'times',
      target: 1.1,
      note: 'in the first half some symbols are not there yet',
    },
    {
      what: '  after 4,000 calls published in time, beside none',
      value: median(graded.each.slice(20)) / median(alone.each.slice(20)),
      unit: 'times',
      target: 1.1,
    },
  ];
}

/** The first day of its year. */
const startOf = (session: string): string => `${session.slice(0, 4)}-01-01`;

/** How often each word was written: on all sessions, and at the ends of months beside what the contract counts there. */
function tell({ words, monthly }: AllSessions): void {
  const verdicts = ['supported', 'mixed', 'not supported', 'not computable'];
  const of = (counts: Readonly<Record<string, number>> = {}) =>
    verdicts.map((word) => counts[word] ?? 0).join('/');
  console.log(
    '  supported/mixed/not supported/not computable: all sessions, month ends, month ends by the contract',
  );
  for (const [number, contract] of Object.entries(claimCounts).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const id = `claim.${number}`;
    console.log(`  ${id.padEnd(10)}${of(words[id]).padEnd(24)}${of(monthly[id]).padEnd(18)}${contract}`);
  }
  for (const id of ['rotation.state', 'call.side'])
    console.log(
      `  ${id}: ${Object.entries(words[id] ?? {})
        .map(([word, count]) => `${word} ${count}`)
        .join(', ')}`,
    );
}
