import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PlayedSmtpServer } from '../support/smtp-server.ts';
import { temporaryPlace } from '../support/temporary.ts';
import { briefing } from './support/command.ts';
import { briefingHere } from './support/here.ts';
import { session, smallData } from './support/small-data.ts';

const password = 'ge/he@im';
const server = new PlayedSmtpServer('desk@example.org', password);
let root: string;
let out: string;
let url: string;

beforeAll(async () => {
  root = mkdtempSync(join(temporaryPlace, 'mail-'));
  out = join(root, 'out');
  const data = await smallData(join(root, 'data'));
  await briefingHere(['--data', data, '--session', session, '--out', out, '--no-pdf']);
  url = `smtp://desk%40example.org:${encodeURIComponent(password)}@127.0.0.1:${await server.start()}`;
});
afterEach(() => {
  server.taken.length = 0;
  server.refusal = null;
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

const mail = (...args: string[]) => briefingHere(['mail', '--out', out, ...args]);

describe('briefing mail', () => {
  it('writes the mail about the newest briefing into a file, the same each time', async () => {
    const file = join(root, 'briefing.eml');
    const { code, stdout, stderr } = await mail('--eml', file);
    expect([code, stderr]).toEqual([0, '']);
    const bytes = readFileSync(file);
    const { subject, html, to } = await PostalMime.parse(bytes);
    expect(stdout).toContain(`${subject}\n  written to ${file}`);
    expect(html).toContain('<h1');
    expect(to).toEqual([{ name: '', address: 'reader@example.invalid' }]);
    await mail('--eml', file, '--session', session, '--revision', '1');
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(server.taken).toEqual([]);
  });

  it('sends it to one reader by a mail server, as the account of its address', async () => {
    const args = ['--to', 'me@example.org', '--smtp', url, '--json'];
    const { code, stdout, stderr } = await briefing(['mail', '--out', out, ...args]);
    expect([code, stderr]).toEqual([0, '']);
    expect(server.taken.map(({ from, to }) => [from, to])).toEqual([
      ['desk@example.org', ['me@example.org']],
    ]);
    const sent = await PostalMime.parse(server.taken[0]!.bytes);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'sent', exitCode: 0, session, subject: sent.subject });
    expect(sent.from?.address).toBe('desk@example.org');
    expect(sent.attachments.filter(({ mimeType }) => mimeType === 'image/png').length).toBeGreaterThan(0);
  });

  it('takes the mail server from BRIEFING_SMTP', async () => {
    const args = ['mail', '--out', out, '--to', 'me@example.org'];
    expect((await briefingHere(args, { BRIEFING_SMTP: url })).code).toBe(0);
    expect(server.taken).toHaveLength(1);
  });

  it('begins with what changed since the revision that the reader has, in the thread of its mail', async () => {
    const corrected = join(root, 'corrected');
    await cp(out, corrected, { recursive: true });
    const data = await smallData(join(root, 'other data'));
    const file = join(data, 'market', 'TNA.csv');
    const rows = readFileSync(file, 'utf8').trimEnd().split('\n');
    const [head = '', newest = ''] = [rows[0], rows.at(-1)];
    const at = head.split(',').indexOf('Close');
    const close = newest.split(',')[at] ?? '';
    writeFileSync(
      file,
      `${rows.join('\n')}\n`.replace(newest, newest.replaceAll(close, `${Number(close) + 0.01}`)),
    );
    await briefingHere(['--data', data, '--session', session, '--out', corrected, '--no-pdf']);
    const eml = join(root, 'corrected.eml');
    const written = (...args: string[]) => briefingHere(['mail', '--out', corrected, '--eml', eml, ...args]);
    const { code, stderr } = await written('--corrects', '1');
    expect([code, stderr]).toEqual([0, '']);
    const { subject, text, inReplyTo } = await PostalMime.parse(readFileSync(eml));
    expect(subject).toMatch(/^CORRECTED r2 · /);
    expect(text).toMatch(/- TNA: \d+\.\d\d → \d+\.\d\d \(your own files say otherwise now\)/);
    await written('--revision', '1');
    expect((await PostalMime.parse(readFileSync(eml))).messageId).toBe(inReplyTo);
    expect(await written('--corrects', '2')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/earlier/),
    });
  });

  it.each<[string, () => Promise<string[]> | string[], number, RegExp]>([
    ['neither a file nor a reader', () => [], 2, /^error: neither a file nor a reader is named\nhint: --eml/],
    [
      'no mail server',
      () => ['--to', 'a@example.org'],
      2,
      /^error: no mail server to send to a@example\.org by\nhint:/,
    ],
    [
      'an address of another kind',
      () => ['--to', 'a@example.org', '--smtp', 'http://h'],
      2,
      /is not one of the form smtps:/,
    ],
    [
      'a session that is not there',
      () => ['--eml', 'x.eml', '--session', '2001-01-02'],
      1,
      /no revision 1 of 2001-01-02/,
    ],
    [
      'a folder that is not there',
      () => ['--eml', join(root, 'none', 'x.eml')],
      2,
      /cannot be written: ENOENT/,
    ],
    [
      'nobody listening',
      () => ['--to', 'a@example.org', '--smtp', `smtp://u:${encodeURIComponent(password)}@127.0.0.1:9`],
      1,
      /did not take the mail: connect ECONNREFUSED/,
    ],
  ])('says what is wrong and what to do with %s', async (_, args, exit, words) => {
    const { code, stderr } = await mail(...(await args()));
    expect([code, stderr]).toEqual([exit, expect.stringMatching(words)]);
    expect(stderr).not.toContain(password);
  });

  it('does not repeat a password that the server repeats', async () => {
    const wrong = url.replace(encodeURIComponent(password), 'another-secret');
    const { code, stderr } = await mail('--to', 'me@example.org', '--smtp', wrong);
    expect(code).toBe(1);
    expect(stderr).toMatch(/did not take the mail: .*535/);
    expect(stderr).not.toContain('another-secret');
    expect(stderr).not.toContain(Buffer.from('\0desk@example.org\0another-secret').toString('base64'));
  });

  it('says what a server answers that refuses the reader', async () => {
    server.refusal = '550 no such reader';
    const { code, stderr } = await mail('--to', 'gone@example.org', '--smtp', url);
    expect([code, stderr]).toEqual([1, expect.stringContaining('550 no such reader')]);
    expect(server.taken).toEqual([]);
  });
});
