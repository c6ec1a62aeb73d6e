import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../lambda/report/plain-text.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { answer, WebhookServer } from '../support/webhook-server.ts';
import { listed } from './support/account.ts';
import { type Deployment, deployed } from './support/deployment.ts';
import { Functions } from './support/functions.ts';
import { askByTarget } from './support/service-call.ts';
import { TopicListener } from './support/topic-listener.ts';

const session = '2025-12-31';
const evening = '2025-12-31T22:50:00Z';
const final = '2026-01-01T01:20:00Z';
const tokens = { slack: 'T0AAAAAAA-B0BBBBBBB-abcdefghij', teams: 'sig-klmnopqrstuvwxyz0123456789' };

/** The emulator asks 127.0.0.1 without TLS, whatever was asked for. */
const server = new WebhookServer('127.0.0.2');
let on: Deployment;
let topic: TopicListener;
/** What was answered by the state machine: its history is open to more people than the secret. */
const outputs: string[] = [];

beforeAll(async () => {
  await server.start();
  on = await deployed(session, evening, {
    'briefing.chat': JSON.stringify({
      slack: 'ssm:/briefing/slack',
      teams: 'secretsmanager:briefing/teams',
      hosts: [server.host],
    }),
  });
  await askByTarget(on.emulator, 'ssm', 'AmazonSSM.PutParameter', {
    Name: '/briefing/slack',
    Type: 'SecureString',
    Value: `https://${server.host}/services/${tokens.slack}`,
  });
  await askByTarget(on.emulator, 'secretsmanager', 'secretsmanager.CreateSecret', {
    Name: 'briefing/teams',
    SecretString: `https://${server.host}/workflows/1?sig=${tokens.teams}`,
  });
  const certificate = join(on.folder, 'webhooks.pem');
  writeFileSync(certificate, server.ca);
  const deliver = await on.states.functionOf(on.machines.run, 'Deliver');
  await new Functions(on.emulator).configure(deliver, { NODE_EXTRA_CA_CERTS: certificate });
  const readers = (await listed(on.emulator)).find((name) => /^topic .*reader/i.test(name)) ?? '';
  topic = await TopicListener.on(on.emulator, readers.replace('topic ', ''));
}, 600_000);

afterAll(async () => {
  await on?.stop();
  await server.stop();
});

async function run(now: string) {
  const execution = await on.states.run(on.machines.run, { session, now });
  outputs.push(`${execution.output} ${execution.cause}`);
  console.log(execution.cause);
  return execution;
}

const reportOf = async (revision: number) =>
  (await on.bucket.json(`reports/${session}/r${revision}/report.json`)) as Report;

/** Texts of a message, whatever its form. */
const textsOf = (body: string): string =>
  [...body.matchAll(/"text":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) => JSON.parse(text)).join('\n');

const receiptStates = async (revision: number) =>
  Promise.all(
    (await on.bucket.keys(`receipts/delivery/${session}/r${revision}/`)).map(
      async (key) => ((await on.bucket.json(key)) as { state: string }).state,
    ),
  );

/** One after the other: what a channel hears depends on what it heard before. */
describe('chat and topic of the deployed stack', () => {
  it('hear of a briefing, each once, though one of them refuses at first', async () => {
    server.answers = [answer(404, 'no_service')];
    expect((await run(evening)).status).toBe('SUCCEEDED');
    const [slack, teams] = [`/services/${tokens.slack}`, `/workflows/1?sig=${tokens.teams}`];
    // The step is repeated for the one that refused; the other gets no second message.
    expect(server.asked.map(({ path }) => path)).toEqual([slack, teams, slack]);
    const { front } = await reportOf(1);
    expect(textsOf(server.asked[0]?.body ?? '')).toContain(plainText(front.verdict).slice(0, 60));
    expect(await receiptStates(1)).toEqual(['sent', 'sent', 'sent']);
    const heard = await topic.heard();
    expect(heard.map(({ MessageAttributes: { kind, revision } }) => [kind?.Value, revision?.Value])).toEqual([
      ['first', '1'],
    ]);
  }, 240_000);

  it('hear nothing of a run that publishes nothing new', async () => {
    server.asked = [];
    expect((await run(evening)).status).toBe('SUCCEEDED');
    expect(server.asked).toEqual([]);
    expect(await topic.heard()).toEqual([]);
  }, 120_000);

  it('hear of a correction, which says first what was and what is', async () => {
    on.provider.world.now = final;
    const close = on.provider.world.market.get('TNA')?.close;
    if (close == null) throw new Error('the world has no TNA');
    close[close.length - 1] = (close.at(-1) ?? 0) * 1.001;
    on.provider.forget();
    expect((await run(final)).status).toBe('SUCCEEDED');
    expect(server.asked).toHaveLength(2);
    for (const { body } of server.asked)
      expect(textsOf(body)).toMatch(
        /CORRECTED: revision 2 replaces the message of [^\n]+\.[\s\S]*TNA: \d+\.\d\d → \d+\.\d\d/,
      );
    const [heard] = await topic.heard();
    expect(heard?.MessageAttributes).toMatchObject({
      kind: { Value: 'correction' },
      revision: { Value: '2' },
    });
  }, 240_000);

  it('leave the addresses of the webhooks in no receipt, answer or log', async () => {
    const receipts = await Promise.all(
      (await on.bucket.keys('receipts/')).map(
        async (key) => `${key}${Buffer.from(await on.bucket.read(key))}`,
      ),
    );
    const log = readFileSync(join(import.meta.dirname, '../../dist/emulator.log'), 'utf8');
    for (const token of Object.values(tokens))
      for (const text of [...receipts, ...outputs, log]) expect(text.includes(token)).toBe(false);
  });
});
