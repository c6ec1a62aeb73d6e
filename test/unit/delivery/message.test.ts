import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { contentId, domainOf, messageOf } from '../../../lambda/delivery/message.ts';

const content = { subject: 'Größe', text: 'text', html: '<p>html</p>', charts: [], pdf: null };
const envelope = {
  sender: 'desk@example.org',
  name: 'Small caps',
  reader: 'ann@example.net',
  replyTo: null,
  date: '2026-01-01T01:20:00.000Z',
  id: 'tna-2025-12-31-r1',
  inReplyTo: null,
  list: 'TNA & IWM',
  unsubscribe: 'mailto:owner@example.org',
  contactList: null,
};

async function received(
  more: Partial<Parameters<typeof messageOf>[0]> = {},
  other: Partial<Parameters<typeof messageOf>[1]> = {},
) {
  const mail = await PostalMime.parse(await messageOf({ ...content, ...more }, { ...envelope, ...other }));
  return { ...mail, header: (name: string) => mail.headers.find(({ key }) => key === name)?.value };
}

describe('a message', () => {
  it('has sender, reader, date, name and list of its envelope', async () => {
    const mail = await received();
    expect(mail).toMatchObject({
      from: { name: 'Small caps', address: 'desk@example.org' },
      to: [{ address: 'ann@example.net' }],
      subject: 'Größe',
      date: '2026-01-01T01:20:00.000Z',
      messageId: '<tna-2025-12-31-r1@example.org>',
    });
    expect(mail.text?.trim()).toBe('text');
    expect(mail.html?.trim()).toBe('<p>html</p>');
    // RFC 2919: an id of the list within the sender's domain, in angle brackets.
    expect(mail.header('list-id')).toBe('TNA & IWM briefing <tna-iwm-briefing.example.org>');
    for (const absent of ['reply-to', 'in-reply-to', 'references'])
      expect(mail.header(absent)).toBeUndefined();
  });

  it('names where to reply and what it corrects, where it does', async () => {
    const mail = await received({ html: null }, { replyTo: 'owner@example.org', inReplyTo: '<one@ses>' });
    expect(mail.replyTo).toEqual([{ name: '', address: 'owner@example.org' }]);
    expect([mail.inReplyTo, mail.references]).toEqual(['<one@ses>', '<one@ses>']);
    expect(mail.html).toBeUndefined();
  });

  it('shows its charts by the ids of its HTML, and attaches the PDF', async () => {
    const chart = {
      id: 'score',
      title: 'Score',
      alt: 'the score',
      width: 2,
      height: 1,
      png: Buffer.from('PNG'),
    };
    const pdf = { name: 'tna.pdf', bytes: Buffer.from('PDF') };
    const { attachments } = await received({ charts: [chart], pdf });
    expect(attachments).toMatchObject([
      {
        filename: 'score.png',
        mimeType: 'image/png',
        disposition: 'inline',
        contentId: `<${contentId(chart)}>`,
      },
      { filename: 'tna.pdf', mimeType: 'application/pdf', disposition: 'attachment' },
    ]);
  });

  it('is the same bytes for the same content and envelope', async () => {
    const [one, other] = [await messageOf(content, envelope), await messageOf(content, envelope)];
    expect(Buffer.compare(one, other)).toBe(0);
  });
});

it('the domain of an address is what comes after its last @', () => {
  expect(domainOf('"a@b"@example.org')).toBe('example.org');
});
