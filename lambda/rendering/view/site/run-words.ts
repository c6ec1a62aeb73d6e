import type { RunEntry } from '../../../catalogue/runs.ts';
import { counted } from '../../../counted.ts';

/** How a run ended, before the session it was about. */
export function outcomeInWords({ outcome, revision, looks, sessions }: RunEntry): string {
  if (sessions !== null) return backfillInWords(outcome, sessions);
  switch (outcome) {
    case 'published':
      return `Published r${revision} of`;
    case 'unchanged':
      return `Nothing new, the same as r${revision} of`;
    case 'no session':
    case 'final':
      return 'Nothing to do';
    case 'refused':
      return looks > 1 ? `Given up after ${looks} looks for late data,` : 'Refused by the gate,';
    case 'failed':
      return 'Failed,';
  }
}

function backfillInWords(outcome: RunEntry['outcome'], of: NonNullable<RunEntry['sessions']>): string {
  const { asked, there, published } = of;
  const whole = `${there} of ${counted(asked, 'briefing')} there`;
  const own = published === null ? '' : `, ${published} published by it`;
  const how =
    outcome === 'failed' ? 'Failed: ' : outcome === 'refused' ? 'In part refused by the gate: ' : '';
  return `${how}${how === '' ? whole.charAt(0).toUpperCase() + whole.slice(1) : whole}${own},`;
}

const parts: Readonly<Record<RunEntry['problems'][number]['part'], string>> = {
  pdf: 'Without its PDF',
  site: 'The site’s pages are not up to date',
  messages: 'Not everybody was sent a message',
};

/** What went wrong though a briefing is published, a sentence each. */
export const problemsOf = ({ problems }: RunEntry): readonly string[] =>
  problems.map(({ part, why }) => `${parts[part]}: ${why}`);

/** What else is known of a run, a line each. */
export function detailsOf({ series, looks, steps, messages, outcome }: RunEntry): readonly string[] {
  const late = looks > 1 && outcome !== 'refused' ? [`${looks} looks for late data`] : [];
  const came =
    series === null
      ? []
      : [
          `${series.answered} of ${counted(series.asked, 'series', 'series')} usable`,
          ...(series.fellBack === 0 ? [] : [`${series.fellBack} from a further provider`]),
          ...(series.retried === 0 ? [] : [`${counted(series.retried, 'request')} repeated`]),
        ];
  const sent =
    messages === null
      ? []
      : [
          ...(messages.sent === 0 ? [] : [`${counted(messages.sent, 'message')} sent`]),
          ...(messages.before === 0 ? [] : [`${messages.before} sent before`]),
          ...(messages.unchanged === 0 ? [] : [`${messages.unchanged} not needed`]),
        ];
  const took = steps.map(([step, seconds]) => `${step} ${secondsInWords(seconds)}`);
  return [[...late, ...came, ...sent].join(' · '), took.join(' · ')].filter((line) => line !== '');
}

/** What was sent about one revision, by the runs that published it or found it published. */
export function sentWords(runs: readonly RunEntry[]): string {
  const due = runs.flatMap(({ messages }) => (messages === null ? [] : [messages]));
  const sent = due.reduce((sum, one) => sum + one.sent, 0);
  const failed = runs.some(({ problems }) => problems.some(({ part }) => part === 'messages'));
  if (sent > 0) return `${counted(sent, 'message')} sent${failed ? ', not to everybody' : ''}`;
  if (failed) return 'no message sent: it failed';
  return due.some(({ unchanged }) => unchanged > 0)
    ? 'no message needed: the same to its readers'
    : 'no messages';
}

/** `0.4 s`, `14 s`, `1 h 20 min`. */
export function secondsInWords(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 119.5) return `${seconds.toFixed(0)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
