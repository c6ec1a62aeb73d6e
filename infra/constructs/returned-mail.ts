import { Stack } from 'aws-cdk-lib';
import { EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import {
  ConfigurationSet,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** An event of SES, by its name in EventBridge, and the sentence that the operators get about it. */
interface Watched {
  readonly event: EmailSendingEvent;
  readonly name: string;
  /** @param mail the message in words */
  readonly words: (mail: string) => string;
}

const field = (path: string) => EventField.fromPath(`$.detail.${path}`);

/** What can become of a message after SES took it. Opened and clicked are never asked for: that tracks readers. */
const watched: readonly Watched[] = [
  {
    event: EmailSendingEvent.BOUNCE,
    name: 'Email Bounced',
    words: (mail) =>
      `${mail} came back (${field('bounce.bounceType')}, ${field('bounce.bounceSubType')}): ${field('bounce.bouncedRecipients[0].diagnosticCode')}`,
  },
  {
    event: EmailSendingEvent.COMPLAINT,
    name: 'Email Complaint Received',
    words: (mail) =>
      `${mail} was marked as unwanted by its reader (${field('complaint.complaintFeedbackType')})`,
  },
  {
    event: EmailSendingEvent.REJECT,
    name: 'Email Rejected',
    words: (mail) => `${mail} was not sent by SES: ${field('reject.reason')}`,
  },
  {
    event: EmailSendingEvent.DELIVERY_DELAY,
    name: 'Email Delivery Delayed',
    words: (mail) =>
      `${mail} has not arrived yet (${field('deliveryDelay.delayType')}); SES tries until ${field('deliveryDelay.expirationTime')}`,
  },
  {
    event: EmailSendingEvent.RENDERING_FAILURE,
    name: 'Email Rendering Failed',
    words: (mail) => `${mail} could not be made by SES: ${field('failure.errorMessage')}`,
  },
];

const mail = `The mail ${field('mail.commonHeaders.subject')} to ${field('mail.destination')}`;

/**
 * A configuration set by which the operators hear, in a sentence each, of mail that came back, was complained of, was
 * refused or is late. SES accepts a message to an address on its suppression list, too, and reports it as returned.
 */
export class ReturnedMail extends Construct {
  /** Name of the configuration set, to send with. */
  readonly configurationSet: string;

  /** @param runbook where the runbook can be read */
  constructor(scope: Construct, id: string, operators: Topic, runbook: string) {
    super(scope, id);
    // Its place in the tree is its identity: another one would be made beside the old, whose name is taken.
    const set = new ConfigurationSet(scope, 'Mail', {
      configurationSetName: Stack.of(this).stackName,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSet = set.configurationSetName;
    set.addEventDestination('Events', {
      // SES publishes to the default bus only.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: watched.map(({ event }) => event),
    });
    for (const { name, words } of watched) {
      new Rule(this, name.replaceAll(' ', ''), {
        description: `Tells the operators: ${name}`,
        eventPattern: {
          source: ['aws.ses'],
          detailType: [name],
          detail: { mail: { tags: { 'ses:configuration-set': [this.configurationSet] } } },
        },
        targets: [
          new SnsTopic(operators, {
            authorizeUsingRole: true,
            message: RuleTargetInput.fromText(`${words(mail)}. What to do: ${runbook}#mail-returned`),
          }),
        ],
      });
    }
  }
}
