import { sessionsAfter } from '../../calendar/nyse.ts';
import type { Judgement } from '../chain.ts';
import type { ParsedBars } from '../parsing/parsed.ts';

/** Sessions by which a history may begin later than the archive's and still be the same history. */
const shortenedBy = 5;

/** Bars that an answer must have where no archive tells how long the history is: a year, as most figures need. */
const leastUnknown = 252;

/**
 * An answer serves when it has the session's bar and is no shorter than what the archive holds; in a first run, than
 * a year. Of answers that lack something, one with the session's bar is better than a longer one without it.
 *
 * @param archived the series as the archive holds it; null when it does not
 */
export function judgeBars(session: string, archived: ParsedBars | null): Judgement<ParsedBars> {
  const hasSession = ({ bars }: ParsedBars): boolean => bars.sessions.includes(session);
  return {
    lacks(parsed) {
      if (!hasSession(parsed)) return `no bar of ${session}, newest ${parsed.bars.sessions.at(-1)}`;
      return archived === null ? tooShort(parsed) : shorter(parsed, archived);
    },
    compare: (a, b) =>
      Number(hasSession(b)) - Number(hasSession(a)) ||
      Number(b.basis === 'adjusted') - Number(a.basis === 'adjusted') ||
      b.bars.sessions.length - a.bars.sessions.length,
  };
}

const tooShort = ({ bars: { sessions } }: ParsedBars): string | null =>
  sessions.length < leastUnknown ? `begins ${sessions[0]}: ${sessions.length} bars, less than a year` : null;

function shorter({ bars }: ParsedBars, { bars: archived }: ParsedBars): string | null {
  const [first, before] = [bars.sessions[0], archived.sessions[0]];
  if (first === undefined || before === undefined) return null;
  if (sessionsAfter(before, first) > shortenedBy) return `begins ${first}, the archive has it from ${before}`;
  const upTo = archived.sessions.at(-1) ?? '';
  const rows = bars.sessions.filter((date) => date >= before && date <= upTo).length;
  return rows < archived.sessions.length * 0.99
    ? `${rows} bars where the archive has ${archived.sessions.length}`
    : null;
}
