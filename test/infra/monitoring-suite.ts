import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { metrics } from '../../lambda/contract.ts';
import { resourceNamed, resourcesOf } from './support/resources.ts';
import { templateOf } from './support/synthesise.ts';

const template = templateOf({ operators: ['operator@example.org'] });
const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const alarms = Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).map(
  ({ Properties }) => Properties,
);
const entryOf = ({ AlarmDescription }: Readonly<Record<string, unknown>>) =>
  /docs\/runbook\.md#([a-z-]+)$/.exec(String(AlarmDescription))?.[1] ?? '';
const alarmOf = (entry: string) => {
  const found = alarms.find((alarm) => entryOf(alarm) === entry);
  if (found === undefined) throw new Error(`no alarm for ${entry}`);
  return found;
};

/** An entry of the runbook: from its heading to the next. GitHub makes the anchor of a heading from its words. */
function entryInRunbook(anchor: string): string {
  const entries = runbook.split(/^## /m).slice(1);
  return entries.find((entry) => entry.split('\n')[0]?.toLowerCase().replaceAll(' ', '-') === anchor) ?? '';
}

describe('the alarms', () => {
  it('watch what must not go unnoticed', () => {
    expect(alarms.map(entryOf).sort()).toEqual([
      'data-stale',
      'no-briefing',
      'render-slow',
      'run-failed',
      'run-timed-out',
      'start-failed',
      'temporary-folder-full',
    ]);
  });

  it.each(alarms.map((alarm) => [entryOf(alarm), alarm]))(
    '%s is told to the operators, with what to do',
    (entry, alarm) => {
      expect(alarm.AlarmActions).toEqual([{ Ref: expect.stringMatching(/^DeliveryOperators/) }]);
      const text = entryInRunbook(entry);
      for (const part of ['### Description', '### Investigation', '### Resolution'])
        expect(text).toContain(part);
    },
  );

  it('reach an operator by mail', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operator@example.org',
    });
  });

  it('miss the evening that is not in order by 21:00: the runs are at 17:45 and 20:15, an hour without a word is breaching', () => {
    expect(alarmOf('no-briefing')).toMatchObject({
      Namespace: metrics.namespace,
      MetricName: metrics.eveningInOrder,
      Dimensions: [{ Name: 'service', Value: 'Test' }],
      Statistic: 'Sum',
      Period: 3600,
      EvaluationPeriods: 22,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  it('may reach the operators: the topic lets CloudWatch in, from this account', () => {
    const [id] = Object.keys(resourcesOf(template, 'AWS::SNS::Topic')).filter((name) =>
      name.startsWith('DeliveryOperators'),
    );
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      Topics: [{ Ref: id }],
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  it('of all others, hear nothing as good news', () => {
    for (const alarm of alarms.filter((one) => entryOf(one) !== 'no-briefing'))
      expect([alarm.TreatMissingData, alarm.ComparisonOperator]).toEqual([
        'notBreaching',
        'GreaterThanOrEqualToThreshold',
      ]);
  });

  it.each([
    ['run-failed', { MetricName: 'ExecutionsFailed', Threshold: 1 }],
    ['run-timed-out', { MetricName: 'ExecutionsTimedOut', Threshold: 1 }],
    ['start-failed', { MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1 }],
    ['render-slow', { MetricName: 'Duration', ExtendedStatistic: 'p95', Threshold: 30_000 }],
    ['temporary-folder-full', { MetricName: metrics.temporaryFolderUsed, Threshold: 80 }],
    ['data-stale', { MetricName: metrics.staleSeries }],
  ])('%s measures the right thing', (entry, expected) => {
    expect(alarmOf(entry)).toMatchObject(expected);
  });

  it('have one dashboard beside them', () => {
    template.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
    const body = JSON.stringify(
      resourceNamed(template, 'AWS::CloudWatch::Dashboard', 'Monitoring').Properties,
    );
    for (const metric of [
      'ExecutionsFailed',
      metrics.eveningInOrder,
      metrics.staleSeries,
      metrics.temporaryFolderUsed,
    ])
      expect(body).toContain(metric);
  });
});
