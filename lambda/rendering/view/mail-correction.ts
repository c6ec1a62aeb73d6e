import { firstChanges } from '../../report/changes.ts';
import { plainText } from '../../report/plain-text.ts';
import { withoutFinality } from '../../report/published-text.ts';
import type { Report, Sentence } from '../../report/schema.ts';
import { isOfOneSnapshot, reasonFor } from './correction-reasons.ts';
import { restOf } from './correction-rest.ts';
import { isQuiet } from './mail-length.ts';
import { printedLines } from './printed-lines.ts';

/** What changed between two mails about one session, at the precision in which they print. */
export interface CorrectionView {
  readonly title: string;
  readonly items: readonly string[];
  /** Whether the verdict is unchanged. */
  readonly verdict: string;
}

/** The mail or the message that a correction replaces. */
export interface Replaced {
  readonly report: Report;
  readonly medium: 'mail' | 'message' | 'entry';
  /** When it was sent, in words: `Fri 25 September 2026, 17:46 New York`. */
  readonly sent: string;
}

/** Changes that are named; the rest is counted. */
const named = 6;

/** Printed where one of two mails has no such line. */
const notThere = 'not there';

/**
 * What a mail about a later revision must say first: every printed value that differs, was → is.
 * @returns null where nothing in the mail differs
 */
export function correctionOf(now: Report, before: Replaced): CorrectionView | null {
  const { report: old, medium, sent } = before;
  // Of a quiet session a mail prints neither tables nor supporting sentences.
  const brief = medium === 'mail' && isQuiet(old) && isQuiet(now);
  const [was, is] = [printedLines(old, brief), printedLines(now, brief)];
  const said = new Set<string>();
  const changes = [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const change = { name, was: was.get(name), is: is.get(name) };
    if (change.was?.text === change.is?.text) return [];
    // A figure that stands in the mail twice changed once.
    const id = change.was?.figure === change.is?.figure ? change.is?.figure : undefined;
    if (id !== undefined && said.has(id)) return [];
    if (id !== undefined) said.add(id);
    return [change];
  });
  const kept = new Set(wordsOf(now, brief));
  const words = wordsOf(old, brief).filter((sentence) => !kept.has(sentence));
  const sameVerdict = plainText(old.front.verdict) === plainText(now.front.verdict);
  if (changes.length === 0 && words.length === 0 && sameVerdict) return null;
  const listed = changes
    .slice(0, named)
    .map(
      ({ name, was, is }) =>
        `${name}: ${was?.text ?? notThere} → ${is?.text ?? notThere}${reasonFor(was, is, { old, now })}`,
    );
  const rest = changes.slice(named);
  return {
    title: `CORRECTED: revision ${now.revision} replaces the ${medium} of ${sent}.`,
    items: [
      ...listed,
      ...restOf(rest, medium, { old, now }),
      ...(changes.length === 0 && words.length > 0 ? ['Sentences changed; the figures did not.'] : []),
      ...(changes.some(({ is }) => is?.figure !== undefined) && isOfOneSnapshot({ old, now })
        ? ['The data are the same: this program was corrected.']
        : []),
    ],
    verdict: sameVerdict
      ? 'The verdict stands: the first sentence is the same.'
      : saysTheSame(old.front.verdict, now.front.verdict)
        ? 'The verdict stands, with other numbers.'
        : `The verdict is another one; it was: ${plainText(old.front.verdict)}`,
  };
}

/**
 * As {@link correctionOf}, where neither the number of the revision counts nor that provisional prices are final now: the
 * rule by which a later revision is news.
 */
export function lastingCorrection(now: Report, before: Replaced): CorrectionView | null {
  const lasting = (one: Report): Report => ({ ...one, strip: one.strip.map(withoutFinality) });
  return correctionOf(lasting(now), { ...before, report: lasting(before.report) });
}

/** Whether the words between the numbers are the same; a caveat at the end (`Proxy: …`) may be new, or gone. */
function saysTheSame(one: Sentence, other: Sentence): boolean {
  const [a, b] = [one, other].map(({ parts }) => parts.filter((part) => typeof part === 'string'));
  const shared = Math.min(a?.length ?? 0, b?.length ?? 0);
  return shared > 0 && a?.slice(0, shared).join('|') === b?.slice(0, shared).join('|');
}

function wordsOf(report: Report, brief: boolean): string[] {
  const { front } = report;
  return [...front.notices, ...(brief ? [] : front.supporting), ...firstChanges(report)].map(plainText);
}
