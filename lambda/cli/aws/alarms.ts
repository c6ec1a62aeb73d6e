import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { clientDefaults } from '../../aws/client-defaults.ts';
import { asking } from './failure.ts';

/** An alarm of the stack. */
export interface Watched {
  /** The entry of the runbook: `run-failed`. */
  readonly entry: string;
  /** `rings`, `quiet`, or `no data yet`. */
  readonly state: string;
  /** ISO 8601 UTC. */
  readonly since: string | null;
  /** Where the runbook says what to do. */
  readonly runbook: string;
}

const states: Readonly<Record<string, string>> = {
  ALARM: 'rings',
  OK: 'quiet',
  INSUFFICIENT_DATA: 'no data yet',
};

/** The alarms of a stack, which are named after it and an entry of the runbook. @throws AwsError */
export async function alarmsOf(stack: string): Promise<readonly Watched[]> {
  const client = new CloudWatchClient(clientDefaults);
  const command = new DescribeAlarmsCommand({ AlarmNamePrefix: `${stack}-`, MaxRecords: 100 });
  const { MetricAlarms = [] } = await asking('show the alarms', () => client.send(command));
  // Another stack's name may begin with this one's: its alarms name other entries.
  return MetricAlarms.filter(({ AlarmName = '', AlarmDescription = '' }) =>
    AlarmDescription.endsWith(`#${AlarmName.slice(stack.length + 1)}`),
  )
    .map(({ AlarmName = '', AlarmDescription = '', StateValue = '', StateUpdatedTimestamp }) => {
      const entry = AlarmName.slice(stack.length + 1);
      const link = /^What to do: (\S+)$/m.exec(AlarmDescription)?.[1];
      return {
        entry,
        state: states[StateValue] ?? StateValue,
        since: StateUpdatedTimestamp?.toISOString() ?? null,
        runbook: link ?? `docs/runbook.md#${entry}`,
      };
    })
    .toSorted((a, b) => (a.entry < b.entry ? -1 : 1));
}
