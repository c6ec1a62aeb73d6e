import { files, keys } from '../../../archive-layout.ts';
import { formatDate, formatDay, formatFigure, formatNearDate } from '../../../briefing/words/format.ts';
import { firstChanges } from '../../../report/changes.ts';
import type { Report } from '../../../report/schema.ts';
import { marks, type PageMark } from '../marks.ts';
import { type SitePart, siteSentence } from './words.ts';

interface Words {
  readonly parts: readonly SitePart[];
}

interface KeyFigureView {
  readonly label: string;
  readonly text: string;
  readonly href: string;
  readonly mark: string;
  readonly wordy: boolean;
  readonly below: Words | null;
}

/** What a report says on its front, for the site's front page and for the session's own. */
export interface FrontView {
  readonly date: string;
  readonly revision: number;
  readonly marks: readonly PageMark[];
  readonly strip: Report['strip'];
  readonly verdict: Words;
  readonly supporting: readonly Words[];
  readonly notices: readonly Words[];
  readonly since: string;
  readonly changes: readonly Words[];
  readonly keys: readonly KeyFigureView[];
}

/** @param root from the page to the archive's root */
export function frontView(report: Report, root: string): FrontView {
  const { front } = report;
  const briefing = root + keys.revision(report.session, report.revision) + files.html;
  const href = (id: string) => `${briefing}#${encodeURI(id)}`;
  const say = (sentence: Report['front']['verdict']): Words => siteSentence(sentence, href);
  return {
    date: formatDate(report.session),
    revision: report.revision,
    marks: marks(report),
    strip: report.strip,
    verdict: say(front.verdict),
    supporting: front.supporting.map(say),
    notices: front.notices.map(say),
    since: formatDay(front.changes.since),
    changes: firstChanges(report).map(say),
    keys: front.keys.map(({ label, figure: id, below }) => {
      const figure = report.figures[id];
      if (figure === undefined) throw new Error(`the report has no figure ${id}`);
      return {
        label,
        text:
          figure.unit === 'date' && typeof figure.value === 'string'
            ? formatNearDate(figure.value)
            : formatFigure(id, figure),
        href: href(id),
        mark: figure.status === 'proxy' || figure.status === 'stale' ? figure.status : '',
        wordy: typeof figure.value === 'string' && figure.unit !== 'date',
        below: below === undefined ? null : say(below),
      };
    }),
  };
}
