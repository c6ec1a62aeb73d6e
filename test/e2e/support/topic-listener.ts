import type { Emulator } from './emulator.ts';
import { askByQuery } from './service-call.ts';

/** What a topic sent, as a queue that subscribes to it gets it. */
export interface Heard {
  readonly Subject: string;
  readonly Message: string;
  readonly MessageAttributes: Readonly<Record<string, { readonly Value: string }>>;
}

/** A queue that hears a topic. */
export class TopicListener {
  readonly #emulator: Emulator;
  readonly #queue: string;

  private constructor(emulator: Emulator, queue: string) {
    this.#emulator = emulator;
    this.#queue = queue;
  }

  static async on(emulator: Emulator, topic: string): Promise<TopicListener> {
    const made = await askByQuery(emulator, 'sqs', { Action: 'CreateQueue', QueueName: 'listener' });
    const queue = /<QueueUrl>([^<]+)</.exec(made)?.[1] ?? '';
    const arn = `arn:aws:sqs:us-east-1:${topic.split(':')[4]}:listener`;
    await askByQuery(emulator, 'sns', {
      Action: 'Subscribe',
      TopicArn: topic,
      Protocol: 'sqs',
      Endpoint: arn,
    });
    return new TopicListener(emulator, queue);
  }

  /** Everything that came since it was asked last. */
  async heard(): Promise<readonly Heard[]> {
    const answer = await askByQuery(this.#emulator, 'sqs', {
      Action: 'ReceiveMessage',
      QueueUrl: this.#queue,
      MaxNumberOfMessages: '10',
      VisibilityTimeout: '3600',
    });
    return [...answer.matchAll(/<Body>([^<]*)<\/Body>/g)].map(([, body = '']) =>
      JSON.parse(
        body
          .replaceAll('&quot;', '"')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&'),
      ),
    );
  }
}
