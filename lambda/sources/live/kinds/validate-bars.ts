import { previousSession, sessionsAfter } from '../../../calendar/nyse.ts';
import { counted } from '../../../counted.ts';
import { withoutCopies } from '../../../quality/copies.ts';
import { holesOf } from '../../../quality/holes.ts';
import { barFault } from '../../../quality/session-bar.ts';
import type { Bars } from '../../../series/bars.ts';
import type { Validation } from '../../chain.ts';
import type { ParsedBars } from '../../parsing/parsed.ts';

/** Sessions by which a history may begin later than the archive's and still be the same history. */
const shortenedBy = 5;

/** Bars that an answer must have where the archive has none to compare its length with: a year, as most figures need. */
const leastUnknown = 252;

/** Sessions in which an answer must have every bar that its exchange held. */
const wholeYear = 252;

/** An answer's bars less those that repeat an earlier one, and what is wrong with the rest. */
interface Judged {
  readonly bars: Bars;
  /** Why the session's bar, or the one before it, cannot be right; null when there is no doubt. */
  readonly fault: string | null;
  readonly copied: string | undefined;
  readonly holes: readonly string[];
}

function judge(parsed: ParsedBars, session: string): Judged {
  const { bars, copies } = withoutCopies(parsed.bars);
  const days = [previousSession(session), session];
  const fault = days.map((day) => barFault(bars, day)).find((text) => text !== null) ?? null;
  const copied = copies.find((copy) => copy.session === session)?.of;
  return { bars, fault, copied, holes: holesOf(bars, session, wholeYear) };
}

/**
 * An answer serves when it has the session's bar, each bar of a year that the exchange held, and is no shorter than
 * what the archive holds; in a first run, than a year. A bar that repeats an earlier one or cannot be right is none.
 * Of answers that lack something, one with the session's bar is better than a longer one without it, then the one
 * with fewer holes.
 *
 * @param archived the series as the archive holds it; null when it does not
 */
export function validateBars(session: string, archived: ParsedBars | null): Validation<ParsedBars> {
  const known = new WeakMap<ParsedBars, Judged>();
  const judged = (parsed: ParsedBars): Judged => {
    const found = known.get(parsed) ?? judge(parsed, session);
    known.set(parsed, found);
    return found;
  };
  const hasSession = (parsed: ParsedBars): boolean => {
    const { bars, fault } = judged(parsed);
    return fault === null && bars.sessions.includes(session);
  };
  return {
    problem(parsed) {
      const { bars, fault, copied, holes } = judged(parsed);
      if (copied !== undefined) return `its bar of ${session} repeats that of ${copied}`;
      if (!bars.sessions.includes(session)) return `no bar of ${session}, newest ${bars.sessions.at(-1)}`;
      if (fault !== null) return fault;
      const short = archived === null ? tooShort(bars) : shorter(bars, archived.bars);
      if (short !== null) return short;
      return holes.length === 0 ? contradicted(parsed) : `no bar of ${listed(holes)}`;
    },
    compare: (a, b) =>
      Number(hasSession(b)) - Number(hasSession(a)) ||
      judged(a).holes.length - judged(b).holes.length ||
      Number(b.basis === 'adjusted') - Number(a.basis === 'adjusted') ||
      b.bars.sessions.length - a.bars.sessions.length,
  };
}

/** Adjusted closes that contradict the dividends beside them are not used: another answer may have better ones. */
function contradicted({ basis, irregularities }: ParsedBars): string | null {
  const unsettled = irregularities?.find(({ code }) => code === 'unsettled-adjusted');
  return basis === 'price only' && unsettled !== undefined
    ? `its adjusted closes contradict its closes or dividends (${unsettled.sessions.at(-1)})`
    : null;
}

/** The newest of several dates, and how many more there are. */
const listed = (dates: readonly string[]): string =>
  dates.length < 2 ? dates.join() : `${dates.at(-1)} and ${dates.length - 1} more sessions`;

const tooShort = ({ sessions }: Bars): string | null =>
  sessions.length < leastUnknown
    ? `begins ${sessions[0]}: ${counted(sessions.length, 'bar')}, less than a year`
    : null;

function shorter(bars: Bars, archived: Bars): string | null {
  const [first, before] = [bars.sessions[0], archived.sessions[0]];
  if (first === undefined || before === undefined) return null;
  if (sessionsAfter(before, first) > shortenedBy) return `begins ${first}, the archive has it from ${before}`;
  const upTo = archived.sessions.at(-1) ?? '';
  const rows = bars.sessions.filter((date) => date >= before && date <= upTo).length;
  return rows < archived.sessions.length * 0.99
    ? `${counted(rows, 'bar')} where the archive has ${archived.sessions.length}`
    : null;
}
