import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sendBySmtp, smtpServerOf, transportOptions } from '../../../lambda/delivery/smtp.ts';

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
