import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { S3Archive } from '../../lambda/archive/s3.ts';
import { DeliveryError } from '../../lambda/errors.ts';
import { smallData } from '../e2e-local/support/small-data.ts';
import { BucketBehindProxy, type ObjectStates } from '../support/aws/bucket-fixture.ts';
import {
  type CallFault,
  canSuffer,
  type FaultPlan,
  FaultProxy,
  type NthCall,
  nameOf,
} from '../support/aws/fault-proxy.ts';
import { RecordedRun, type RecordedStep, stepNames } from '../support/aws/recorded-run.ts';
import { type State, task } from '../support/aws/run-pipeline.ts';
import { withShortTimeouts } from '../support/aws/short-timeouts.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { type Emulator, startEmulator } from './support/emulator.ts';

const sender = 'desk@example.org';
const recipients = ['ann@example.org', 'bob@example.org'];

let emulator: Emulator;
let proxy: FaultProxy;
let root: Awaited<ReturnType<typeof temporaryFolder>>;
let bucket: BucketBehindProxy;
let recorded: RecordedRun;
/** What went out when nothing was in the way: one message a reader. */
let everybody: Record<string, number>;
let cases = 0;
/** Publishing makes some forty kinds of calls, and after each lasting fault a whole run makes it good: minutes a fault. */
const patience = 900_000;

beforeAll(async () => {
  root = await temporaryFolder();
  emulator = await startEmulator();
  proxy = await new FaultProxy(emulator.endpoint).start();
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const options = { endpoint: emulator.endpoint, region: 'us-east-1', credentials };
  const client = new S3Client({ ...options, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: 'archive' }));
  await new SESv2Client(options).send(new CreateEmailIdentityCommand({ EmailIdentity: sender }));
  const { TopicArn = '' } = await new SNSClient(options).send(new CreateTopicCommand({ Name: 'readers' }));
  Object.assign(process.env, emulator.environment, {
    AWS_ENDPOINT_URL: proxy.endpoint,
    BRIEFING_BUCKET: 'archive',
    BRIEFING_CONFIG: JSON.stringify({ sender, recipients }),
    BRIEFING_TOPIC: TopicArn,
  });
  // The pauses between tries are random parts of a second; here they are none.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  bucket = new BucketBehindProxy(client, 'archive');
  recorded = new RecordedRun(proxy, bucket, new S3Archive({ client, bucket: 'archive' }));
  await recorded.play(await smallData(join(root.path, 'data')));
  everybody = Object.fromEntries([...recipients, TopicArn].map((reader) => [reader, 1]));
}, 120_000);
afterAll(async () => {
  console.log(`${cases} faults, each at one call of one step`);
  await proxy?.stop();
  await emulator?.stop();
  await root?.dispose();
});

const isMessage = ({ service }: NthCall) => service === 'ses' || service === 'sns';
const isSame = (made: NthCall, call: NthCall) => nameOf(made) === nameOf(call);
const invocation = { awsRequestId: 'once' };

/** The clients' patience is seconds; it is shorter where it is what a test waits for. */
const hurry = (fault: CallFault) => (fault === 'silent' || fault === 'stalled' ? 20 : 1);

/** Sets the archive as it was before a step, and has one call of the step go wrong. */
async function begin({ before }: RecordedStep, plan: FaultPlan): Promise<void> {
  cases += 1;
  await bucket.restore(before);
  proxy.fresh(plan);
}

const isWrite = ({ operation }: NthCall) => !/^(Get|List)/.test(operation);

/** The site's pages and data are written by one rule: one of them is tested for all. */
const ofSite = /\.html$|\.js$|\.xml$|feed\.json$|site\/|data\/|figures\//;
/** A passing fault is borne where the call is made (lambda/archive/s3-objects.ts), so one call of a folder is tested for all. */
const folderOf = (call: NthCall): string => {
  const { operation, subject, nth } = call;
  // What became of a message is in its receipt: each of its states counts.
  if (isMessage(call) || subject.startsWith('receipts/')) return `${nameOf(call)} ${nth}`;
  const [, revision, file] = /^(reports\/.*\/r\d+\/)(.*)/.exec(subject) ?? [];
  if (revision !== undefined) return `${operation} ${isPage(file) ? 'page' : file} of a revision`;
  return `${operation} ${ofSite.test(nameOf(call)) ? 'of the site' : subject.replace(/\/.*/, '')}`;
};
/** The files of a revision but its claim and its manifest are written at once. */
const isPage = (file = '') => file !== 'report.json' && file !== 'manifest.json';

/** Of what a step asks, what can suffer a fault, one of a kind. Never nothing: that would show nothing. */
function suffering(
  step: RecordedStep,
  fault: CallFault,
  what: (call: NthCall) => boolean = () => true,
): readonly NthCall[] {
  const calls = step.calls.filter((call) => what(call) && canSuffer(call, fault));
  if (calls.length === 0) throw new Error(`no call can suffer ${fault}`);
  return [...Map.groupBy(calls, folderOf).values()].map(([first]) => first!);
}

/**
 * Where a lasting fault may begin: at a call that changes something, or at the first of the step. What is left by one that
 * begins at a read is what the one at the next write leaves.
 */
const beginnings = (step: RecordedStep, fault: CallFault): readonly NthCall[] =>
  suffering(step, fault, (call) => isWrite(call) || call === step.calls[0]);

const onceAt =
  (call: NthCall, fault: CallFault): FaultPlan =>
  (made) =>
    isSame(made, call) && made.nth === call.nth ? fault : null;

const alwaysAt =
  (call: NthCall, fault: CallFault): FaultPlan =>
  (made) =>
    isSame(made, call) && made.nth >= call.nth ? fault : null;

function downFrom(call: NthCall): FaultPlan {
  let down = false;
  return (made) => {
    down ||= isSame(made, call) && made.nth === call.nth;
    return down ? 'unavailable' : null;
  };
}

const passing: readonly CallFault[] = [
  'throttled',
  'conflict',
  'request time-out',
  'reset',
  'lost answer',
  'internal error afterwards',
  'cut short',
  'silent',
  'stalled',
];

const lasting: readonly [string, CallFault, (call: NthCall) => FaultPlan][] = [
  ['and everything after it is answered 503', 'unavailable', downFrom],
  ['never gets its answer', 'lost answer', (call) => alwaysAt(call, 'lost answer')],
  ['always meets another write', 'conflict', (call) => alwaysAt(call, 'conflict')],
];

describe.each(stepNames)('%s', (name) => {
  const possible = (fault: CallFault) => name !== 'plan' || (fault !== 'conflict' && fault !== 'lost answer');

  it.each(passing.filter(possible))(
    `bears it that any one of its calls to the archive meets: %s`,
    async (fault) => {
      const step = recorded.step(name);
      for (const call of suffering(step, fault, (one) => !isMessage(one))) {
        const label = `${nameOf(call)}, time ${call.nth}`;
        await begin(step, onceAt(call, fault));
        const answer = await withShortTimeouts(hurry(fault), () => step.handler(step.state, invocation));
        expect(answer, label).toEqual(step.answer);
        expect(await bucket.states(), label).toEqual(step.after);
        if (name === 'deliver') expect(proxy.sent, label).toEqual(everybody);
      }
    },
    patience,
  );

  it('bears it that all its answers come late', async () => {
    const step = recorded.step(name);
    await begin(step, () => 'late');
    expect(await step.handler(step.state, invocation)).toEqual(step.answer);
    expect(await bucket.states()).toEqual(step.after);
  });

  it.each(lasting.filter(([, fault]) => possible(fault)))(
    'when a call %s, fails by name, and the next run makes it good',
    async (_, fault, plan) => {
      const step = recorded.step(name);
      for (const call of beginnings(step, fault)) {
        const label = `${nameOf(call)}, time ${call.nth}`;
        await begin(step, plan(call));
        let answer: State | null = null;
        const failure = await failureOf(
          task(name, step.handler, step.state).then((state) => {
            answer = state;
          }),
        );
        const site = siteFailureIn(answer);
        // The briefing is published before the site is brought up to date; settling names what failed there.
        if (site !== undefined)
          expect([name, site], label).toEqual([
            'publish',
            { Error: 'ArchiveUnavailable', Cause: expect.stringMatching(cannotReach) },
          ]);
        // A write whose answer was lost is found done by the next attempt.
        else if (failure === null) expect(fault, label).toBe('lost answer');
        else expect(failure, label).toMatchObject(wordsOf(failure));
        const left = await bucket.states();
        expectNothingHalf(left, bucket.statesOf(step.before), label);
        proxy.plan = () => null;
        const again = await failureOf(recorded.again());
        const inDoubt = Object.values(left).filter((state) => state === 'sending').length;
        if (inDoubt > 0) {
          // Whether these were sent is unknown: they are not sent again, and no run of this revision ends well.
          expect(again, label).toMatchObject({
            name: 'RunFailed',
            message: expect.stringContaining(`${inDoubt} of `),
          });
          expect(name, label).toBe('deliver');
        } else {
          expect(again, label).toBeNull();
          expect(await bucket.states(), label).toEqual(recorded.step('deliver').after);
          expect(proxy.sent, label).toEqual(name === 'plan' ? {} : everybody);
        }
        expect(Math.max(0, ...Object.values(proxy.sent)), label).toBeLessThanOrEqual(1);
      }
    },
    patience,
  );
});

const cannotReach = /^archive s3:\/\/archive\/: cannot (read|write|list) /;

/** What publishing says of the site's pages where they could not be written; undefined where all went well. */
const siteFailureIn = (state: State | null): unknown =>
  (state?.publish as { siteFailure?: unknown } | undefined)?.siteFailure;

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error) => error,
  );
}

/** How a step fails that S3 kept from its end: by name, with what it could not do and why. */
const wordsOf = (failure: unknown) =>
  failure instanceof DeliveryError
    ? { message: expect.stringMatching(/cannot (read|write) |may have been sent/) }
    : {
        name: 'ArchiveUnavailable',
        message: expect.stringMatching(cannotReach),
        cause: expect.any(Error),
      };

/** Every object is as before or as intended, and no revision has a manifest before it is whole. */
function expectNothingHalf(left: ObjectStates, before: ObjectStates, label: string): void {
  const { after } = recorded.step('deliver');
  for (const [key, wordsOf] of Object.entries(left))
    if (!key.startsWith('receipts/'))
      expect([before[key], after[key]], `${label}: ${key}`).toContain(wordsOf);
  for (const manifest of Object.keys(left).filter((key) => /^reports\/.*\/manifest\.json$/.test(key)))
    for (const file of ['report.json', 'briefing.html', 'briefing.pdf'])
      expect(left, label).toHaveProperty([manifest.replace('manifest.json', file)]);
}

describe('a message', () => {
  it.each(['throttled', 'unavailable'] as const)(
    'that is answered %s is sent by the next attempt',
    async (fault) => {
      const step = recorded.step('deliver');
      for (const call of step.calls.filter(isMessage)) {
        await begin(step, onceAt(call, fault));
        await expect(step.handler(step.state, invocation), nameOf(call)).rejects.toMatchObject({
          name: 'DeliveryError',
          message: expect.stringContaining('refused'),
          cause: { name: 'NotSent' },
        });
        await step.handler(step.state, invocation);
        expect(proxy.sent, nameOf(call)).toEqual(everybody);
        expect(await bucket.states(), nameOf(call)).toEqual(step.after);
      }
    },
  );

  const inDoubt: readonly CallFault[] = [
    'internal error',
    'reset',
    'internal error afterwards',
    'lost answer',
    'cut short',
    'silent',
    'stalled',
  ];

  it.each(inDoubt)(
    'that meets: %s, may have gone; it is not sent again, and every run says so',
    async (fault) => {
      const step = recorded.step('deliver');
      const gone = fault === 'internal error' || fault === 'reset' ? [] : [1];
      for (const call of step.calls.filter(isMessage)) {
        await begin(step, onceAt(call, fault));
        const attempt = withShortTimeouts(hurry(fault), () => task('deliver', step.handler, step.state));
        await expect(attempt, nameOf(call)).rejects.toMatchObject({
          name: 'DeliveryError',
          message: expect.stringMatching(/^1 of .*may have been sent/),
        });
        await expect(recorded.again(), nameOf(call)).rejects.toMatchObject({ name: 'RunFailed' });
        const { [call.subject]: sent, ...others } = proxy.sent;
        expect([sent ?? []].flat(), nameOf(call)).toEqual(gone);
        expect({ ...others, [call.subject]: 1 }, nameOf(call)).toEqual(everybody);
      }
    },
  );

  it(
    'goes once although another run passes at any call of its delivery',
    async () => {
      const step = recorded.step('deliver');
      for (const call of step.calls) {
        const label = `${nameOf(call)}, time ${call.nth}`;
        let other: Promise<unknown> = Promise.resolve();
        const first = () => (other = failureOf(recorded.again()));
        let met = false;
        await begin(step, (made) => {
          if (met || !isSame(made, call) || made.nth !== call.nth) return null;
          met = true;
          return { first: async () => void (await first()) };
        });
        const ours = await failureOf(task('deliver', step.handler, step.state));
        expect(met, label).toBe(true);
        // A run that finds the other's message under way cannot know how it ends, and says so.
        for (const failure of [ours, await other])
          if (failure !== null)
            expect(failure, label).toMatchObject({
              message: expect.stringContaining('may have been sent or not'),
            });
        expect(proxy.sent, label).toEqual(everybody);
        expect(await bucket.states(), label).toEqual(step.after);
      }
    },
    patience,
  );
});
