import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { files } from '../archive-layout.ts';
import { plainText } from '../report/plain-text.ts';

import { asNotSent, composed, type Notifier } from './notifier.ts';
import { shortText } from './short-text.ts';

export interface TopicOptions {
  /** One that asks once only. */
  readonly client: SNSClient;
  readonly topic: string;
}

/** SNS takes at most a hundred characters, and plain ones. */
function subjectOf(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '-').slice(0, 100);
}

/** A topic to which every revision of every briefing is sent, in a few words, and the facts for machines as attributes. */
export function topicNotifier({ client, topic }: TopicOptions): Notifier {
  return {
    channel: 'topic',
    readers: [topic],
    async send({ report, manifest, earlier }, reader) {
      const { subject, text } = await composed(() => shortText(report));
      const fact = (value: string) => ({ DataType: 'String', StringValue: value });
      try {
        const sent = await client.send(
          new PublishCommand({
            TopicArn: reader,
            Subject: subjectOf(subject),
            Message: text,
            MessageAttributes: {
              session: fact(report.session),
              revision: fact(String(report.revision)),
              verdict: fact(plainText(report.front.verdict)),
              kind: fact(earlier === null ? 'first' : 'correction'),
              incomplete: fact(String(report.marks.incomplete)),
              simulated: fact(String(report.marks.simulated)),
              sha256: fact(manifest.files[files.report]?.sha256 ?? 'none'),
            },
          }),
        );
        return sent.MessageId ?? 'unnamed';
      } catch (error) {
        throw asNotSent(error);
      }
    },
  };
}
