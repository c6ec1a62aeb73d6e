import { describe, expect, it } from 'vitest';
import { handlerNames } from '../../lambda/archive-layout.ts';
import { type Definition, definitionOf, resourcesOf, type State } from './support/resources.ts';
import { templateOf } from './support/synthesise.ts';

const template = templateOf();
const run = definitionOf(template, 'Pipeline');
const backfill = definitionOf(template, 'Backfill');
const chunk = backfill.States['Each chunk']?.ItemProcessor;
const child = chunk?.States['Each session']?.ItemProcessor;

const stateOf = (of: Definition | undefined, name: string): State => {
  const state = of?.States[name];
  if (state === undefined) throw new Error(`there is no state ${name}`);
  return state;
};
const tasksOf = (of: Definition | undefined) =>
  Object.entries(of?.States ?? {}).filter(([, { Type }]) => Type === 'Task');

describe('a run', () => {
  it('calls each step once in its order, and settle last', () => {
    const route = ['Sign', 'Plan', 'Is there a session?'];
    expect(run.StartAt).toBe(route[0]);
    expect(stateOf(run, 'Sign').Next).toBe('Note the start');
    expect(stateOf(run, 'Note the start').Next).toBe('Plan');
    expect(stateOf(run, 'Plan').Next).toBe('Is there a session?');
    expect(stateOf(run, 'Collect').Next).toBe('Is a required series late?');
    expect(stateOf(run, 'Analyse').Next).toBe('Is there anything new?');
    expect(stateOf(run, 'Render').Next).toBe('Publish');
    expect(stateOf(run, 'Publish').Next).toBe('Was another run first?');
    expect(stateOf(run, 'Deliver').Next).toBe('Settle');
    expect(stateOf(run, 'Settle').Next).toBe('Settled');
    // All but the two of a backfill.
    expect(tasksOf(run)).toHaveLength(handlerNames.length - 2);
  });

  it('is written in JSONPath, and ends by itself when it is stuck', () => {
    expect(run.QueryLanguage ?? 'JSONPath').toBe('JSONPath');
    expect(run.TimeoutSeconds).toBe(5 * 3600);
  });

  it('passes the name and the start of the execution to the steps', () => {
    expect(stateOf(run, 'Sign')).toMatchObject({ InputPath: '$$.Execution.Name', ResultPath: '$.execution' });
    expect(stateOf(run, 'Note the start')).toMatchObject({
      InputPath: '$$.Execution.StartTime',
      ResultPath: '$.started',
    });
  });

  it('collects only for a session, and settles at once on a holiday', () => {
    expect(stateOf(run, 'Is there a session?')).toMatchObject({
      Choices: [{ Variable: '$.plan.status', StringEquals: 'go', Next: 'Collect' }],
      Default: 'Settle',
    });
  });

  it('waits for late data until the deadline, then goes on with what there is', () => {
    expect(stateOf(run, 'Is a required series late?')).toMatchObject({
      Choices: [
        {
          And: [
            { Variable: '$.collect.late', BooleanEquals: true },
            { Variable: '$$.State.EnteredTime', TimestampLessThanPath: '$.plan.deadline' },
          ],
          Next: 'Wait for late data',
        },
      ],
      Default: 'Analyse',
    });
    expect(stateOf(run, 'Wait for late data')).toMatchObject({
      SecondsPath: '$.plan.waitSeconds',
      Next: 'Collect',
    });
  });

  it('prints only what is new, and publishes either way, which mends an index left behind', () => {
    expect(stateOf(run, 'Is there anything new?')).toMatchObject({
      Choices: [{ Variable: '$.analyse.status', StringEquals: 'new', Next: 'Render' }],
      Default: 'Publish',
    });
  });

  it('looks again when another run took the revision', () => {
    expect(stateOf(run, 'Was another run first?')).toMatchObject({
      Choices: [{ Variable: '$.publish.status', StringEquals: 'taken', Next: 'Analyse' }],
      Default: 'Deliver',
    });
  });

  it.each(['Plan', 'Collect', 'Analyse', 'Publish'])('settles when %s fails for good', (name) => {
    expect(stateOf(run, name).Catch).toEqual([
      { ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Settle' },
    ]);
  });

  it('publishes without a PDF that cannot be printed, and settles when delivery fails', () => {
    expect(stateOf(run, 'Render').Catch).toMatchObject([{ ResultPath: '$.renderFailure', Next: 'Publish' }]);
    expect(stateOf(run, 'Deliver').Catch).toMatchObject([{ ResultPath: '$.deliverFailure', Next: 'Settle' }]);
  });

  it('fails when settle fails: nothing catches that', () => {
    expect(stateOf(run, 'Settle').Catch).toBeUndefined();
  });
});

describe('every call of a step', () => {
  const calls = [...tasksOf(run), ...tasksOf(backfill), ...tasksOf(child)];

  it.each(calls)(
    '%s is tried again for what is not its fault, and never for what trying cannot mend',
    (_, state) => {
      expect(state.Retry).toEqual([
        {
          ErrorEquals: [
            'Lambda.ClientExecutionTimeoutException',
            'Lambda.ServiceException',
            'Lambda.AWSLambdaException',
            'Lambda.SdkClientException',
            'Lambda.TooManyRequestsException',
          ],
          IntervalSeconds: 2,
          MaxAttempts: 6,
          BackoffRate: 2,
          MaxDelaySeconds: 60,
          JitterStrategy: 'FULL',
        },
        { ErrorEquals: expect.arrayContaining(['GateError', 'UsageError', 'RunFailed']), MaxAttempts: 0 },
        {
          ErrorEquals: ['States.ALL'],
          IntervalSeconds: 5,
          MaxAttempts: 2,
          BackoffRate: 2,
          JitterStrategy: 'FULL',
        },
      ]);
    },
  );

  it('may take longer than its function, so that the function ends first and says why', () => {
    const limits = Object.entries(resourcesOf(template, 'AWS::Lambda::Function')).map(
      ([id, { Properties }]) => ({
        id,
        limit: Number(Properties.Timeout),
      }),
    );
    for (const [name, { Resource, TimeoutSeconds }] of calls) {
      const called = limits.find(({ id }) => JSON.stringify(Resource).includes(id));
      expect(TimeoutSeconds, name).toBeGreaterThan(called?.limit ?? Number.POSITIVE_INFINITY);
    }
  });
});

describe('a backfill', () => {
  it('collects once and drafts all in order, before anything goes side by side', () => {
    expect(stateOf(backfill, 'Plan all').Next).toBe('Collect all');
    expect(stateOf(backfill, 'Collect all')).toMatchObject({
      Resource: stateOf(run, 'Collect').Resource,
      Next: 'Draft',
    });
    expect(stateOf(backfill, 'Draft').Next).toBe('Is there more to draft?');
    expect(stateOf(backfill, 'Is there more to draft?')).toMatchObject({
      Choices: [{ Variable: '$.draft.next', NumericGreaterThan: 0, Next: 'Draft' }],
      Default: 'Each chunk',
    });
    expect(Object.keys(child?.States ?? {})).not.toContain('Collect');
  });

  it('is a distributed map over chunks, ten at a time, the sessions of each one after the other', () => {
    expect(stateOf(backfill, 'Each chunk')).toMatchObject({
      Type: 'Map',
      ItemsPath: '$.plan.chunks',
      MaxConcurrency: 10,
      ItemSelector: { 'sessions.$': '$$.Map.Item.Value', 'execution.$': '$.execution' },
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
    });
    expect(stateOf(chunk, 'Each session')).toMatchObject({
      Type: 'Map',
      ItemsPath: '$.sessions',
      MaxConcurrency: 1,
      ItemSelector: {
        plan: { 'session.$': '$$.Map.Item.Value' },
        run: 'backfill',
        'execution.$': '$.execution',
      },
      ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' } },
    });
  });

  it('runs the same steps for each, and delivers nothing', () => {
    const same = ['Analyse', 'Render', 'Publish'];
    for (const name of same) expect(stateOf(child, name).Resource).toEqual(stateOf(run, name).Resource);
    expect(Object.keys(child?.States ?? {})).not.toContain('Deliver');
  });

  it('continues after a failed session, keeps none of it in the state, and fails at the end', () => {
    for (const name of ['Analyse', 'Publish'])
      expect(stateOf(child, name).Catch).toMatchObject([{ ResultPath: '$.failure', Next: 'Conclude' }]);
    expect(stateOf(child, 'Conclude').Catch).toMatchObject([{ Next: 'Not kept' }]);
    expect(stateOf(chunk, 'Each session').ResultPath).toBeNull();
    expect(stateOf(chunk, 'Chunk done')).toMatchObject({ Type: 'Pass', Result: {}, End: true });
    expect(stateOf(backfill, 'Each chunk')).toMatchObject({ ResultPath: null, Next: 'Conclude all' });
    for (const name of ['Plan all', 'Collect all', 'Draft', 'Each chunk'])
      expect(stateOf(backfill, name).Catch).toMatchObject([
        { ResultPath: '$.failure', Next: 'Conclude all' },
      ]);
    expect(stateOf(backfill, 'Conclude all').Catch).toBeUndefined();
  });
});

describe('both workflows', () => {
  it('are logged and traced step by step', () => {
    for (const { Properties } of Object.values(resourcesOf(template, 'AWS::StepFunctions::StateMachine')))
      expect(Properties).toMatchObject({
        StateMachineType: 'STANDARD',
        LoggingConfiguration: { Level: 'ALL' },
        TracingConfiguration: { Enabled: true },
      });
  });
});
