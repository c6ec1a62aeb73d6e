import { execFile, execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary.ts';

const docs = join(import.meta.dirname, '../../../docs');
const read = (name: string) => readFile(join(docs, name), 'utf8');
const disposals: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const dispose of disposals.splice(0)) await dispose();
});

/** Runs the script in a repository whose Node ends with one code after another, and notes what it was given. */
async function runScript(
  codes: readonly number[],
  ...args: string[]
): Promise<{ code: number; calls: string[] }> {
  const { path, dispose } = await temporaryFolder();
  disposals.push(dispose);
  await mkdir(join(path, 'docs/local-schedule'), { recursive: true });
  await mkdir(join(path, 'node_modules/.bin'), { recursive: true });
  await cp(join(docs, 'local-schedule/briefing.sh'), join(path, 'docs/local-schedule/briefing.sh'));
  const node = join(path, 'node_modules/.bin/node');
  const nth = `sed -n "$(wc -l < calls)p" codes`;
  await writeFile(node, `#!/bin/sh\necho "$@" >> calls\nexit "$(${nth})"\n`);
  await chmod(node, 0o755);
  await writeFile(join(path, 'codes'), codes.join('\n'));
  const script = join(path, 'docs/local-schedule/briefing.sh');
  // As cron starts it: another folder, and next to no environment.
  const env = { PATH: '/usr/bin:/bin', PAUSE_SECONDS: '0' };
  const code = await new Promise<number>((resolve) => {
    execFile('/bin/sh', [script, ...args], { cwd: '/', env }, (error) => resolve(Number(error?.code ?? 0)));
  });
  return { code, calls: (await readFile(join(path, 'calls'), 'utf8')).trimEnd().split('\n') };
}

describe('the script for every evening', () => {
  it('runs once, from the repository, with the options that it is given', async () => {
    expect(await runScript([0], '--out', 'there')).toEqual({
      code: 0,
      calls: ['lambda/cli/start.js --out there'],
    });
  });

  it('tries again while data are late or no provider answers', async () => {
    const { code, calls } = await runScript([4, 3, 0]);
    expect([code, calls.length]).toEqual([0, 3]);
  });

  it.each([1, 2, 130])('does not try again after exit code %i', async (failed) => {
    const { code, calls } = await runScript([failed, 0]);
    expect([code, calls.length]).toEqual([failed, 1]);
  });

  it('gives up after eight times, with the code of the last', async () => {
    const { code, calls } = await runScript([4, 4, 4, 4, 4, 4, 4, 3, 0]);
    expect([code, calls.length]).toEqual([3, 8]);
  });
});

function hasSystemd(): boolean {
  try {
    execFileSync('systemd-analyze', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('the units and lists for schedulers', () => {
  it.skipIf(!hasSystemd())('are understood by systemd', async () => {
    const { path, dispose } = await temporaryFolder();
    disposals.push(dispose);
    const units = ['timer', 'service'].map((kind) => join(docs, `local-schedule/briefing.${kind}`));
    const env = { ...process.env, XDG_RUNTIME_DIR: path };
    expect(() =>
      execFileSync('systemd-analyze', ['verify', '--user', ...units], { env, stdio: 'pipe' }),
    ).not.toThrow();
  });

  it('are well-formed for launchd', async () => {
    const text = await read('local-schedule/briefing.plist');
    const open: string[] = [];
    for (const [, end, name = '', empty] of text
      .replace(/<!--.*?-->/gs, '')
      .matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)) {
      if (end === '/') expect(open.pop()).toBe(name);
      else if (empty === '') open.push(name);
    }
    expect(open).toEqual([]);
    const days = [...text.matchAll(/<key>Weekday<\/key><integer>(\d)<\/integer>/g)].map(([, day]) => day);
    expect(days).toEqual(['1', '2', '3', '4', '5']);
  });

  it('all name the same hour on weekdays', async () => {
    expect(await read('local-schedule/briefing.timer')).toContain(
      'OnCalendar=Mon..Fri *-*-* 20:30:00 America/New_York',
    );
    const plist = await read('local-schedule/briefing.plist');
    expect(
      plist.match(/<key>Hour<\/key><integer>20<\/integer><key>Minute<\/key><integer>30<\/integer>/g),
    ).toHaveLength(5);
    const page = await read('local-schedule.md');
    expect(page).toMatch(
      /^30 {2}20 {2}\* \* 1-5 {2}sh "\$HOME\/smallcap-briefing\/docs\/local-schedule\/briefing\.sh"/m,
    );
    expect(page).toContain('/D MON,TUE,WED,THU,FRI /ST 20:30 ');
  });
});
