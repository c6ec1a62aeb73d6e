import type { SESv2Client, SendEmailCommand, SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { type MailOptions, mailNotifier } from '../../../lambda/delivery/ses.ts';
import { dispatchOf, mailSettings } from '../../support/mail.ts';
import { sampleReport } from '../../support/sample-report.ts';

const pdf = Buffer.from('%PDF-1.7 /Type /Page');

/** The channel, and what its service was asked. */
function channel(more: Partial<MailOptions> = {}, answer: () => object = () => ({ MessageId: 'id-1' })) {
  const asked: SendEmailCommandInput[] = [];
  const send = async ({ input }: SendEmailCommand) => {
    asked.push(input);
    return answer();
  };
  const client = { send } as unknown as SESv2Client;
  const recipients = ['ann@example.org', { address: 'bob@example.org', pdf: 'none', html: false }] as const;
  return {
    asked,
    notifier: mailNotifier({ client, region: 'eu-west-1', recipients, ...mailSettings, ...more }),
  };
}

describe('mail by SES', () => {
  it('is one message a reader, each as the reader wants it', async () => {
    const { asked, notifier } = channel();
    expect(notifier.readers).toEqual(['ann@example.org', 'bob@example.org']);
    for (const reader of notifier.readers)
      expect(await notifier.send(dispatchOf(sampleReport(), { pdf }), reader)).toBe('id-1');
    expect(asked.map(({ FromEmailAddress: from, Destination: to }) => [from, to])).toEqual([
      ['desk@example.org', { ToAddresses: ['ann@example.org'] }],
      ['desk@example.org', { ToAddresses: ['bob@example.org'] }],
    ]);
    const mails = await Promise.all(asked.map(({ Content: of }) => PostalMime.parse(of!.Raw!.Data!)));
    expect(mails.map(({ attachments, html }) => [attachments.length, html !== undefined])).toEqual([
      [1, true],
      [0, false],
    ]);
  });

  it('names a configuration set where there is one', async () => {
    for (const set of [undefined, 'briefing']) {
      const { asked, notifier } = channel({ configurationSet: set });
      await notifier.send(dispatchOf(sampleReport()), 'ann@example.org');
      expect(asked[0]).toHaveProperty('Destination');
      expect(asked[0]?.ConfigurationSetName).toBe(set);
      expect('ConfigurationSetName' in asked[0]!).toBe(set !== undefined);
    }
  });

  it('has message ids as SES makes them, by region', () => {
    expect(channel().notifier.messageIdOf?.('id-1')).toBe('<id-1@eu-west-1.amazonses.com>');
    expect(channel({ region: 'us-east-1' }).notifier.messageIdOf?.('id-1')).toBe(
      '<id-1@email.amazonses.com>',
    );
  });

  it('says the same only where nothing that is printed differs', () => {
    const earlier = { report: sampleReport(), sentAt: '2026-01-01T01:20:00.000Z', messageId: null };
    const { notifier } = channel();
    const report = sampleReport();
    const score = { ...report.figures['rotation.score']!, value: 17 };
    expect(notifier.saysRevised).toBe(true);
    expect(notifier.saysTheSame?.({ ...report, revision: 2 }, earlier)).toBe(true);
    const changed = { ...report, revision: 2, figures: { ...report.figures, 'rotation.score': score } };
    expect(notifier.saysTheSame?.(changed, earlier)).toBe(false);
  });

  it('that is refused was not sent, and a message without a name is unnamed', async () => {
    const refused = Object.assign(new Error('no'), {
      name: 'MessageRejected',
      $metadata: { httpStatusCode: 400 },
    });
    const { notifier } = channel({}, () => {
      throw refused;
    });
    await expect(notifier.send(dispatchOf(sampleReport()), 'ann@example.org')).rejects.toMatchObject({
      name: 'NotSent',
      message: 'MessageRejected: no',
    });
    const unnamed = channel({}, () => ({}));
    expect(await unnamed.notifier.send(dispatchOf(sampleReport()), 'ann@example.org')).toBe('unnamed');
  });
});
