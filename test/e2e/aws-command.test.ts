import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deployment, deployed } from './support/deployment.ts';

const execute = promisify(execFile);
const start = join(import.meta.dirname, '../../lambda/cli/start.js');
const session = '2025-12-31';
/** The service accepts mail to it and delivers none; it needs no verification. */
const reader = 'success@simulator.amazonses.com';
const sender = 'desk@example.org';
let on: Deployment;

beforeAll(async () => {
  const mail = { 'briefing.sender': sender, 'briefing.recipients': `["${reader}"]` };
  on = await deployed(session, '2025-12-31T22:50:00Z', mail);
}, 600_000);
afterAll(() => on?.stop());

/** The command of a person who is signed in to the emulator, and what it prints as JSON. */
async function aws(...words: string[]): Promise<Record<string, unknown>> {
  const env = { ...process.env, ...on.emulator.environment };
  // A failed run is an answer, too.
  const done = execute(process.execPath, [start, 'aws', ...words, '--json'], { env });
  const { stdout } = await done.catch((error: { stdout: string }) => error);
  return JSON.parse(stdout);
}

describe('`aws`, against the deployed stack, found by its name', () => {
  it('`run` follows a session to its end, and names the failed step (sender not verified)', async () => {
    const ended = await aws('run', '--session', session);
    expect(ended).toMatchObject({ exitCode: 1, status: 'failed', about: session, step: 'deliver' });
    expect(ended.problem).toMatch(/published, but not every message was sent: .*not verified/);
    expect(ended.problem).not.toContain('@');
    expect(await on.bucket.json('latest.json')).toMatchObject({ session, revision: 1 });
  }, 300_000);

  it('`status` has the run with its entry of the runbook, the schedules and the alarms', async () => {
    const status = await aws('status');
    expect(status).toMatchObject({
      stack: 'SmallcapBriefing',
      region: 'us-east-1',
      runs: [{ status: 'failed', about: session, step: 'deliver', runbook: 'docs/runbook.md#run-failed' }],
      schedules: [
        { run: 'evening', enabled: false, expression: 'cron(45 17 ? * * *)' },
        { run: 'final', enabled: false, expression: 'cron(15 20 ? * * *)' },
        { run: 'morning', enabled: false, expression: 'cron(30 8 ? * TUE-SAT *)' },
      ],
    });
    const entries = (status.alarms as { entry: string }[]).map(({ entry }) => entry);
    expect(entries).toContain('run-failed');
  }, 60_000);

  it('`resend` sends to readers who got nothing, never twice, and once more to the reader who is named', async () => {
    await verify(sender);
    const of = { session, revision: 1 };
    expect(await aws('resend', '--session', session)).toMatchObject({ ...of, sent: 1, before: 1 });
    expect(await aws('resend', '--session', session)).toMatchObject({ ...of, sent: 0, before: 2 });
    const again = ['--session', session, '--again', reader];
    expect(await aws('resend', ...again)).toMatchObject({ ...of, sent: 1, before: 0 });
    expect(await on.bucket.keys(`receipts/delivery/${session}/`)).toHaveLength(2);
    expect(await aws('resend', '--session', '2025-12-30')).toMatchObject({
      exitCode: 2,
      error: {
        message: expect.stringMatching(/^no briefing of 2025-12-30 .*: the nearest of 2025 is 2025-12-31$/),
      },
    });
  }, 120_000);

  it('`resume` switches every schedule on, and `pause` off again, with all else as it was', async () => {
    const runs = ['evening', 'final', 'morning'];
    const before = await aws('status');
    expect(await aws('resume')).toMatchObject({ status: 'resumed', runs });
    expect((await aws('status')).schedules).toMatchObject(runs.map((run) => ({ run, enabled: true })));
    expect(await aws('pause')).toMatchObject({ status: 'paused', runs });
    expect(await aws('pause')).toMatchObject({ status: 'paused', runs: [] });
    expect((await aws('status')).schedules).toEqual(before.schedules);
  }, 120_000);

  it('`backfill` makes the sessions between two dates', async () => {
    const done = await aws('backfill', '--from', '2025-12-29', '--to', '2025-12-30');
    expect(done).toMatchObject({ exitCode: 0, about: '2025-12-29 to 2025-12-30', status: 'succeeded' });
    expect(await on.bucket.keys('reports/2025-12-29/')).not.toEqual([]);
  }, 240_000);
});

/** Has the service take mail of a sender. */
async function verify(address: string): Promise<void> {
  const response = await fetch(on.emulator.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/ses/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: new URLSearchParams({
      Action: 'VerifyEmailIdentity',
      Version: '2010-12-01',
      EmailAddress: address,
    }),
  });
  if (!response.ok) throw new Error(`the sender is not verified: ${await response.text()}`);
}
