import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  Errors,
  type IChainable,
  LogLevel,
  StateMachine,
  StateMachineType,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { HandlerName } from '../../lambda/archive-layout.ts';
import { acknowledgeWildcard, arnInFinding } from '../acknowledge.ts';
import type { StepLambda } from './step-lambda.ts';
import { WorkflowStates } from './workflow-states.ts';

/** One run: the steps of a briefing in order, with `settle` last whatever happened. */
export class Pipeline extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, functions: Readonly<Record<HandlerName, StepLambda>>) {
    super(scope, id);
    const steps = new WorkflowStates(this, 'Steps', functions);
    const settle = steps.call('settle');
    settle.next(new Succeed(steps, 'Settled'));
    const deliver = steps.call('deliver');
    deliver.addCatch(settle, { errors: [Errors.ALL], resultPath: '$.deliverFailure' });
    deliver.next(settle);
    const body = steps.sign().next(steps.briefing(deliver, settle));
    // The longest wait for late data is four hours; beyond it only something stuck is left.
    this.machine = workflow(this, 'Machine', { body, functions, timeout: Duration.hours(5) });
  }
}

export interface WorkflowProps {
  readonly body: IChainable;
  /** What it calls. */
  readonly functions: Readonly<Record<HandlerName, StepLambda>>;
  readonly timeout: Duration;
}

/** A state machine that logs and traces every step. */
export function workflow(scope: Construct, id: string, props: WorkflowProps): StateMachine {
  const { body, functions, timeout } = props;
  const machine = new StateMachine(scope, id, {
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromChainable(body),
    timeout,
    tracingEnabled: true,
    logs: {
      level: LogLevel.ALL,
      includeExecutionData: true,
      destination: new LogGroup(scope, `${id}Log`, {
        // Under this prefix Step Functions need not name the group in the account's one resource policy for logs,
        // which is full after a few dozen state machines.
        logGroupName: `/aws/vendedlogs/states/${Stack.of(scope).stackName}-${scope.node.id}`,
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    },
  });
  acknowledgeWildcard(machine, '*', 'Log delivery and X-Ray have no resources to name.');
  for (const called of Object.values(functions))
    acknowledgeWildcard(machine, `${arnInFinding(called)}:*`, 'Any version of a function of this stack.');
  return machine;
}
