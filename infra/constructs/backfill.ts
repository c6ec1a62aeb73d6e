import { Duration } from 'aws-cdk-lib';
import {
  Choice,
  Condition,
  DistributedMap,
  Errors,
  Map as InlineMap,
  JsonPath,
  Pass,
  Result,
  type StateMachine,
  StateMachineType,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { HandlerName } from '../../lambda/archive-layout.ts';
import { acknowledgeWildcard, arnInFinding } from '../acknowledge.ts';
import { workflow } from './pipeline.ts';
import type { StepLambda } from './step-lambda.ts';
import { chain, WorkflowStates } from './workflow-states.ts';

/** Chunks of sessions that are worked on at a time: each is one process of every step. */
const atATime = 10;

/**
 * Many sessions, without messages to readers. Providers are asked once for all of them, and the reports are written in order, since
 * each names what changed since the one before; printing and publishing then go side by side, in chunks of sessions.
 * A session that fails holds up none: its failure is kept in the archive, for the state has no room for thousands, and
 * all are named at the end.
 */
export class Backfill extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, functions: Readonly<Record<HandlerName, StepLambda>>) {
    super(scope, id);
    const all = new WorkflowStates(this, 'Steps', functions);
    const conclude = all.call('conclude', 'Conclude all');
    conclude.next(new Succeed(all, 'Concluded all'));
    const plan = all.call('plan', 'Plan all');
    const collect = all.call('collect', 'Collect all');
    const draft = all.call('draft', 'Draft');
    const chunks = chunkMap(this, functions);
    for (const task of [plan, collect, draft, chunks])
      task.addCatch(conclude, { errors: [Errors.ALL], resultPath: '$.failure' });
    const more = new Choice(all, 'Is there more to draft?')
      .when(Condition.numberGreaterThan('$.draft.next', 0), draft)
      .otherwise(chunks);
    chain(draft, more);
    chain(chunks, conclude);
    const body = all.sign().next(plan).next(collect).next(draft);
    this.machine = workflow(this, 'Machine', { body, functions, timeout: Duration.hours(24) });
    acknowledgeChildren(this.machine);
  }
}

/** Chunks side by side, the sessions of each one after the other. */
function chunkMap(scope: Construct, functions: Readonly<Record<HandlerName, StepLambda>>): DistributedMap {
  const chunks = new DistributedMap(scope, 'Each chunk', {
    itemsPath: '$.plan.chunks',
    itemSelector: {
      sessions: JsonPath.objectAt('$$.Map.Item.Value'),
      execution: JsonPath.stringAt('$.execution'),
    },
    maxConcurrency: atATime,
    mapExecutionType: StateMachineType.STANDARD,
    resultPath: JsonPath.DISCARD,
  });
  const sessions = new InlineMap(scope, 'Each session', {
    itemsPath: '$.sessions',
    itemSelector: {
      plan: { session: JsonPath.stringAt('$$.Map.Item.Value') },
      run: 'backfill',
      execution: JsonPath.stringAt('$.execution'),
    },
    maxConcurrency: 1,
    resultPath: JsonPath.DISCARD,
  });
  sessions.itemProcessor(oneSession(scope, functions));
  chunks.itemProcessor(sessions.next(new Pass(scope, 'Chunk done', { result: Result.fromObject({}) })));
  return chunks;
}

/** A map's children are executions of the same machine under names that Step Functions chooses. */
function acknowledgeChildren(machine: StateMachine): void {
  const name = arnInFinding(machine).slice(1, -'.Arn>'.length);
  const executions = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"${name}"}]}]}`;
  for (const ending of [':*', '/*:*'])
    acknowledgeWildcard(
      machine,
      executions + ending,
      'The map reads, stops and redrives its own children only.',
    );
}

/** A session's run, from its draft. */
function oneSession(scope: Construct, functions: Readonly<Record<HandlerName, StepLambda>>) {
  const steps = new WorkflowStates(scope, 'Session', functions);
  const conclude = steps.call('conclude');
  // A failure that could not even be kept: at the end the session is found unpublished, and named.
  conclude.addCatch(new Pass(steps, 'Not kept'), { errors: [Errors.ALL], resultPath: '$.concludeFailure' });
  return steps.writing(conclude, conclude);
}
