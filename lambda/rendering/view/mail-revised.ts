import { keys } from '../../archive-layout.ts';
import { formatDate, formatNearDate } from '../../briefing/words/format.ts';
import { counted } from '../../counted.ts';

/** A line at the foot of a mail, and where a site says more. */
export interface FooterLine {
  readonly text: string;
  readonly link: { readonly words: string; readonly page: string } | null;
}

/** What later revisions changed of what a reader was sent, and no mail said. */
export interface RevisedSince {
  /** Session of the reader's last mail. */
  readonly since: string;
  /** Figures that differ at printed precision, over all the sessions; null where the archive could not be read. */
  readonly figures: number | null;
  /** The revised sessions, newest first. */
  readonly sessions: readonly string[];
}

/** `Since the mail of Tue Dec 30, 2025, 3 figures of earlier briefings were revised (Tue Dec 30).` */
export function revisedLine({ since, figures, sessions }: RevisedSince, site: string | null): FooterLine {
  const mail = `Since the mail of ${formatDate(since)}`;
  const days = sessions.map(formatNearDate).join(', ');
  const text =
    figures === null
      ? `${mail}, figures may have been revised: the archive could not be read for it.`
      : `${mail}, ${counted(figures, 'figure')} of earlier briefings ${figures === 1 ? 'was' : 'were'} revised (${days}).`;
  const link = { words: 'What changed', page: `${site}/${keys.shell('corrections')}` };
  return { text, link: site === null ? null : link };
}
