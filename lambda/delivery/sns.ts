import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { plain } from '../briefing/words/sentence.ts';
import { mailOf } from './mail.ts';
import { asNotSent, type Notifier } from './notifier.ts';

export interface TopicOptions {
  /** One that asks once only. */
  readonly client: SNSClient;
  readonly topic: string;
}

/** SNS takes at most a hundred characters, and plain ones. */
function subjectOf(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '-').slice(0, 100);
}

/** A topic that hears of every briefing: the words of the mail, and the facts for machines as attributes. */
export function topicNotifier({ client, topic }: TopicOptions): Notifier {
  return {
    channel: 'topic',
    readers: [topic],
    async send({ report }, reader) {
      const { subject, text } = mailOf(report, false);
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
              verdict: fact(plain(report.front.verdict)),
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
