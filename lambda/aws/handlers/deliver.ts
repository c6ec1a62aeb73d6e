import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import type { Notifier } from '../../delivery/notifier.ts';
import { mailNotifier } from '../../delivery/ses.ts';
import { topicNotifier } from '../../delivery/sns.ts';
import { clockAt } from '../../runtime/clock.ts';
import { deliver } from '../../steps/deliver.ts';
import { askingOnce } from '../clients.ts';
import { lambda, type Room } from '../lambda.ts';
import { deliverEvent } from './events.ts';

/**
 * A published revision to everybody who is configured, unless the run is to tell nobody. With nobody configured nothing
 * is sent and nothing fails.
 */
export const handler = lambda('deliver', deliverEvent, async (event, room) => {
  const of = { session: event.plan.session, revision: event.publish.revision };
  const clock = clockAt(undefined);
  const delivered = await deliver(of, {
    archive: room.archive,
    notifiers: event.tell === false ? [] : notifiersOf(room),
    clock,
  });
  room.measure('mailSent', delivered.sent);
  return delivered;
});

function notifiersOf({ config, deployed }: Room): Notifier[] {
  const { sender, recipients } = config;
  const configurationSet = config.configurationSet ?? deployed.configurationSet;
  const mail =
    sender === undefined || recipients.length === 0
      ? []
      : [mailNotifier({ client: new SESv2Client(askingOnce), sender, recipients, configurationSet })];
  const { topic } = deployed;
  const told = topic === undefined ? [] : [topicNotifier({ client: new SNSClient(askingOnce), topic })];
  return [...mail, ...told];
}
