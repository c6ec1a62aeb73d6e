import { Duration, RemovalPolicy, TimeZone, Validations } from 'aws-cdk-lib';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { BriefingConfig } from '../../lambda/config.ts';

/**
 * When runs start, in New York. The evening's two go every day, since a day without a session is in order, too, and
 * the alarm for a missing briefing gets its metric from them. The morning's go after a weekday and make up for an evening
 * without a briefing, with an incomplete one, without a PDF, or without final prices; after any other they end at once.
 */
export class Schedules extends Construct {
  /** Starts that failed for two hours. */
  readonly deadLetters: Queue;
  /** Name of the group in which the schedules are. */
  readonly group: string;

  constructor(scope: Construct, id: string, machine: StateMachine, times: BriefingConfig['schedule']) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself the dead-letter queue.',
    });
    // Its name is fixed: one that outlives the stack, as is the CDK's default, makes the next deployment fail.
    const scheduleGroup = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY });
    this.group = scheduleGroup.scheduleGroupName;
    const runs = [
      { run: 'evening', time: times.evening, weekDay: '*', what: 'provisional closes' },
      {
        run: 'final',
        time: times.final,
        weekDay: '*',
        what: 'closes after the exchanges corrected them, or nothing new',
      },
      {
        run: 'morning',
        time: times.morning,
        weekDay: 'TUE-SAT',
        what: 'only what the evening lacks, such as the whole briefing',
      },
    ];
    for (const { run, time, weekDay, what } of runs) {
      const [hour = '', minute = ''] = time.split(':').map((part) => String(Number(part)));
      new Schedule(this, run, {
        description: `Starts the ${run} run: ${what}`,
        enabled: times.enabled,
        scheduleGroup,
        schedule: ScheduleExpression.cron({ minute, hour, weekDay, timeZone: TimeZone.AMERICA_NEW_YORK }),
        target: new StepFunctionsStartExecution(machine, {
          // The session follows from when the run was meant to start, not from when it did.
          input: ScheduleTargetInput.fromObject({ run, scheduledTime: ContextAttribute.scheduledTime }),
          retryAttempts: 3,
          maxEventAge: Duration.hours(2),
          deadLetterQueue: this.deadLetters,
        }),
      });
    }
  }
}
