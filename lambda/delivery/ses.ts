import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mailOf } from './mail.ts';
import { asNotSent, type Notifier } from './notifier.ts';

/** SES takes no more a message, after it was encoded for the wire. */
const mostBytes = 38_000_000;

export interface MailOptions {
  /** One that asks once only: its own repetitions could send twice. */
  readonly client: SESv2Client;
  readonly sender: string;
  readonly recipients: readonly string[];
  /** By which SES reports bounces and complaints; undefined for the identity's own. */
  readonly configurationSet?: string | undefined;
}

/** Mail by SES: a message a reader, the PDF attached. */
export function mailNotifier({ client, sender, recipients, configurationSet }: MailOptions): Notifier {
  return {
    channel: 'mail',
    attaches: true,
    readers: [...new Set(recipients)],
    async send({ report, pdf }, reader) {
      const attached = pdf !== null && pdf.length * 1.4 < mostBytes ? pdf : null;
      const { subject, text, html, attachment } = mailOf(report, attached !== null);
      const content = {
        Simple: {
          Subject: { Data: subject, Charset: 'UTF-8' },
          Body: { Text: { Data: text, Charset: 'UTF-8' }, Html: { Data: html, Charset: 'UTF-8' } },
          ...(attached === null
            ? {}
            : {
                Attachments: [
                  {
                    FileName: attachment,
                    ContentType: 'application/pdf',
                    ContentDisposition: 'ATTACHMENT' as const,
                    // The service's default is 7bit, which breaks every byte above 127.
                    ContentTransferEncoding: 'BASE64' as const,
                    RawContent: attached,
                  },
                ],
              }),
        },
      };
      try {
        const sent = await client.send(
          new SendEmailCommand({
            FromEmailAddress: sender,
            ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
            Destination: { ToAddresses: [reader] },
            Content: content,
          }),
        );
        return sent.MessageId ?? 'unnamed';
      } catch (error) {
        throw asNotSent(error);
      }
    },
  };
}
