import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { exitCodes } from '../../../../lambda/archive-layout.ts';
import { runCommand } from '../../../../lambda/cli/run.ts';
import { pseudonym } from '../../../../lambda/delivery/addresses.ts';
import { type Answers, AwsServer, awsRefusal, refusalXml, stackXml } from '../../../support/aws-server.ts';
import { capturedOutput } from '../../../support/captured-output.ts';

const server = new AwsServer();
let endpoint: string;
beforeAll(async () => {
  endpoint = await server.start();
});
afterAll(() => server.stop());

const outputs = {
  ArchiveBucket: 'bucket',
  StateMachine: 'arn:aws:states:us-east-1:123456789012:stateMachine:Run',
  BackfillMachine: 'arn:aws:states:us-east-1:123456789012:stateMachine:Backfill',
  CollectFunction: 'collect-1',
  DeliverFunction: 'deliver-1',
  ScheduleGroup: 'group-1',
};
const execution = 'arn:aws:states:us-east-1:123456789012:execution:Run:run-1';
const seconds = (text: string) => Date.parse(text) / 1000;

/** An execution that collected twice, since the first answer was late, and then the events given. */
const history = (...more: readonly object[]) => {
  const entered = (name: string, type = 'Task') => ({
    type: `${type}StateEntered`,
    stateEnteredEventDetails: { name },
  });
  const events = [
    entered('Sign', 'Pass'),
    entered('Plan'),
    { type: 'LambdaFunctionFailed' },
    { type: 'LambdaFunctionSucceeded' },
    entered('Collect'),
    { type: 'LambdaFunctionSucceeded' },
    entered('Analyse'),
    ...more,
  ];
  return events.map((event, at) => ({
    id: at + 1,
    timestamp: seconds('2026-01-01T01:15:00Z') + at,
    ...event,
  }));
};
const settle = { type: 'TaskStateEntered', stateEnteredEventDetails: { name: 'Settle' } };

const schedule = (name: string, run: string, expression: string) => ({
  Name: name,
  State: 'ENABLED',
  GroupName: 'group-1',
  ScheduleExpression: expression,
  ScheduleExpressionTimezone: 'America/New_York',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Description: `Starts the ${run} run`,
  Target: {
    Arn: outputs.StateMachine,
    RoleArn: 'arn:role',
    Input: `{"run":"${run}"}`,
    RetryPolicy: { MaximumRetryAttempts: 3 },
  },
});

let schedules: Map<string, Record<string, unknown>>;
let described: Record<string, unknown>;
let events: object[];

const answers = (): Answers => ({
  'stacks DescribeStacks': () => ({ body: stackXml(outputs) }),
  'states StartExecution': () => ({ body: { executionArn: execution, startDate: 0 } }),
  'states DescribeExecution': () => ({ body: described }),
  'states GetExecutionHistory': () => ({ body: { events } }),
  'states ListExecutions': ({ stateMachineArn }) => ({
    body: { executions: stateMachineArn === outputs.StateMachine ? [{ executionArn: execution }] : [] },
  }),
  'alarms DescribeAlarms': () => ({
    body: {
      MetricAlarms: ['run-failed', '2-run-failed', 'data-stale'].map((entry) => ({
        AlarmName: `SmallcapBriefing-${entry}`,
        AlarmDescription: `It failed.\nWhat to do: https://example.org/runbook.md#${entry.replace('2-', '')}`,
        StateValue: entry === 'data-stale' ? 'OK' : 'ALARM',
        StateUpdatedTimestamp: seconds('2026-01-01T01:20:00Z'),
      })),
    },
  }),
  'GET /schedules': () => ({ body: { Schedules: [...schedules.keys()].map((Name) => ({ Name })) } }),
  ...Object.fromEntries(
    [...schedules.keys()].flatMap((name) => [
      [`GET /schedules/${name}`, () => ({ body: { ...schedules.get(name), CreationDate: 1 } })],
      [
        `PUT /schedules/${name}`,
        ({ ClientToken: _, ...body }: Record<string, unknown>) => {
          schedules.set(name, { Name: name, ...body });
          return { body: { ScheduleArn: 'arn' } };
        },
      ],
    ]),
  ),
});

let output = { stdout: '', stderr: '' };

async function aws(...words: string[]): Promise<number> {
  output = capturedOutput().output;
  return await runCommand(['aws', ...words], {});
}

beforeEach(() => {
  schedules = new Map(
    [
      schedule('b', 'final', 'cron(15 20 ? * * *)'),
      schedule('a', 'evening', 'cron(45 17 ? * * *)'),
      schedule('c', 'morning', 'cron(30 8 ? * TUE-SAT *)'),
    ].map((one) => [one.Name, one]),
  );
  described = {
    name: 'run-1',
    status: 'SUCCEEDED',
    startDate: seconds('2026-01-01T01:15:00Z'),
    stopDate: seconds('2026-01-01T01:17:03Z'),
    input: '{"session":"2025-12-31"}',
    output: '{"plan":{"session":"2025-12-31"},"publish":{"status":"published","revision":2}}',
  };
  events = history(settle);
  server.answers = answers();
  server.asked.length = 0;
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'verysecret');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const failedRun = {
  name: 'run-1',
  status: 'FAILED',
  startDate: seconds('2026-01-01T01:15:00Z'),
  stopDate: seconds('2026-01-01T01:15:09Z'),
  input: '{"run":"final","scheduledTime":"2026-01-01T01:15:00Z"}',
  error: 'RunFailed',
  cause: '{"errorMessage":"not published: GateError: IWM has no bar of 2025-12-31","errorType":"RunFailed"}',
};
const failing = [{ type: 'LambdaFunctionFailed' }, settle, { type: 'LambdaFunctionFailed' }];

describe('`aws run`', () => {
  it('starts the session that is asked for, says each step, and how it ended', async () => {
    let input: unknown;
    server.answers['states StartExecution'] = (body) => {
      input = body;
      return { body: { executionArn: execution, startDate: 0 } };
    };
    expect(await aws('run', '--session', '2025-12-31', '--no-tell'), output.stderr).toBe(exitCodes.ok);
    expect(input).toMatchObject({
      stateMachineArn: outputs.StateMachine,
      input: '{"session":"2025-12-31","tell":false}',
    });
    expect(output.stdout.match(/^ +\d+ s {2}(.*)$/gm)?.map((line) => line.trim().split('  ')[1])).toEqual([
      'plan',
      'collect',
      'analyse',
      'settle',
    ]);
    expect(output.stdout).toContain('succeeded, 2 min 3 s, 2025-12-31: published r2\n');
  });

  it('ends as the gate would at home, and names the step and the entry of the runbook', async () => {
    [described, events] = [failedRun, history(...failing)];
    expect(await aws('run')).toBe(exitCodes.refused);
    expect(output.stdout).toMatch(
      /^failed, 9 s; it went wrong in analyse\n {2}RunFailed: not published: GateError: /m,
    );
    expect(output.stdout).toContain('docs/runbook.md#run-failed');
  });

  it.each([
    ['a Saturday', ['run', '--session', '2025-12-27']],
    ['no date', ['run', '--session', 'newest']],
    ['a range without a session', ['backfill', '--from', '2025-12-27', '--to', '2025-12-28']],
    ['no address', ['resend', '--session', '2025-12-31', '--again', 'ann']],
  ])('is not asked of AWS for %s', async (_, words) => {
    expect(await aws(...words)).toBe(exitCodes.badInput);
    expect(server.asked).toEqual([]);
  });
});

it('`aws status` has runs with failures, next starts, and the alarms of this stack alone', async () => {
  [described, events] = [failedRun, history(...failing)];
  vi.useFakeTimers({ now: Date.parse('2026-01-02T23:00:00Z'), toFake: ['Date'] });
  try {
    expect(await aws('status'), output.stderr).toBe(exitCodes.ok);
  } finally {
    vi.useRealTimers();
  }
  expect(output.stdout).toBe(
    [
      'SmallcapBriefing in us-east-1',
      '',
      'Runs',
      '  Wed Dec 31, 2025, 20:15 New York: final, failed, 9 s, went wrong in analyse',
      '    RunFailed: not published: GateError: IWM has no bar of 2025-12-31',
      '    what to do: docs/runbook.md#run-failed',
      '',
      'Next',
      '  evening: Sat Jan 3, 2026, 17:45 New York',
      '  final: Fri Jan 2, 2026, 20:15 New York',
      '  morning: Sat Jan 3, 2026, 08:30 New York',
      '',
      'Alarms',
      '  run-failed rings since Wed Dec 31, 2025, 20:20 New York: https://example.org/runbook.md#run-failed',
      '',
    ].join('\n'),
  );
});

it('`aws pause` switches each schedule off and keeps the rest; `aws resume` restores it', async () => {
  const before = structuredClone([...schedules.values()]);
  expect(await aws('pause')).toBe(exitCodes.ok);
  expect(output.stdout).toContain('paused: evening, final, morning\n');
  expect([...schedules.values()]).toEqual(before.map((one) => ({ ...one, State: 'DISABLED' })));
  await aws('status');
  expect(output.stdout).toContain('paused: no run starts by itself');
  await aws('resume');
  expect([...schedules.values()]).toEqual(before);
});

describe('`aws resend`', () => {
  const answered = { session: '2025-12-31', revision: 2, sent: 1, before: 3, unchanged: 0 };

  it('names the reader by the pseudonym of the receipts, and warns', async () => {
    let event: unknown;
    server.answers['POST /2015-03-31/functions/deliver-1/invocations'] = (body) => {
      event = body;
      return { body: answered };
    };
    expect(await aws('resend', '--session', '2025-12-31', '--again', 'Ann@example.org'), output.stderr).toBe(
      0,
    );
    expect(event).toEqual({
      resend: { session: '2025-12-31', again: pseudonym('mail', 'ann@example.org') },
    });
    expect(output.stderr).toMatch(/^warning: Ann@example.org gets this mail whether or not it came before/);
    expect(output.stdout).toContain('2025-12-31 r2: 1 sent, 3 had theirs before');
  });
});

it('`aws probe` prints what each source answered there, and ends as it would here', async () => {
  const source = {
    source: 'yahoo',
    key: 'bars:IWM',
    outcome: 'refused',
    status: 429,
    means: 'asked too often',
  };
  server.answers['POST /2015-03-31/functions/collect-1/invocations'] = ({ probe }) => ({
    body: { exitCode: probe === true ? 1 : 0, sources: [{ ...source, todo: 'wait an hour' }] },
  });
  expect(await aws('probe'), output.stderr).toBe(exitCodes.failed);
  expect(output.stdout).toContain('yahoo   bars:IWM   429        asked too often  wait an hour\n');
});

describe('what AWS refuses is said in words, with what to do, and without the sign-in', () => {
  const stackSays =
    (status: number, code: string, message = code) =>
    () => ({
      status,
      body: refusalXml(code, message),
    });
  it.each<[name: string, set: () => void, code: number, words: RegExp]>([
    [
      'no region',
      () => {
        for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE']) vi.stubEnv(name, undefined);
        vi.stubEnv('AWS_CONFIG_FILE', '/nowhere');
        vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere');
      },
      2,
      /^error: no region of AWS is set.*\nhint: .*AWS_REGION/,
    ],
    [
      'no sign-in',
      () => {
        for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE'])
          vi.stubEnv(name, undefined);
        vi.stubEnv('AWS_CONFIG_FILE', '/nowhere');
        vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere');
        vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
      },
      2,
      /^error: no sign-in to AWS was found that is still good\nhint: Sign in/,
    ],
    [
      'an expired one',
      () => {
        server.answers['stacks DescribeStacks'] = stackSays(
          403,
          'ExpiredToken',
          'The token AKIDEXAMPLE is old',
        );
      },
      2,
      /^error: the sign-in to AWS has expired\nhint: Sign in/,
    ],
    [
      'an unknown one',
      () => {
        server.answers['stacks DescribeStacks'] = stackSays(403, 'InvalidClientTokenId');
      },
      2,
      /^error: AWS does not know this sign-in \(InvalidClientTokenId\)\nhint: Sign in/,
    ],
    [
      'one that may not',
      () => {
        server.answers['stacks DescribeStacks'] = stackSays(
          403,
          'AccessDenied',
          'User arn:aws:iam::1:x may not',
        );
      },
      2,
      /^error: this sign-in may not: AWS does not say what is in the stack SmallcapBriefing \(AccessDenied\)\nhint: Use/,
    ],
    [
      'no such stack',
      () => {
        server.answers['stacks DescribeStacks'] = stackSays(
          400,
          'ValidationError',
          'Stack with id X does not exist',
        );
      },
      2,
      /^error: there is no stack SmallcapBriefing in us-east-1\nhint: .*npx cdk deploy.*--stack.*AWS_REGION/,
    ],
    [
      'a stack of an older checkout',
      () => {
        server.answers['stacks DescribeStacks'] = () => ({ body: stackXml({ ArchiveBucket: 'b' }) });
      },
      2,
      /^error: the stack SmallcapBriefing says nothing of its StateMachine.*\nhint: .*npx cdk deploy/,
    ],
    [
      'one of its services',
      () => {
        server.answers['states ListExecutions'] = () => ({
          status: 400,
          body: awsRefusal(
            'AccessDeniedException',
            'User: arn:aws:iam::123456789012:user/x is not authorized',
          ),
        });
      },
      2,
      /^error: this sign-in may not: AWS does not list the runs \(AccessDeniedException\)\nhint: /,
    ],
    [
      'nobody answers',
      () => {
        vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
        vi.stubEnv('AWS_MAX_ATTEMPTS', '1');
      },
      1,
      /^error: AWS does not say what is in the stack SmallcapBriefing: no answer \(ECONNREFUSED\)\nhint: /,
    ],
  ])('%s', async (_, set, code, words) => {
    set();
    expect(await aws('status')).toBe(code);
    expect(output.stderr).toMatch(words);
    expect(output.stderr).not.toMatch(/AKIDEXAMPLE|verysecret|arn:|^\s+at /m);
  });

  it('reports the function’s own failure, and as bad input what cannot be asked', async () => {
    const resend = async (headers: Record<string, string>, body: object) => {
      server.answers['POST /2015-03-31/functions/deliver-1/invocations'] = () => ({ headers, body });
      return aws('resend', '--session', '2025-12-31');
    };
    const failure = { errorType: 'DeliveryError', errorMessage: 'one message may have been sent' };
    expect(await resend({ 'x-amz-function-error': 'Unhandled' }, failure)).toBe(exitCodes.failed);
    expect(output.stderr).toMatch(/^error: one message may have been sent \(DeliveryError\)\nhint: /);
    const refused = 'r7 of 2025-12-31 is not published: there is r1';
    expect(await resend({}, { refused, seconds: 0.1 })).toBe(exitCodes.badInput);
    expect(output.stderr).toMatch(new RegExp(`error: ${refused}\n$`));
  });
});
