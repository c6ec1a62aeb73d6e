import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { compareInstants, newYorkInstant } from '../calendar/new-york.ts';
import type { Recipient } from '../config.ts';
import { composeMail, correctionTo, type MailSettings } from './compose.ts';
import { asNotSent, composed, type Notifier } from './notifier.ts';

export interface MailOptions extends MailSettings {
  /** One that asks once only: its own repetitions could send twice. */
  readonly client: SESv2Client;
  readonly recipients: readonly Recipient[];
  /** `final`: no mail is sent before prices are final. */
  readonly when?: 'first' | 'final';
  /** The client's region: it is part of the message ids that SES gives. */
  readonly region: string;
  /** By which SES reports bounces and complaints; undefined for the identity's own. */
  readonly configurationSet?: string | undefined;
}

/** New York time from which the consolidated closes of a session are final. */
const pricesFinal = '20:15';

/** Mail by SES, a message a reader, as the bytes that `composeMail` makes: what was tested is what is sent. */
export function mailNotifier({
  client,
  recipients,
  region,
  configurationSet,
  when = 'first',
  ...settings
}: MailOptions): Notifier {
  const partsOf = new Map(
    recipients.map((one) => (typeof one === 'string' ? [one, undefined] : [one.address, one])),
  );
  return {
    channel: 'mail',
    readers: [...partsOf.keys()],
    isDue: (session, now) =>
      when === 'first' || compareInstants(now, newYorkInstant(session, pricesFinal)) >= 0,
    messageIdOf: (name) => `<${name}@${region === 'us-east-1' ? 'email' : region}.amazonses.com>`,
    saysRevised: true,
    saysTheSame: (now, earlier) => correctionTo(now, earlier) === null,
    async send(dispatch, reader) {
      const { bytes } = await composed(() => composeMail(dispatch, reader, settings, partsOf.get(reader)));
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
