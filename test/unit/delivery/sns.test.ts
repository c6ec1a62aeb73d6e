import type { PublishCommand, PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';
import { expect, it } from 'vitest';
import { topicNotifier } from '../../../lambda/delivery/sns.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { dispatchOf } from '../../support/mail.ts';
import { sampleReport } from '../../support/sample-report.ts';

const topic = 'arn:aws:sns:us-east-1:111122223333:briefing';

/** What the topic was sent about a report. */
async function sentOf(report: Report, more: Parameters<typeof dispatchOf>[1] = {}, id?: string) {
  const inputs: PublishCommandInput[] = [];
  const client = {
    send: async ({ input }: PublishCommand) => {
      inputs.push(input);
      return { MessageId: id };
    },
  } as unknown as SNSClient;
  const name = await topicNotifier({ client, topic }).send(dispatchOf(report, more), topic);
  const facts = Object.entries(inputs[0]?.MessageAttributes ?? {});
  return {
    name,
    input: inputs[0],
    facts: Object.fromEntries(facts.map(([key, { StringValue }]) => [key, StringValue])),
  };
}

it('a topic is sent a few words, and the facts for machines as attributes', async () => {
  const report = sampleReport();
  const { name, input, facts } = await sentOf(report, {}, 'id-1');
  expect(name).toBe('id-1');
  expect(input).toMatchObject({
    TopicArn: topic,
    Message: expect.stringContaining('Information, not advice.'),
  });
  expect(facts).toMatchObject({ session: '2025-12-31', revision: '1', kind: 'first', incomplete: 'false' });
  expect(facts.simulated).toBe(String(report.marks.simulated));
  expect(facts.sha256).toMatch(/^[0-9a-f]{64}$/);
});

it('a correction says that it is one', async () => {
  const earlier = { report: sampleReport(), sentAt: '2026-01-01T01:20:00.000Z', messageId: null };
  expect((await sentOf({ ...sampleReport(), revision: 2 }, { earlier })).facts).toMatchObject({
    kind: 'correction',
    revision: '2',
  });
});

it('a subject is as SNS takes it: at most a hundred characters, and plain ones', async () => {
  const report = sampleReport();
  const edition = { ...report.edition, title: `Größe\n${'x'.repeat(200)}` };
  const { input } = await sentOf({ ...report, edition });
  expect(input?.Subject).toMatch(/^[\x20-\x7e]{100}$/);
  expect(input?.Subject).toContain('Gr--e-xxx');
});

it('a message without a name is unnamed, and a refusal says that nothing was sent', async () => {
  expect((await sentOf(sampleReport())).name).toBe('unnamed');
  const refused = Object.assign(new Error('no'), { name: 'Throttled', $metadata: { httpStatusCode: 429 } });
  const client = { send: () => Promise.reject(refused) } as unknown as SNSClient;
  await expect(
    topicNotifier({ client, topic }).send(dispatchOf(sampleReport()), topic),
  ).rejects.toMatchObject({
    name: 'NotSent',
    message: 'Throttled: no',
  });
});
