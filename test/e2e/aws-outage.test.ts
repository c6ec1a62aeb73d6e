import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { indexEntries } from '../../lambda/archive/index.ts';
import { formatNearDate } from '../../lambda/briefing/words/date.ts';
import { checkArchive } from '../../lambda/runs/check.ts';
import {
  type CallFault,
  canSuffer,
  type FaultPlan,
  FaultProxy,
  type NthCall,
} from '../support/aws/fault-proxy.ts';
import { type Deployment, deployed } from './support/deployment.ts';
import { Functions } from './support/functions.ts';
import { Remaker } from './support/local.ts';
import type { Execution } from './support/states.ts';

const sessions = ['2025-12-29', '2025-12-30', '2025-12-31'] as const;
const now = '2026-01-02T12:00:00Z';
const sender = 'desk@example.org';
const recipients = ['ann@example.org', 'bob@example.org'];
const steps = ['Plan', 'Collect', 'Analyse', 'Render', 'Publish', 'Deliver', 'Settle'];

let on: Deployment;
let proxy: FaultProxy;
let remaker: Remaker;

beforeAll(async () => {
  on = await deployed(sessions[2], now);
  proxy = await new FaultProxy(on.emulator.endpoint).start();
  remaker = new Remaker(on.bucket.archive);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const mail = new SESv2Client({ endpoint: on.emulator.endpoint, region: 'us-east-1', credentials });
  await mail.send(new CreateEmailIdentityCommand({ EmailIdentity: sender }));
  const functions = new Functions(on.emulator);
  for (const step of steps)
    await functions.configure(await on.states.functionOf(on.machines.run, step), {
      AWS_ENDPOINT_URL: proxy.endpoint,
      ...(step === 'Deliver' ? { BRIEFING_CONFIG: JSON.stringify({ sender, recipients }) } : {}),
    });
}, 600_000);
afterAll(async () => {
  await remaker?.close();
  await proxy?.stop();
  await on?.stop();
});
beforeEach(() => proxy.fresh());

const run = (session: string): Promise<Execution> => on.states.run(on.machines.run, { session, now });

interface Mail {
  readonly To: readonly string[];
  readonly Subject: string;
}

/** The mails that the emulator's SES has sent about a session, by recipient. */
async function mailsAbout(session: string): Promise<string[]> {
  const response = await fetch(`${on.emulator.endpoint}/_ministack/ses/messages`);
  const { messages } = (await response.json()) as { messages: Record<string, Mail[]> };
  return Object.values(messages)
    .flat()
    .flatMap(({ To, Subject }) => (Subject.includes(formatNearDate(session)) ? To : []))
    .sort();
}

/** One right briefing of a session: whole, findable, and the same when this machine makes it again. */
async function expectBriefingOf(session: string): Promise<void> {
  // report.json, the page, its numbers as a script and as a table, the PDF, the manifest.
  expect(await on.bucket.keys(`reports/${session}/`)).toHaveLength(6);
  const entries = await indexEntries(on.bucket.archive);
  expect(entries.filter((entry) => entry.session === session)).toMatchObject([{ revision: 1 }]);
  expect(await on.bucket.json('latest.json')).toEqual(entries[0]);
  expect((await checkArchive(on.bucket.archive)).problems).toEqual([]);
  expect(await remaker.differences(session)).toEqual([]);
}

/** A few of each kind in each second: what the client repeats by itself. */
const most = 12;

/** The site's pages and data count as one: a client gives up on a store that fails some fifty calls. */
const ofSite = /\.html$|\.js$|\.xml$|^(site|data|figures)\/|feed\.json$/;

/** The first calls of every operation go wrong, reads in one way and writes in another. */
function often(read: CallFault, write: CallFault): FaultPlan {
  const met = new Map<string, number>();
  return (call: NthCall) => {
    const fault = call.operation === 'PutObject' ? write : read;
    const isOfSite = ofSite.test(call.subject) && !/\/r\d+\//.test(call.subject);
    const kind = `${call.operation} ${isOfSite ? 'of the site' : call.subject.split('/')[0]}`;
    const before = met.get(kind) ?? 0;
    if (call.service !== 's3' || call.nth > 1 || before === most || !canSuffer(call, fault)) return null;
    met.set(kind, before + 1);
    return fault;
  };
}

/**
 * The emulator counts no failed executions: that the alarm counts them is tested on the template (test/infra). By
 * what names steps fail, and which of them are tried again, aws-faults.test.ts shows.
 */
describe('the deployed stack behind a proxy, in an emulator without named errors', () => {
  const [stormy, down, unheard] = sessions;

  it('publishes once and notifies once, despite lost answers and busy services', async () => {
    proxy.plan = often('throttled', 'lost answer');
    const execution = await run(stormy);
    expect(execution, execution.cause).toMatchObject({ status: 'SUCCEEDED' });
    proxy.plan = () => null;
    await expectBriefingOf(stormy);
    expect(await mailsAbout(stormy)).toEqual(recipients);
  }, 180_000);

  it('fails in settle when S3 is unavailable after collect, and completes when it is back', async () => {
    let gone = false;
    proxy.plan = ({ operation, subject }) => {
      gone ||= operation === 'PutObject' && subject.startsWith('work/');
      return gone ? 'unavailable' : null;
    };
    const published = await on.bucket.hashes('reports/');
    const failed = await run(down);
    expect(failed.status).toBe('FAILED');
    expect(failed.cause).toMatch(
      /not published: .*: archive s3:.*: cannot (read|write|list) .*ServiceUnavailable, 503/,
    );
    const history = await on.states.history(failed.executionArn);
    expect(history.flatMap(({ entered }) => entered ?? []).at(-1)).toBe('Settle');
    expect(await on.bucket.hashes('reports/')).toEqual(published);
    const collected = await on.bucket.hashes('snapshots/');
    expect(Object.keys(collected).filter((key) => key.startsWith(`snapshots/${down}/`))).toHaveLength(1);

    proxy.plan = () => null;
    const again = await run(down);
    expect(again, again.cause).toMatchObject({ status: 'SUCCEEDED' });
    await expectBriefingOf(down);
    expect(await mailsAbout(down)).toEqual(recipients);
    expect(await on.bucket.hashes('snapshots/')).toMatchObject(collected);
  }, 180_000);

  it('fails, as does every later run, when the outcome of a mail is unknown; sends none twice', async () => {
    let lost = false;
    proxy.plan = ({ operation }) => {
      if (lost || operation !== 'SendEmail') return null;
      lost = true;
      return 'lost answer';
    };
    for (const attempt of ['first', 'second']) {
      const failed = await run(unheard);
      expect(failed.status, attempt).toBe('FAILED');
      expect(failed.cause, attempt).toMatch(
        /published, but not every message was sent: .*: 1 of .*may have been sent/,
      );
    }
    await expectBriefingOf(unheard);
    expect(await mailsAbout(unheard)).toEqual(recipients);
  }, 180_000);
});
