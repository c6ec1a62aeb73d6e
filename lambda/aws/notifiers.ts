import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { chatNotifier } from '../delivery/chat/notifier.ts';
import type { MailSettings } from '../delivery/compose.ts';
import type { Notifier } from '../delivery/notifier.ts';
import { mailNotifier } from '../delivery/ses.ts';
import { topicNotifier } from '../delivery/sns.ts';
import { askingOnce } from './client-defaults.ts';
import { readSecret } from './secrets.ts';
import type { Deployed } from './settings.ts';
import { secretStores } from './stores.ts';

export type NotifiersOf = (deployed: Deployed) => readonly Notifier[];

/** Mail and topic, as far as they are configured. */
export function awsNotifiers({ config, topic, ...deployed }: Deployed): Notifier[] {
  const { sender, recipients } = config;
  const configurationSet = config.configurationSet ?? deployed.configurationSet;
  const mail =
    sender === undefined || recipients.length === 0
      ? []
      : [
          mailNotifier({
            client: new SESv2Client(askingOnce),
            region: process.env.AWS_REGION ?? '',
            sender,
            recipients,
            when: config.mail.when,
            contactList: config.mail.contactList ?? null,
            configurationSet,
            ...addressesOf(config),
          }),
        ];
  const topics = topic === undefined ? [] : [topicNotifier({ client: new SNSClient(askingOnce), topic })];
  return [...mail, ...topics, ...chatNotifiers(config)];
}

/** A channel for each webhook that is configured. Its address is read when there is something to post. */
function chatNotifiers({ chat, site }: Deployed['config']): Notifier[] {
  return (['slack', 'teams'] as const).flatMap((service) => {
    const secret = chat[service];
    if (secret === undefined) return [];
    const address = () => readSecret(service, secret, secretStores());
    return [chatNotifier({ service, secret, address, site: site ?? null, hosts: chat.hosts })];
  });
}

/** Where answers go, and who wants no more: to the contact where it has a mail address, otherwise to the sender. */
function addressesOf({
  contact,
  sender,
  site,
}: Deployed['config']): Pick<MailSettings, 'replyTo' | 'site' | 'unsubscribe'> {
  const [owner] = contact?.match(/[^\s<>()]+@[^\s<>()]+/) ?? [];
  return {
    replyTo: owner ?? null,
    site: site ?? null,
    unsubscribe: `mailto:${owner ?? sender}?subject=unsubscribe`,
  };
}
