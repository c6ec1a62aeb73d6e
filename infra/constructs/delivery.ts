import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { environment } from '../../lambda/contract.ts';
import type { BriefingConfig } from '../../lambda/contract-config.ts';
import type { StepFunction } from './step-function.ts';

/** How readers and operators hear: a topic each, and mail once a sender is configured. */
export class Delivery extends Construct {
  /** Hears of every published revision. */
  readonly readers: Topic;
  /** Hears of alarms. */
  readonly operators: Topic;

  constructor(scope: Construct, id: string, config: BriefingConfig, deliver: StepFunction) {
    super(scope, id);
    this.readers = new Topic(this, 'Readers', { displayName: 'Small-cap briefing', enforceSSL: true });
    this.operators = new Topic(this, 'Operators', { displayName: 'Briefing alarms', enforceSSL: true });
    this.operators.addToResourcePolicy(alarmsMayPublish(this.operators));
    for (const address of config.operators) this.operators.addSubscription(new EmailSubscription(address));

    this.readers.grantPublish(deliver);
    deliver.addEnvironment(environment.topic, this.readers.topicArn);
    if (config.sender !== undefined) deliver.addToRolePolicy(mailAs(config.sender, Stack.of(this)));
  }
}

/** A topic with a policy of its own has no longer the one by which alarms of the same account may publish. */
function alarmsMayPublish(topic: Topic): PolicyStatement {
  return new PolicyStatement({
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(topic).account } },
  });
}

/** One message at a time, from the configured sender only, be the address verified or its domain. */
function mailAs(sender: string, stack: Stack): PolicyStatement {
  const identity = (name: string) =>
    stack.formatArn({ service: 'ses', resource: 'identity', resourceName: name });
  return new PolicyStatement({
    actions: ['ses:SendEmail', 'ses:SendRawEmail'],
    resources: [identity(sender), identity(sender.slice(sender.lastIndexOf('@') + 1))],
    conditions: { StringEquals: { 'ses:FromAddress': sender } },
  });
}
