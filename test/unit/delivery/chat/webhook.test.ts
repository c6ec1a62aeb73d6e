import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chatServices } from '../../../../lambda/delivery/chat/services.ts';
import { postToWebhook } from '../../../../lambda/delivery/chat/webhook.ts';
import { MessageNotSent } from '../../../../lambda/delivery/notifier.ts';
import { ownCertificate } from '../../../support/certificate.ts';
import { answer, WebhookServer } from '../../../support/webhook-server.ts';

/** Its path alone is enough to post. */
const secret = 'T0AAAAAAA/B0BBBBBBB/abcdefghijklmnopqrstuvwx';

const server = new WebhookServer();

beforeAll(() => server.start());
beforeEach(() => {
  server.asked = [];
  server.answers = [];
});
afterAll(() => server.stop());

const post = (
  service: keyof typeof chatServices = 'slack',
  options: { patience?: number; ca?: string } = {},
) =>
  postToWebhook(
    `https://${server.host}/services/${secret}?sig=${secret}`,
    { text: 'hello' },
    {
      service: chatServices[service],
      hosts: [server.host],
      tls: { ca: options.ca ?? server.ca },
      patience: options.patience ?? 5_000,
    },
  );

/** The error of a post, of which not a trace is the address. */
async function failureOf(posting: Promise<string>): Promise<Error> {
  const error = await posting.then(
    (name) => {
      throw new Error(`was sent as ${name}`);
    },
    (thrown: Error) => thrown,
  );
  const everything = `${inspect(error, { depth: 10 })} ${error.stack} ${JSON.stringify(error)}`;
  for (const part of [...secret.split('/'), server.host, '127.0.0.1']) expect(everything).not.toContain(part);
  return error;
}

describe('a post to a webhook', () => {
  it('sends the message as JSON, once, and gives the name by which the service knows it', async () => {
    server.answers = [answer(200, 'ok', { 'x-slack-unique-id': 'aXb-1_2' })];
    expect(await post()).toBe('aXb-1_2');
    expect(server.asked).toEqual([{ path: `/services/${secret}?sig=${secret}`, body: '{"text":"hello"}' }]);
    server.answers = [answer(202)];
    expect(await post('teams')).toBe('unnamed');
  });

  it.each([
    [400, 'invalid_blocks'],
    [403, 'invalid_token'],
    [404, 'no_service'],
    [410, 'channel_is_archived'],
    [503, 'unavailable'],
  ])('is not sent where the service refuses with %s', async (status, body) => {
    server.answers = [answer(status, body)];
    const error = await failureOf(post());
    expect(error).toBeInstanceOf(MessageNotSent);
    expect(error.message).toBe(`the webhook of Slack answered ${status} (${body})`);
    expect(server.asked).toHaveLength(1);
  });

  it('quotes a service’s own code and no other text of an answer', async () => {
    server.answers = [answer(400, `{"error":{"code":"InvalidTemplate","message":"${secret}"}}`)];
    expect((await failureOf(post('teams'))).message).toBe(
      'the webhook of Teams answered 400 (InvalidTemplate)',
    );
    server.answers = [answer(400, `<html>no such hook: ${secret}</html>`)];
    expect((await failureOf(post())).message).toBe('the webhook of Slack answered 400');
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect (%s)', async (status) => {
    server.answers = [answer(status, '', { location: `https://${server.host}/elsewhere/${secret}` })];
    const error = await failureOf(post());
    expect(error).toBeInstanceOf(MessageNotSent);
    expect(error.message).toContain('a redirect, which is not followed');
    expect(server.asked).toHaveLength(1);
  });

  it('waits where it is asked to for half a minute at most, and tries once more', async () => {
    server.answers = [answer(429, 'rate_limited', { 'retry-after': '0' })];
    expect(await post()).toBe('unnamed');
    expect(server.asked).toHaveLength(2);
    server.answers = [1, 2, 3].map(() => answer(429, 'rate_limited', { 'retry-after': '0' }));
    expect(await failureOf(post())).toBeInstanceOf(MessageNotSent);
    expect(server.asked).toHaveLength(4);
  });

  it.each(['31', '', 'soon', '-1', 'Wed, 21 Oct 2026 07:28:00 GMT'])(
    'does not wait for as long as %o',
    async (wait) => {
      server.answers = [answer(429, 'rate_limited', { 'retry-after': wait })];
      expect(await failureOf(post())).toBeInstanceOf(MessageNotSent);
      expect(server.asked).toHaveLength(1);
    },
  );

  it('leaves open whether it was sent where no answer comes, or the connection breaks', async () => {
    server.answers = [() => undefined];
    const late = await failureOf(post('slack', { patience: 300 }));
    expect(late).not.toBeInstanceOf(MessageNotSent);
    expect(late.message).toBe('the webhook of Slack: no answer within 0.3 s');
    server.answers = [(request) => void request.socket.destroy()];
    const broken = await failureOf(post());
    expect(broken).not.toBeInstanceOf(MessageNotSent);
    expect(broken.message).toBe('the webhook of Slack: ECONNRESET');
  });

  it.each([
    [500, 'rollup_error'],
    [200, '<html>Sign in to the network</html>'],
    [204, ''],
  ])('leaves it open at %s, which says neither', async (status, body) => {
    server.answers = [answer(status, body)];
    expect(await failureOf(post())).not.toBeInstanceOf(MessageNotSent);
  });

  it('reads 64 kB of an answer and no more', async () => {
    let written = 0;
    server.answers = [
      (_, response) => {
        response.writeHead(200);
        const more = () => {
          while (written < 10_000_000) {
            written += 50_000;
            if (!response.write(Buffer.alloc(50_000, 'o'))) return;
          }
          response.end();
        };
        response.on('drain', more);
        more();
      },
    ];
    expect(await failureOf(post())).not.toBeInstanceOf(MessageNotSent);
    expect(written).toBeLessThan(10_000_000);
  });

  it('is not sent to an untrusted certificate, or where no server listens', async () => {
    const stranger = await failureOf(post('slack', { ca: ownCertificate().cert }));
    expect(stranger).toBeInstanceOf(MessageNotSent);
    expect(server.asked).toEqual([]);
    const gone = await new WebhookServer().start();
    const { host } = gone;
    await gone.stop();
    const options = { service: chatServices.slack, hosts: [host] };
    const error = await failureOf(postToWebhook(`https://${host}/${secret}`, {}, options));
    expect(error).toBeInstanceOf(MessageNotSent);
    expect(error.message).toBe('the webhook of Slack: ECONNREFUSED, before anything was sent');
  });
});

describe('the address of a webhook', () => {
  const to = (address: string, service: keyof typeof chatServices = 'slack') =>
    failureOf(postToWebhook(address, {}, { service: chatServices[service], patience: 1 }));

  it.each([
    ['slack', `http://hooks.slack.com/services/${secret}`],
    ['slack', `https://user:${secret}@hooks.slack.com/services/x`],
    ['slack', `https://${secret}@hooks.slack.com/services/x`],
    ['slack', `https://hooks.slack.com.example.org/services/${secret}`],
    ['slack', `https://hooks.slack.com:8443/services/${secret}`],
    ['slack', `https://example.org/?hooks.slack.com=${secret}`],
    ['slack', secret],
    ['slack', ''],
    ['teams', `https://outlook.webhook.office.com/${secret}`],
    ['teams', `https://logic.azure.com/${secret}`],
    ['teams', `https://xlogic.azure.com/${secret}`],
    ['teams', `https://hooks.slack.com/services/${secret}`],
  ] as const)('is refused for %s as %s, without a connection', async (service, address) => {
    const error = await to(address, service);
    expect(error).toBeInstanceOf(MessageNotSent);
    expect(error.message).toMatch(/put its address, as (Slack|Teams) shows it, into the secret$/);
  });

  it.each([
    ['slack', 'hooks.slack.com'],
    ['slack', 'hooks.slack-gov.com'],
    ['teams', 'prod-1.westus.logic.azure.com'],
    ['teams', 'default01.02.environment.api.powerplatform.com'],
  ] as const)('of %s may be at %s', (service, name) => {
    expect(chatServices[service].isHost(name)).toBe(true);
  });
});
