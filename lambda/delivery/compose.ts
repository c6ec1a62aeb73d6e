import { files } from '../archive-layout.ts';

import { formatDate } from '../briefing/words/format.ts';
import { newYorkClock } from '../calendar/new-york.ts';
import { type DrawnChart, drawMailCharts } from '../rendering/mail/charts.ts';
import { mailHtml } from '../rendering/mail/html.ts';
import { pageCount } from '../rendering/pdf/page-count.ts';
import { mailView } from '../rendering/view/mail.ts';
import { type CorrectionView, lastingCorrection } from '../rendering/view/mail-correction.ts';
import { isQuiet } from '../rendering/view/mail-length.ts';
import { mailText } from '../rendering/view/mail-text.ts';
import type { Report } from '../report/schema.ts';
import { pseudonym } from './addresses.ts';
import { contentId, domainOf, messageOf } from './message.ts';
import type { Dispatch, Earlier } from './notifier.ts';

/** What every mail of a sender has in common. */
export interface MailSettings {
  readonly sender: string;
  readonly replyTo: string | null;
  /** Address of the archive where it can be read on the web, without a slash at its end; null without one. */
  readonly site: string | null;
  /** Where a reader writes who wants no more, `mailto:` or `https:`. */
  readonly unsubscribe: string;
  /** A contact list of SES, which then says itself how to unsubscribe; null without one. */
  readonly contactList?: string | null;
}

/** The parts of a mail that one reader has chosen. */
export interface MailParts {
  readonly pdf: 'attached' | 'linked' | 'none';
  /** False for plain text alone. */
  readonly html: boolean;
}

const usual: MailParts = { pdf: 'attached', html: true };

export interface Mail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** A PDF over this is not attached: most mail servers refuse messages of ten million bytes, encoding included. */
const largestPdf = 6_000_000;

/** Charts are the same for every reader of a report, and take a tenth of a second to draw. */
const drawn = new WeakMap<Report, Promise<readonly DrawnChart[]>>();

/** The mail about a published revision to one reader; a correction where an earlier one is given that it replaces. */
export async function composeMail(
  { report, manifest, pdf, earlier, revised = null }: Dispatch,
  reader: string,
  { sender, replyTo, site, unsubscribe, contactList = null }: MailSettings,
  parts: MailParts = usual,
): Promise<Mail> {
  const charts = parts.html && !isQuiet(report) ? await chartsOf(report) : [];
  const { session, revision, edition } = report;
  const attached = parts.pdf === 'attached' && pdf !== null && pdf.length <= largestPdf ? pdf : null;
  const folder = site === null ? null : `${site}/reports/${session}/r${revision}/`;
  const view = mailView(report, {
    digest: (manifest.files[files.report]?.sha256 ?? '').slice(0, 12),
    publishedAt: manifest.publishedAt,
    pdf: attached === null ? null : { pages: pageCount(attached) },
    page: folder === null ? null : folder + files.html,
    pdfPage: parts.pdf === 'linked' && pdf !== null && folder !== null ? folder + files.pdf : null,
    unsubscribe,
    correction: earlier === null ? null : correctionTo(report, earlier),
    revised,
    site,
    images: charts,
  });
  const html = mailHtml(view, contentId);
  const text = mailText(view);
  const bytes = await messageOf(
    {
      subject: view.subject,
      text,
      html: parts.html ? html : null,
      charts,
      pdf: attached === null ? null : { name: `${edition.id}-${session}-r${revision}.pdf`, bytes: attached },
    },
    {
      sender,
      name: edition.title,
      reader,
      replyTo,
      date: manifest.publishedAt,
      id: mailName(report, reader),
      inReplyTo: earlier?.messageId ?? null,
      list: edition.id,
      unsubscribe,
      contactList,
    },
  );
  return { subject: view.subject, html, text, bytes };
}

/** Names a mail among all of a sender. */
const mailName = ({ edition, session, revision }: Report, reader: string): string =>
  `${edition.id}-${session}-r${revision}-${pseudonym('mail', reader)}`;

/** The message id, in angle brackets, of the mail about a report, where no service gives it another. */
export const mailId = (
  report: Report,
  { sender, reader }: { readonly sender: string; readonly reader: string },
): string => `<${mailName(report, reader)}@${domainOf(sender)}>`;

function chartsOf(report: Report): Promise<readonly DrawnChart[]> {
  const drawing = drawn.get(report) ?? drawMailCharts(report);
  drawn.set(report, drawing);
  return drawing;
}

/**
 * What the mail about a later revision corrects of an earlier one; null where nothing that is printed in it differs. The
 * number of the revision does not count, nor that provisional prices are final now.
 */
export function correctionTo(
  now: Report,
  { report, sentAt }: Earlier,
  medium: 'mail' | 'message' = 'mail',
): CorrectionView | null {
  return lastingCorrection(now, { report, medium, sent: inNewYork(sentAt) });
}

/** `Fri 25 September 2026, 17:46 New York`. */
function inNewYork(instant: string): string {
  const { date, time } = newYorkClock(instant);
  return `${formatDate(date)}, ${time} New York`;
}
