import { Duration } from 'aws-cdk-lib';
import {
  DistributedMap,
  Errors,
  JsonPath,
  Pass,
  type StateMachine,
  StateMachineType,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { HandlerName } from '../../lambda/contract.ts';
import { acknowledgeWildcard, arnInFinding } from '../acknowledge.ts';
import { workflow } from './pipeline.ts';
import type { StepFunction } from './step-function.ts';
import { Steps } from './steps.ts';

/**
 * Many sessions, each a run of its own that is sent to nobody. One after the other: providers bear no more, and a
 * briefing names what changed since the session before. A session that fails is told at the end and holds up none.
 */
export class Backfill extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, functions: Readonly<Record<HandlerName, StepFunction>>) {
    super(scope, id);
    const all = new Steps(this, 'Steps', functions);
    const settle = all.call('settle', 'Settle all');
    settle.next(new Succeed(all, 'Settled all'));
    const plan = all.call('plan', 'Plan all');
    plan.addCatch(settle, { errors: [Errors.ALL], resultPath: '$.failure' });
    const sessions = new DistributedMap(this, 'Each session', {
      itemsPath: '$.plan.sessions',
      itemSelector: {
        session: JsonPath.stringAt('$$.Map.Item.Value'),
        run: 'backfill',
        execution: JsonPath.stringAt('$$.Execution.Name'),
      },
      maxConcurrency: 1,
      mapExecutionType: StateMachineType.STANDARD,
      resultPath: '$.outcomes',
    });
    sessions.itemProcessor(oneSession(this, functions));
    sessions.addCatch(settle, { errors: [Errors.ALL], resultPath: '$.failure' });
    const body = all.sign().next(plan).next(sessions).next(settle);
    this.machine = workflow(this, 'Machine', { body, functions, timeout: Duration.hours(24) });
    acknowledgeChildren(this.machine);
  }
}

/** A map's children are executions of the same machine under names that only Step Functions knows. */
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

/** A session's run; its outcome is small, for there may be thousands. */
function oneSession(scope: Construct, functions: Readonly<Record<HandlerName, StepFunction>>) {
  const steps = new Steps(scope, 'Session', functions);
  const settle = steps.call('settle');
  const outcome = (name: string, told: Record<string, string>) =>
    new Pass(steps, name, { parameters: { 'session.$': '$.session', ...told } });
  settle.addCatch(outcome('Failed', { 'failure.$': '$.settleFailure' }), {
    errors: [Errors.ALL],
    resultPath: '$.settleFailure',
  });
  settle.next(outcome('Done', {}));
  return steps.briefing(settle, settle);
}
