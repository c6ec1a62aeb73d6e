import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { composeMail, correctionTo, type MailSettings } from './compose.ts';
import { asNotSent, composed, type Notifier } from './notifier.ts';

export interface MailOptions extends MailSettings {
  /** One that asks once only: its own repetitions could send twice. */
  readonly client: SESv2Client;
  readonly recipients: readonly string[];
  /** The client's region: it is part of the message ids that SES gives. */
  readonly region: string;
  /** By which SES reports bounces and complaints; undefined for the identity's own. */
  readonly configurationSet?: string | undefined;
}

/** Mail by SES, a message a reader, as the bytes that `composeMail` makes: what was tested is what is sent. */
export function mailNotifier({
  client,
  recipients,
  region,
  configurationSet,
  ...settings
}: MailOptions): Notifier {
  return {
    channel: 'mail',
    readers: [...new Set(recipients)],
    messageIdOf: (name) => `<${name}@${region === 'us-east-1' ? 'email' : region}.amazonses.com>`,
    saysTheSame: (now, earlier) => correctionTo(now, earlier) === null,
    async send(dispatch, reader) {
      const { bytes } = await composed(() => composeMail(dispatch, reader, settings));
      try {
        const sent = await client.send(
          new SendEmailCommand({
            FromEmailAddress: settings.sender,
            ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
            Destination: { ToAddresses: [reader] },
            Content: { Raw: { Data: bytes } },
          }),
        );
        return sent.MessageId ?? 'unnamed';
      } catch (error) {
        throw asNotSent(error);
      }
    },
  };
}
