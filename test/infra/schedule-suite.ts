import { describe, expect, it } from 'vitest';
import { resourceNamed, resourcesOf, statementsOf } from './support/resources.ts';
import { templateOf } from './support/synthesise.ts';

const template = templateOf();
const schedules = (of = template) =>
  Object.values(resourcesOf(of, 'AWS::Scheduler::Schedule')).map(({ Properties }) => Properties);
const targetOf = (schedule: Readonly<Record<string, unknown>>) => schedule.Target as Record<string, unknown>;

describe('the timetable', () => {
  it('is written in New York time', () => {
    expect(
      schedules().map((one) => [one.ScheduleExpression, one.ScheduleExpressionTimezone, one.State]),
    ).toEqual([
      ['cron(45 17 ? * * *)', 'America/New_York', 'ENABLED'],
      ['cron(15 20 ? * * *)', 'America/New_York', 'ENABLED'],
      ['cron(30 8 ? * TUE-SAT *)', 'America/New_York', 'ENABLED'],
    ]);
  });

  it('passes its name and scheduled time to each run', () => {
    expect(schedules().map((one) => JSON.parse(String(targetOf(one).Input)))).toEqual(
      ['evening', 'final', 'morning'].map((run) => ({
        run,
        scheduledTime: '<aws.scheduler.scheduled-time>',
      })),
    );
  });

  it('starts on time, tries three times within two hours, and keeps what failed for 14 days', () => {
    const queue = resourceNamed(template, 'AWS::SQS::Queue', 'TimetableDeadLetters');
    expect(queue.Properties).toMatchObject({
      MessageRetentionPeriod: 14 * 86_400,
      SqsManagedSseEnabled: true,
    });
    for (const one of schedules()) {
      expect(one.FlexibleTimeWindow).toEqual({ Mode: 'OFF' });
      expect(targetOf(one)).toMatchObject({
        RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 7200 },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^TimetableDeadLetters/), 'Arn'] } },
      });
    }
  });

  it('may start the runs, and nothing else', () => {
    const granted = statementsOf(template, 'SchedulerRole').flatMap(({ Action, Resource }) => [
      ...Action,
      ...Resource,
    ]);
    expect(granted.sort()).toEqual([
      expect.stringMatching(/^PipelineMachine/),
      expect.stringMatching(/^TimetableDeadLetters/),
      'sqs:SendMessage',
      'states:StartExecution',
    ]);
  });

  it('follows the configuration, and can be switched off', () => {
    const own = schedules(templateOf({ schedule: { enabled: false, evening: '18:05', morning: '09:00' } }));
    expect(own.map(({ ScheduleExpression, State }) => [ScheduleExpression, State])).toEqual([
      ['cron(5 18 ? * * *)', 'DISABLED'],
      ['cron(15 20 ? * * *)', 'DISABLED'],
      ['cron(0 9 ? * TUE-SAT *)', 'DISABLED'],
    ]);
  });
});
