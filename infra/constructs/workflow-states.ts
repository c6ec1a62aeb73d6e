import { Duration } from 'aws-cdk-lib';
import {
  type Chain,
  Choice,
  Condition,
  Errors,
  type IChainable,
  type INextable,
  JitterType,
  Pass,
  type State,
  Timeout,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { type HandlerName, permanentErrors } from '../../lambda/archive-layout.ts';
import type { StepLambda } from './step-lambda.ts';

/** What goes wrong in Lambda itself, before or around our code: always worth another try. */
const serviceErrors = [
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];

/** The calls of the steps, with what all have in common: the whole state in, the answer under the step's own name. */
export class WorkflowStates extends Construct {
  readonly #functions: Readonly<Record<HandlerName, StepLambda>>;

  constructor(scope: Construct, id: string, functions: Readonly<Record<HandlerName, StepLambda>>) {
    super(scope, id);
    this.#functions = functions;
  }

  /** A task that calls a step. The state machine waits a little longer than the function may run. */
  call(name: HandlerName, title = titleOf(name)): LambdaInvoke {
    const lambdaFunction = this.#functions[name];
    const limit = lambdaFunction.timeout ?? Duration.seconds(60);
    const task = new LambdaInvoke(this, title, {
      lambdaFunction,
      payloadResponseOnly: true,
      resultPath: `$.${name}`,
      retryOnServiceExceptions: false,
      taskTimeout: Timeout.duration(limit.plus(Duration.seconds(15))),
    });
    task.addRetry({
      errors: serviceErrors,
      interval: Duration.seconds(2),
      maxAttempts: 6,
      backoffRate: 2,
      maxDelay: Duration.seconds(60),
      jitterStrategy: JitterType.FULL,
    });
    task.addRetry({ errors: [...permanentErrors], maxAttempts: 0 });
    task.addRetry({
      errors: [Errors.ALL],
      interval: Duration.seconds(5),
      maxAttempts: 2,
      backoffRate: 2,
      jitterStrategy: JitterType.FULL,
    });
    return task;
  }

  /** Puts the name of the execution into the state, so that what is written can say who wrote it, and when it started. */
  sign(): Chain {
    const signed = new Pass(this, 'Sign', { inputPath: '$$.Execution.Name', resultPath: '$.execution' });
    return signed.next(
      new Pass(this, 'Note the start', { inputPath: '$$.Execution.StartTime', resultPath: '$.started' }),
    );
  }

  /**
   * A briefing from plan to publication. Whatever fails permanently ends up in `$.failure` at `last`; a PDF that
   * cannot be printed does not hold up the rest.
   * @param next what follows a publication
   * @param last what always comes last
   */
  briefing(next: IChainable, last: State): IChainable {
    const plan = this.call('plan');
    const collect = this.call('collect');
    const analyse = this.writing(next, last);
    for (const task of [plan, collect])
      task.addCatch(last, { errors: [Errors.ALL], resultPath: '$.failure' });

    const wait = new Wait(this, 'Wait for late data', { time: WaitTime.secondsPath('$.plan.waitSeconds') });
    const late = new Choice(this, 'Is a required series late?')
      .when(
        Condition.and(
          Condition.booleanEquals('$.collect.late', true),
          Condition.timestampLessThanJsonPath('$$.State.EnteredTime', '$.plan.deadline'),
        ),
        wait,
      )
      .otherwise(analyse);
    const session = new Choice(this, 'Is there a session?')
      .when(Condition.stringEquals('$.plan.status', 'go'), collect)
      .otherwise(last);
    chain(plan, session);
    chain(collect, late);
    chain(wait, collect);
    return plan;
  }

  /** The part of a briefing that follows its collection: written, printed, published. */
  writing(next: IChainable, last: State): LambdaInvoke {
    const analyse = this.call('analyse');
    const render = this.call('render');
    const publish = this.call('publish');
    for (const task of [analyse, publish])
      task.addCatch(last, { errors: [Errors.ALL], resultPath: '$.failure' });
    render.addCatch(publish, { errors: [Errors.ALL], resultPath: '$.renderFailure' });
    const news = new Choice(this, 'Is there anything new?')
      .when(Condition.stringEquals('$.analyse.status', 'new'), render)
      .otherwise(publish);
    const taken = new Choice(this, 'Was another run first?')
      .when(Condition.stringEquals('$.publish.status', 'taken'), analyse)
      .otherwise(next);

    chain(analyse, news);
    chain(render, publish);
    chain(publish, taken);
    return analyse;
  }
}

export const chain = (from: INextable, to: IChainable): void => {
  from.next(to);
};

const titleOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
