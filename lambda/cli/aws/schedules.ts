import {
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { clientDefaults } from '../../aws/client-defaults.ts';
import { asking } from './failure.ts';
import { nextStart, type Start } from './next-start.ts';

/** A schedule of the stack. */
export interface Scheduled {
  /** `evening`, `final`, `morning`. */
  readonly run: string;
  readonly enabled: boolean;
  /** As the service writes it: `cron(45 17 ? * * *)`. */
  readonly expression: string;
  /** In New York; null when it is switched off, or of a form that is not ours. */
  readonly next: Start | null;
}

/** The schedules of a group, each as the service has it. @throws AwsError */
async function describedIn(client: SchedulerClient, group: string) {
  const list = new ListSchedulesCommand({ GroupName: group, MaxResults: 100 });
  const { Schedules = [] } = await asking('list the schedules', () => client.send(list));
  return Promise.all(
    Schedules.map(({ Name }) =>
      asking(`show the schedule ${Name}`, () =>
        client.send(new GetScheduleCommand({ GroupName: group, Name })),
      ),
    ),
  );
}

/** @param now ISO 8601 UTC @throws AwsError */
export async function schedulesOf(group: string, now: string): Promise<readonly Scheduled[]> {
  const found = await describedIn(new SchedulerClient(clientDefaults), group);
  return found
    .map(({ Name = '', State, Target, ScheduleExpression = '', ScheduleExpressionTimezone }) => {
      const enabled = State === 'ENABLED';
      const isOurs = enabled && ScheduleExpressionTimezone === 'America/New_York';
      const next = isOurs ? nextStart(ScheduleExpression, now) : null;
      return { run: runOf(Target?.Input) ?? Name, enabled, expression: ScheduleExpression, next };
    })
    .toSorted((a, b) => (a.run < b.run ? -1 : 1));
}

/**
 * Switches the schedules of a group on or off.
 * @returns the runs whose schedule was the other way before @throws AwsError
 */
export async function switchSchedules(group: string, on: boolean): Promise<readonly string[]> {
  const client = new SchedulerClient(clientDefaults);
  const wanted = on ? 'ENABLED' : 'DISABLED';
  const others = (await describedIn(client, group)).filter(({ State }) => State !== wanted);
  for (const { $metadata: _, Arn, CreationDate, LastModificationDate, ...schedule } of others) {
    // What an update does not name is set back to its default.
    const { Name, ScheduleExpression, Target, FlexibleTimeWindow } = schedule;
    const whole = {
      ...schedule,
      Name,
      ScheduleExpression,
      Target,
      FlexibleTimeWindow,
      State: wanted,
    } as const;
    await asking(`switch the schedule ${Name}`, () => client.send(new UpdateScheduleCommand(whole)));
  }
  return others.map(({ Name = '', Target }) => runOf(Target?.Input) ?? Name).toSorted();
}

/** The run that a schedule starts, by the input that it gives. */
const runOf = (input: string | undefined): string | undefined => /"run"\s*:\s*"(\w+)"/.exec(input ?? '')?.[1];
