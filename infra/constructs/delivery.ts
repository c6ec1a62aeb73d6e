import { Annotations, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { environment } from '../../lambda/archive-layout.ts';
import type { BriefingConfig } from '../../lambda/config.ts';
import { editionOf } from '../../lambda/editions/index.ts';
import { acknowledgeWildcard } from '../acknowledge.ts';
import { ReturnedMail } from './returned-mail.ts';
import type { StepLambda } from './step-lambda.ts';

/** How readers and operators hear: a topic each, and mail once a sender is configured. */
export class Delivery extends Construct {
  /** Hears of every published revision. */
  readonly readers: Topic;
  /** Hears of alarms. */
  readonly operators: Topic;

  constructor(scope: Construct, id: string, config: BriefingConfig, deliver: StepLambda) {
    super(scope, id);
    const displayName = `${editionOf(config.edition).id} briefing`;
    this.readers = new Topic(this, 'Readers', { displayName, enforceSSL: true });
    this.operators = new Topic(this, 'Operators', { displayName: 'Briefing alarms', enforceSSL: true });
    this.operators.addToResourcePolicy(mayPublish('cloudwatch.amazonaws.com', this.operators));
    for (const address of config.operators) this.operators.addSubscription(new EmailSubscription(address));

    if (config.operators.length === 0)
      Annotations.of(this).addWarningV2('smallcap-briefing:unheard-alarms', unheard);

    this.readers.grantPublish(deliver);
    deliver.addEnvironment(environment.topic, this.readers.topicArn);
    if (config.sender !== undefined) {
      deliver.addToRolePolicy(mailAs(config.sender, Stack.of(this)));
      if (config.configurationSet === undefined) {
        const { configurationSet } = new ReturnedMail(
          this,
          'Returned',
          this.operators,
          config.runbook ?? 'docs/runbook.md',
        );
        deliver.addEnvironment(environment.configurationSet, configurationSet);
      }
      for (const resource of ['identity', 'configuration-set'])
        acknowledgeWildcard(
          deliver.ownRole,
          `arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:${resource}/*`,
          'SES checks identities and configuration sets that depend on the account; the sender is bound by a condition.',
        );
    }
  }
}

const unheard =
  'briefing.operators is empty: alarms and returned mail reach nobody. Name who is to hear of them, or subscribe to the topic of operators yourself.';

/** A topic with a policy of its own has no longer the one by which services of the same account may publish. */
function mayPublish(service: string, topic: Topic): PolicyStatement {
  return new PolicyStatement({
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    principals: [new ServicePrincipal(service)],
    conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(topic).account } },
  });
}

/**
 * Mail from the configured sender only. Which identities SES checks depends on the account: the address, its domain or
 * one above it, each recipient while the account is in the sandbox, and the configuration set of any of them. So the
 * sender is what is bound, and in any case of letters.
 */
function mailAs(sender: string, stack: Stack): PolicyStatement {
  const any = (resource: string) => stack.formatArn({ service: 'ses', resource, resourceName: '*' });
  return new PolicyStatement({
    actions: ['ses:SendEmail', 'ses:SendRawEmail'],
    resources: [any('identity'), any('configuration-set')],
    conditions: { StringEqualsIgnoreCase: { 'ses:FromAddress': sender } },
  });
}
