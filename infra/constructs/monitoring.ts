import { Aws, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { type HandlerName, handlerNames, metrics } from '../../lambda/archive-layout.ts';
import type { StepLambda } from './step-lambda.ts';

export interface MonitoringProps {
  readonly machine: StateMachine;
  readonly backfill: StateMachine;
  readonly functions: Readonly<Record<HandlerName, StepLambda>>;
  readonly deadLetters: IQueue;
  readonly operators: ITopic;
  /** Where the runbook can be read; undefined for the file of the repository. */
  readonly runbook: string | undefined;
}

/** What can go wrong, as the runbook's headings name it. */
interface Watched {
  readonly entry: string;
  readonly means: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** Alarms below the threshold instead of at or above it, and when there are no data points. */
  readonly heartbeat?: { readonly periods: number };
}

const fiveMinutes = Duration.minutes(5);
const hour = Duration.hours(1);

/** Alarms that notify the operators when a failure starts and ends, with a link to the runbook, and one dashboard. */
export class Monitoring extends Construct {
  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    const measured = measuredBy(stackName);
    const dashboard = new Dashboard(this, 'Dashboard', {
      defaultInterval: Duration.days(14),
      widgets: widgets(props, measured),
    });
    const dashboardLink = consoleLink('cloudwatch', `dashboards/dashboard/${dashboard.dashboardName}`);
    new CfnOutput(this, 'DashboardLink', {
      value: dashboardLink,
      description: 'The last 14 days at a glance',
    });
    const action = new SnsAction(props.operators);
    for (const watched of watchedIn(props, measured)) {
      const machine = watched.entry.startsWith('backfill-') ? props.backfill : props.machine;
      const links = [
        `Executions: ${consoleLink('states', `/statemachines/view/${machine.stateMachineArn}`)}`,
        `Dashboard: ${dashboardLink}`,
        `What to do: ${props.runbook ?? 'docs/runbook.md'}#${watched.entry}`,
      ];
      const made = alarm(this, watched, `${stackName}-${watched.entry}`, links);
      made.addAlarmAction(action);
      made.addOkAction(action);
    }
  }
}

/** A page of the AWS console, as it is reached in every commercial region. */
const consoleLink = (service: string, page: string): string =>
  `https://console.aws.amazon.com/${service}/home?region=${Aws.REGION}#${page}`;

type Measured = ReturnType<typeof measuredBy>;

function watchedIn(
  { machine, backfill, functions, deadLetters }: MonitoringProps,
  measured: Measured,
): readonly Watched[] {
  return [
    {
      entry: 'run-failed',
      means: 'A run failed. Everything good was saved before.',
      metric: machine.metricFailed({ period: fiveMinutes }),
      threshold: 1,
    },
    {
      entry: 'run-timed-out',
      means: 'A run took longer than five hours and was ended.',
      metric: machine.metricTimedOut({ period: fiveMinutes }),
      threshold: 1,
    },
    {
      entry: 'backfill-failed',
      means: 'A backfill ended without some of its sessions.',
      metric: backfill.metricFailed({ period: fiveMinutes }),
      threshold: 1,
    },
    {
      entry: 'backfill-timed-out',
      means: 'A backfill took longer than a day and was ended.',
      metric: backfill.metricTimedOut({ period: fiveMinutes }),
      threshold: 1,
    },
    {
      entry: 'no-briefing',
      means: 'No run ended in order for almost a day: by 21:00 New York the session has no briefing.',
      metric: measured(metrics.eveningInOrder, Stats.SUM),
      threshold: 1,
      heartbeat: { periods: quietHours },
    },
    {
      entry: 'start-failed',
      means: 'A scheduled run could not be started for two hours.',
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({
        period: fiveMinutes,
        statistic: Stats.MAXIMUM,
      }),
      threshold: 1,
    },
    {
      entry: 'data-stale',
      means: 'A briefing was made with many series stale.',
      metric: measured(metrics.staleSeries, Stats.MAXIMUM),
      threshold: staleSeries,
    },
    {
      entry: 'render-slow',
      means: 'One print in twenty takes over 30 s; it is given up after 120 s.',
      metric: functions.render.metricDuration({ period: hour, statistic: Stats.percentile(95) }),
      threshold: 30_000,
    },
    {
      entry: 'temporary-folder-full',
      means: 'The renderer has used over 80 % of /tmp, where Chromium lives.',
      metric: measured(metrics.temporaryFolderUsed, Stats.MAXIMUM),
      threshold: 80,
    },
  ];
}

/**
 * The evening before ends in order at 20:16 at the earliest, which counts until 19:00. CloudWatch looks a few periods
 * further back when data is missing (two, at such lengths), so the alarm rings between 19:00 and 21:00, and only when
 * the run of 17:45 was not in order by then either.
 */
const quietHours = 22;

/** Of about a hundred; a few are late on any evening. */
const staleSeries = 10;

/** What the functions of this stack measured; another stack's in the account is another series. */
const measuredBy =
  (service: string) =>
  (metricName: string, statistic: string): Metric =>
    new Metric({
      namespace: metrics.namespace,
      metricName,
      statistic,
      period: hour,
      dimensionsMap: { service },
    });

function alarm(
  scope: Construct,
  { entry, means, metric, threshold, heartbeat }: Watched,
  alarmName: string,
  links: readonly string[],
): Alarm {
  return new Alarm(scope, entry, {
    alarmName,
    metric,
    threshold,
    evaluationPeriods: heartbeat?.periods ?? 1,
    comparisonOperator:
      heartbeat === undefined
        ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
        : ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: heartbeat === undefined ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
    alarmDescription: [means, ...links].join('\n'),
  });
}

function widgets(
  { machine, backfill, functions, deadLetters }: MonitoringProps,
  measured: Measured,
): GraphWidget[][] {
  const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
  return [
    [
      graph('Runs', [
        machine.metricStarted(),
        machine.metricSucceeded(),
        machine.metricFailed(),
        machine.metricTimedOut(),
      ]),
      graph('Evenings in order, revisions, mail', [
        measured(metrics.eveningInOrder, Stats.SUM),
        measured(metrics.published, Stats.SUM),
        measured(metrics.mailSent, Stats.SUM),
      ]),
    ],
    [
      graph('Duration of a run', [machine.metricTime()]),
      graph(
        'Duration of the steps',
        handlerNames.map((name) => functions[name].metricDuration({ label: name })),
      ),
    ],
    [
      graph(
        'Errors of the steps',
        handlerNames.map((name) => functions[name].metricErrors({ label: name })),
      ),
      graph('Stale series', [measured(metrics.staleSeries, Stats.MAXIMUM)]),
    ],
    [
      graph('Renderer: /tmp in use, per cent', [measured(metrics.temporaryFolderUsed, Stats.MAXIMUM)]),
      graph('Renderer: milliseconds a briefing', [
        measured(metrics.renderMilliseconds, Stats.percentile(95)),
      ]),
    ],
    [
      graph('Starts that failed', [deadLetters.metricApproximateNumberOfMessagesVisible()]),
      graph('Backfills', [backfill.metricStarted(), backfill.metricFailed(), backfill.metricTimedOut()]),
    ],
  ];
}
