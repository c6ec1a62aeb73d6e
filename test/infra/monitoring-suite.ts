import { readFileSync } from 'node:fs';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { metrics } from '../../lambda/archive-layout.ts';
import { configurations } from './support/configurations.ts';
import { flat, resourceNamed, resourcesOf } from './support/resources.ts';
import { stackOf, templateOf } from './support/synthesise.ts';

const template = templateOf({ operators: ['operator@example.org'] });
const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const alarms = Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).map(
  ({ Properties }) => Properties,
);
const entryOf = ({ AlarmDescription }: Readonly<Record<string, unknown>>) =>
  /docs\/runbook\.md#([a-z-]+)$/.exec(flat(AlarmDescription))?.[1] ?? '';
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
      'backfill-failed',
      'backfill-timed-out',
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
    '%s notifies the operators, with what to do',
    (entry, alarm) => {
      const operators = [{ Ref: expect.stringMatching(/^DeliveryOperators/) }];
      expect([alarm.AlarmActions, alarm.OKActions]).toEqual([operators, operators]);
      expect(alarm.AlarmName).toBe(`Test-${entry}`);
      const links = flat(alarm.AlarmDescription).match(/https:\/\/console\.aws\.amazon\.com\/\S+/g) ?? [];
      expect(links).toHaveLength(2);
      expect(links[0]).toContain(
        `states/home?region=AWS::Region#/statemachines/view/${entry.startsWith('backfill-') ? 'Backfill' : 'Pipeline'}Machine`,
      );
      expect(links[1]).toContain(
        'cloudwatch/home?region=AWS::Region#dashboards/dashboard/MonitoringDashboard',
      );
      const text = entryInRunbook(entry);
      for (const part of ['### Description', '### Investigation', '### Resolution'])
        expect(text).toContain(part);
    },
  );

  it('link to the runbook where it can be read', () => {
    const linked = templateOf({ runbook: 'https://wiki.example.org/briefing' });
    for (const { Properties } of Object.values(resourcesOf(linked, 'AWS::CloudWatch::Alarm')))
      expect(flat(Properties.AlarmDescription)).toMatch(/https:\/\/wiki\.example\.org\/briefing#[a-z-]+$/);
  });

  it('warn at synthesis exactly when there is no subscriber', () => {
    const warned = Match.stringLikeRegexp('reach nobody');
    Annotations.fromStack(stackOf()).hasWarning('*', warned);
    Annotations.fromStack(stackOf({ operators: ['operator@example.org'] })).hasNoWarning('*', warned);
  });

  it('reach an operator by mail', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operator@example.org',
    });
  });

  it('ring by 21:00 for an evening that failed: an hour without data is breaching', () => {
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

  // What the runbook says of each: any failure, from ten stale series, from 30 s, from 80 per cent.
  it.each([
    ['run-failed', 1],
    ['run-timed-out', 1],
    ['backfill-failed', 1],
    ['backfill-timed-out', 1],
    ['start-failed', 1],
    ['data-stale', 10],
    ['render-slow', 30_000],
    ['temporary-folder-full', 80],
  ])('%s begins at %i within one period, and ends without data', (entry, threshold) => {
    expect(alarmOf(entry)).toMatchObject({
      Threshold: threshold,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
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

  it('of all others treat missing data as not breaching', () => {
    for (const alarm of alarms.filter((one) => entryOf(one) !== 'no-briefing'))
      expect([alarm.TreatMissingData, alarm.ComparisonOperator]).toEqual([
        'notBreaching',
        'GreaterThanOrEqualToThreshold',
      ]);
  });

  it.each([
    ['backfill-failed', 'ExecutionsFailed'],
    ['backfill-timed-out', 'ExecutionsTimedOut'],
  ])('%s counts the backfill', (entry, metric) => {
    expect(alarmOf(entry)).toMatchObject({ MetricName: metric, Threshold: 1 });
    expect(flat(alarmOf(entry))).toContain('BackfillMachine');
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

  it('have one dashboard', () => {
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

describe.each(configurations)('every alarm, with %s', (_, briefing) => {
  it('notifies at its begin and its end, or synthesis warns', () => {
    const stack = stackOf(briefing);
    const of = Template.fromStack(stack);
    const subscribed = new Set(
      Object.values(resourcesOf(of, 'AWS::SNS::Subscription')).map(({ Properties }) =>
        flat(Properties.TopicArn),
      ),
    );
    const all = Object.values(resourcesOf(of, 'AWS::CloudWatch::Alarm'));
    expect(all.length).toBeGreaterThan(8);
    const unheard = all.filter(({ Properties: { AlarmActions = [], OKActions = [] } }) =>
      [AlarmActions, OKActions].some(
        (actions) => ![actions].flat().some((topic) => subscribed.has(flat(topic))),
      ),
    );
    const warned = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('reach nobody'));
    expect(warned).toHaveLength(unheard.length > 0 ? 1 : 0);
    expect([0, all.length]).toContain(unheard.length);
  });
});

describe('mail that comes back', () => {
  const mailed = templateOf({ sender: 'desk@example.org', recipients: ['a@example.org'] });
  const variables = (of: typeof mailed) =>
    (
      resourceNamed(of, 'AWS::Lambda::Function', 'Functionsdeliver').Properties.Environment as {
        Variables: Record<string, unknown>;
      }
    ).Variables;

  it('reaches the operators: every message has the configuration set that reports it', () => {
    const [[id] = []] = Object.entries(resourcesOf(mailed, 'AWS::SES::ConfigurationSet'));
    expect(variables(mailed).BRIEFING_CONFIGURATION_SET).toEqual({ Ref: id });
    mailed.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      ConfigurationSetName: { Ref: id },
      EventDestination: {
        Enabled: true,
        // Never OPEN or CLICK: they put a picture and other links into the mail, to watch its readers.
        MatchingEventTypes: ['bounce', 'complaint', 'reject', 'deliveryDelay', 'renderingFailure'],
        EventBridgeDestination: { EventBusArn: Match.anyValue() },
      },
    });
    expect(flat(resourcesOf(mailed, 'AWS::SES::ConfigurationSetEventDestination'))).toContain(
      'event-bus/default',
    );
    // The id under which older stacks have it: under another one its name would be taken.
    expect(id).toMatch(/^DeliveryMail[0-9A-F]{8}$/);
    expect(resourcesOf(mailed, 'AWS::SES::ConfigurationSet')[id ?? '']?.Properties).toMatchObject({
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });

  it.each([
    ['Email Bounced', 'bounce.bouncedRecipients[0].diagnosticCode'],
    ['Email Complaint Received', 'complaint.complaintFeedbackType'],
    ['Email Rejected', 'reject.reason'],
    ['Email Delivery Delayed', 'deliveryDelay.expirationTime'],
    ['Email Rendering Failed', 'failure.errorMessage'],
  ])('%s is a sentence with its mail, reader, reason and where to look', (name, reason) => {
    const [set = ''] = Object.keys(resourcesOf(mailed, 'AWS::SES::ConfigurationSet'));
    const rules = Object.values(resourcesOf(mailed, 'AWS::Events::Rule')).filter(
      ({ Properties: { EventPattern } }) => flat(EventPattern).includes(name),
    );
    expect(rules).toHaveLength(1);
    const { EventPattern, Targets, State } = rules[0]?.Properties ?? {};
    expect(State).toBe('ENABLED');
    expect(EventPattern).toEqual({
      source: ['aws.ses'],
      'detail-type': [name],
      detail: { mail: { tags: { 'ses:configuration-set': [{ Ref: set }] } } },
    });
    const [target = {}, ...others] = Targets as Record<string, unknown>[];
    expect(others).toEqual([]);
    expect(flat(target.Arn)).toContain('DeliveryOperators');
    const { InputPathsMap, InputTemplate } = target.InputTransformer as {
      InputPathsMap: Record<string, string>;
      InputTemplate: string;
    };
    const paths = Object.values(InputPathsMap);
    for (const path of ['mail.commonHeaders.subject', 'mail.destination', reason])
      expect(paths).toContain(`$.detail.${path}`);
    // EventBridge sends a JSON string, and replaces a name between angle brackets by that field.
    expect(JSON.parse(InputTemplate)).toMatch(/^The mail <[^>]+> to <[^>]+> .*runbook\.md#mail-returned$/);
    for (const [, named = ''] of InputTemplate.matchAll(/<([^>]+)>/g))
      expect(InputPathsMap).toHaveProperty([named]);
  });

  it('may be sent: each rule has a role that publishes to the operators’ topic', () => {
    const roles = Object.values(resourcesOf(mailed, 'AWS::Events::Rule')).flatMap(
      ({ Properties: { Targets } }) =>
        (Targets as { RoleArn: unknown }[]).map(({ RoleArn }) => flat(RoleArn)),
    );
    expect(roles).toHaveLength(5);
    mailed.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sns:Publish',
            Resource: { Ref: Match.stringLikeRegexp('^DeliveryOperators') },
          },
        ],
      },
      Roles: [{ Ref: Match.stringLikeRegexp('^DeliveryReturned') }],
    });
  });

  it('goes by the owner’s set instead where one is named, and no set is made without mail', () => {
    const own = templateOf({ sender: 'desk@example.org', configurationSet: 'corporate' });
    expect(variables(own).BRIEFING_CONFIGURATION_SET).toBeUndefined();
    expect(JSON.parse(String(variables(own).BRIEFING_CONFIG)).configurationSet).toBe('corporate');
    own.resourceCountIs('AWS::SES::ConfigurationSet', 0);
    template.resourceCountIs('AWS::SES::ConfigurationSet', 0);
  });
});
