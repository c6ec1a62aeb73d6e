import { fingerprints } from '../../lambda/archive/manifest.ts';
import { composeMail, type Mail } from '../../lambda/delivery/compose.ts';
import type { Dispatch } from '../../lambda/delivery/notifier.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { reportBytes } from '../../lambda/steps/render.ts';

/** A report as a published revision: what a mail needs to know of it. */
export function dispatchOf(report: Report, more: Partial<Dispatch> = {}): Dispatch {
  const { session, revision, edition } = report;
  const id = '0'.repeat(16);
  return {
    report,
    manifest: {
      schema: 'smallcap-briefing-manifest/1',
      edition: edition.id,
      session,
      revision,
      publishedAt: '2026-01-01T01:20:00.000Z',
      code: 'test',
      snapshot: { id, key: `snapshots/${session}/${id}/snapshot.json` },
      previous: null,
      paper: 'A4',
      files: fingerprints(new Map([['report.json', reportBytes(report)]])),
    },
    pdf: null,
    earlier: null,
    ...more,
  };
}

export const mailSettings = {
  sender: 'desk@example.org',
  replyTo: 'owner@example.org',
  site: 'https://briefing.example.org',
  unsubscribe: 'mailto:owner@example.org?subject=unsubscribe',
} as const;

/** The mail about a report, as a reader gets it. */
export const mailTo = (dispatch: Dispatch, reader = 'ann@example.org'): Promise<Mail> =>
  composeMail(dispatch, reader, mailSettings);
