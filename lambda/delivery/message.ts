import MailComposer from 'nodemailer/lib/mail-composer';
import type { DrawnChart } from '../rendering/mail/charts.ts';

/** Sender, recipient, and the headers for mail programs and servers. */
export interface Envelope {
  readonly sender: string;
  /** Name beside the sender's address. */
  readonly name: string;
  readonly reader: string;
  /** The reply address; the sender where none is named. */
  readonly replyTo: string | null;
  /** When the briefing was published, ISO 8601 UTC: the date of the message. */
  readonly date: string;
  /** Names the message among all of this sender: the same for the same briefing and reader. */
  readonly id: string;
  /** Message id of the mail that this one corrects, in angle brackets. */
  readonly inReplyTo: string | null;
  /** Edition, by which filters know the list. */
  readonly list: string;
  readonly unsubscribe: string;
  /** A contact list of SES, by which it unsubscribes readers itself; null without one. */
  readonly contactList: string | null;
}

export interface Content {
  readonly subject: string;
  readonly text: string;
  /** Null for a mail in plain text alone. */
  readonly html: string | null;
  readonly charts: readonly DrawnChart[];
  readonly pdf: { readonly name: string; readonly bytes: Uint8Array } | null;
}

/** The part of an address after the @. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** The id by which the message's HTML shows one of its charts. */
export const contentId = (chart: { readonly id: string }): string => `${chart.id}@briefing`;

/**
 * A mail as the bytes that are sent: mixed(alternative(text, related(HTML, charts)), PDF), RFC 5322 and 2045 to 2049. The
 * same briefing, reader and envelope are the same bytes.
 */
export async function messageOf(content: Content, envelope: Envelope): Promise<Uint8Array> {
  const { subject, text, html, charts, pdf } = content;
  const { sender, name, reader, replyTo, date, id, inReplyTo, list, unsubscribe, contactList } = envelope;
  const domain = domainOf(sender);
  const listName = list.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const composer = new MailComposer({
    from: { name, address: sender },
    to: reader,
    ...(replyTo === null ? {} : { replyTo }),
    subject,
    text,
    ...(html === null ? {} : { html }),
    textEncoding: 'quoted-printable',
    date: new Date(date),
    messageId: `<${id}@${domain}>`,
    ...(inReplyTo === null ? {} : { inReplyTo, references: inReplyTo }),
    headers: {
      'List-Id': `${list} briefing <${listName}-briefing.${domain}>`,
      // SES takes this header out, and puts its own two of RFC 8058 into the message.
      ...(contactList === null
        ? { 'List-Unsubscribe': `<${unsubscribe}>` }
        : { 'X-SES-LIST-MANAGEMENT-OPTIONS': contactList }),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    // Boundaries would otherwise be drawn by lot.
    baseBoundary: id,
    attachments: [
      ...charts.map((chart) => ({
        filename: `${chart.id}.png`,
        content: Buffer.from(chart.png),
        contentType: 'image/png',
        cid: contentId(chart),
        contentDisposition: 'inline' as const,
      })),
      ...(pdf === null
        ? []
        : [{ filename: pdf.name, content: Buffer.from(pdf.bytes), contentType: 'application/pdf' }]),
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
