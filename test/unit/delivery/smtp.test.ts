import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sendBySmtp, smtpServerOf, transportOptions } from '../../../lambda/delivery/smtp.ts';
import { UsageError } from '../../../lambda/errors.ts';
import { PlayedSmtpServer } from '../../support/smtp-server.ts';

const mail = { from: 'desk@example.org', to: 'me@example.org', bytes: Buffer.from('Subject: x\r\n\r\nx') };

describe('a mail server', () => {
  it.each([
    ['smtp://u:p@mail.example.org:587', true],
    ['smtp://u:p@127.0.0.2.example.org:587', true],
    ['smtp://127.0.0.1:1025', false],
    ['smtp://localhost:1025', false],
    // Encrypted from its first byte.
    ['smtps://u:p@mail.example.org:465', false],
  ])('at %s must encrypt before it receives the account: %s', (url, must) => {
    expect(transportOptions(url, 1).requireTLS).toBe(must);
  });

  it('that never greets is given up after its time, and the message names it without its account', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as AddressInfo;
    // A name is hidden as a word, not within others: in none of these.
    const server = smtpServerOf(`smtp://me:geheim@127.0.0.1:${port}`);
    await expect(sendBySmtp(server, mail, 100)).rejects.toMatchObject({
      name: 'DeliveryError',
      // On a busy machine the time may be over before the connection is noticed.
      message: expect.stringMatching(
        `^smtp://127\\.0\\.0\\.1:${port} did not take the mail: (Greeting never received|Connection timeout|Timeout)$`,
      ),
    });
  });
});

describe('the address of a mail server', () => {
  it('names it without its account, and its account where that is a mail address', () => {
    expect(smtpServerOf('smtps://me%40example.org:geheim@mail.example.org:465')).toEqual({
      name: 'smtps://mail.example.org:465',
      url: 'smtps://me%40example.org:geheim@mail.example.org:465',
      account: 'me@example.org',
    });
    expect(smtpServerOf('smtp://me:geheim@mail.example.org').account).toBeNull();
  });

  it.each([
    'geheim',
    'https://me:geheim@mail.example.org',
    'xsmtp://geheim@h',
    'smtpsx://geheim@h',
    'smtp:geheim',
  ])('is refused without being shown: %s', (address) => {
    const failure = (() => {
      try {
        return smtpServerOf(address);
      } catch (error) {
        return error as UsageError;
      }
    })();
    expect(failure).toBeInstanceOf(UsageError);
    expect(`${failure}${(failure as UsageError).hint}`).not.toContain('geheim');
    expect((failure as UsageError).hint).toContain('%40');
  });
});

describe('a mail by a server', () => {
  async function played(password: string) {
    const server = new PlayedSmtpServer('me', 'p@ss/word');
    const port = await server.start();
    onTestFinished(() => server.stop());
    return { server, address: smtpServerOf(`smtp://me:${encodeURIComponent(password)}@127.0.0.1:${port}`) };
  }

  it('arrives as composed, with the sender and recipient of its envelope', async () => {
    const { server, address } = await played('p@ss/word');
    expect(await sendBySmtp(address, mail)).toBe('250 queued as 1');
    expect(server.taken.map(({ bytes, ...envelope }) => [envelope, bytes.toString().trim()])).toEqual([
      [{ from: mail.from, to: [mail.to] }, 'Subject: x\r\n\r\nx'],
    ]);
  });

  it('is refused without the name of the account, with the words that only hold it', async () => {
    const { server, address } = await played('p@ss/word');
    server.refusal = '550 me is none of the members, nor is <me>';
    const failure = await sendBySmtp(address, mail).catch(String);
    expect(failure).toContain('550 … is none of the members, nor is <…>');
  });

  it('is refused without a word that holds the password, however the server repeats it', async () => {
    const { address } = await played('wr@ng/word');
    const failure = await sendBySmtp(address, mail).catch((error: Error) => error);
    expect(failure).toMatchObject({ name: 'DeliveryError', hint: expect.stringContaining('refused it') });
    const login = Buffer.from('\0me\0wr@ng/word').toString('base64');
    for (const secret of ['wr@ng', 'wr%40ng', login]) expect(String(failure)).not.toContain(secret);
    expect(String(failure)).toContain('535 bad credentials …');
  });
});
