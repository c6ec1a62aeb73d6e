import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { parseConfig, runtimeConfig } from '../../../lambda/config.ts';
import { composeMail, type MailParts, type MailSettings } from '../../../lambda/delivery/compose.ts';
import { mailNotifier } from '../../../lambda/delivery/ses.ts';
import { dispatchOf, mailSettings } from '../../support/mail.ts';
import { sampleReport } from '../../support/sample-report.ts';

const pdf = Buffer.from('%PDF-1.7 /Type /Page');

async function received(parts: MailParts, settings: Partial<MailSettings> = {}) {
  const { bytes } = await composeMail(
    dispatchOf(sampleReport(), { pdf }),
    'ann@example.org',
    { ...mailSettings, ...settings },
    parts,
  );
  const mail = await PostalMime.parse(bytes);
  const files = mail.attachments.filter(({ disposition }) => disposition === 'attachment');
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  return { mail, pdfs: files.map(({ mimeType }) => mimeType), header };
}

describe('a reader who', () => {
  it('wants the PDF linked gets its address, and no attachment', async () => {
    const { mail, pdfs } = await received({ pdf: 'linked', html: true });
    const address = 'https://briefing.example.org/reports/2025-12-31/r1/briefing.pdf';
    expect(pdfs).toEqual([]);
    expect(mail.html).toContain(`href="${address}"`);
    expect(mail.text).toContain(`The PDF:\n${address}\n`);
    expect(mail.text).not.toContain('PDF attached');
  });

  it('wants none gets neither', async () => {
    const { mail, pdfs } = await received({ pdf: 'none', html: true });
    expect(pdfs).toEqual([]);
    expect(`${mail.html}${mail.text}`).not.toMatch(/briefing\.pdf|PDF attached/);
  });

  it('wants plain text gets only that and the PDF', async () => {
    const { mail, pdfs, header } = await received({ pdf: 'attached', html: false });
    expect(pdfs).toEqual(['application/pdf']);
    expect(mail.attachments).toHaveLength(1);
    expect([mail.html ?? '', header('content-type')]).toEqual([
      '',
      expect.stringMatching(/^multipart\/mixed/),
    ]);
    expect(mail.text).toContain('Information, not advice.');
  });
});

it('with a contact list the service gets its name, and adds the link to unsubscribe', async () => {
  const usual = { pdf: 'none', html: true } as const;
  const own = await received(usual);
  expect(own.header('list-unsubscribe')).toBe('<mailto:owner@example.org?subject=unsubscribe>');
  expect(own.header('x-ses-list-management-options')).toBeUndefined();
  const theirs = await received(usual, { contactList: 'readers' });
  expect(theirs.header('list-unsubscribe')).toBeUndefined();
  expect(theirs.header('x-ses-list-management-options')).toBe('readers');
  expect(theirs.mail.html).toContain('unsubscribe');
});

it.each([
  // Eastern standard and daylight time: 20:15 is another instant.
  ['first', '2025-12-31', '2025-12-31T22:50:00.000Z', true],
  ['final', '2025-12-31', '2026-01-01T01:14:59.000Z', false],
  ['final', '2025-12-31', '2026-01-01T01:15:00.000Z', true],
  ['final', '2025-07-01', '2025-07-02T00:14:59.000Z', false],
  ['final', '2025-07-01', '2025-07-02T00:15:00.000Z', true],
] as const)('mail of the %s prices of %s is due at %s: %s', (when, session, now, due) => {
  const client = {} as Parameters<typeof mailNotifier>[0]['client'];
  const notifier = mailNotifier({ client, region: 'r', recipients: [], when, ...mailSettings });
  expect(notifier.isDue?.(session, now)).toBe(due);
});

describe('the settings', () => {
  const parsed = (value: unknown) => parseConfig(runtimeConfig, value, 'cdk.json');

  it('take addresses, and readers that chose the parts of their mail', () => {
    const { recipients, mail } = parsed({
      recipients: ['a@example.org', { address: 'b@example.org', pdf: 'none' }],
      mail: { when: 'final' },
    });
    expect(recipients).toEqual(['a@example.org', { address: 'b@example.org', pdf: 'none', html: true }]);
    expect(mail).toEqual({ when: 'final' });
  });

  it.each([
    [{ recipients: [{ address: 'b@example.org', pdf: 'later' }] }, 'briefing.recipients.0: write an address'],
    [{ mail: { when: 'always' } }, 'briefing.mail.when'],
    [{ mail: { contactList: 'a b' } }, 'briefing.mail.contactList: write the name'],
  ])('refuse %j', (value, words) => {
    expect(() => parsed(value)).toThrow(words);
  });
});
