import { FigureBook } from '../../../figures/book.ts';
import type { Sentence } from '../../../report/schema.ts';
import { archivedFigure } from '../../published.ts';
import { ordinal } from '../../words/count.ts';
import { formatMonthName } from '../../words/date.ts';
import { join, say, type Words } from '../../words/sentence.ts';
import { between, type ChangeKind, type Difference } from '../kind.ts';
import { isPrintedAlike } from '../printed-alike.ts';
import type { ComparedReport } from '../published-report.ts';
import { numbersOfBoth, type TwoSessions } from '../sessions.ts';
import { isQuarterly, newsworthyReleases, type ReleasedTogether } from './releases.ts';
import { fundsTarget } from './target.ts';

const met = 'macro.softlanding.yes';

/**
 * The readings that news are compared with: those of the last published briefing, and of what that had none, today's
 * figures of the session before. A reading that a source gave ahead of its usual date was news that evening, and is not
 * again on the days on which the calendar would first have it.
 */
export function reportedBefore(before: FigureBook, published: ComparedReport | null): FigureBook {
  const reported = new FigureBook();
  const readings = newsworthyReleases.flatMap(({ readings: those }) => those.map(({ id }) => id));
  for (const id of [...readings, fundsTarget]) {
    const last = published?.figures[id];
    const figure = last === undefined || last.value === null ? before.find(id) : archivedFigure(last);
    if (figure !== undefined) reported.copyFrom(id, figure);
  }
  return reported;
}

/** Monthly and quarterly readings of a period that was not reported before; the count of the soft-landing table. */
export const readingKind: ChangeKind = {
  kind: 'reading',
  evenAlike: true,
  find: (of) => [...newsworthyReleases.flatMap((release) => published(of, release)), ...softLanding(of)],
  say: (found, words) => (found.ids[0] === met ? softLandingSentence(words) : releaseSentence(found, words)),
};

function published(of: TwoSessions, release: ReleasedTogether): Difference[] {
  const ids = release.readings
    .map(({ id }) => id)
    .filter((id) => {
      const [now, then] = [of.now.find(id), of.reported.find(id)];
      return now !== undefined && now.value !== null && then !== undefined && then.asOf < now.asOf;
    });
  return ids.length === 0 ? [] : [between({ now: of.now, before: of.reported }, ids)];
}

function softLanding(of: TwoSessions): Difference[] {
  const both = numbersOfBoth(of, met);
  return both === null || both.now === both.then ? [] : [between(of, [met])];
}

const softLandingSentence = (words: Words): Sentence | null =>
  say`Soft landing: ${words.cardinal(met)} of four conditions are met, ${words.carriedCount(met)} before.`;

/** `Now known: consumer prices of June +3.0 % on the year, 3.3 % before; core +3.3 %, 3.4 % before.` */
function releaseSentence({ ids }: Difference, words: Words): Sentence | null {
  const { name, readings } = newsworthyReleases.find((one) => one.readings.some(({ id }) => id === ids[0]))!;
  const asOf = words.book.get(ids[0]!).asOf;
  const period = words.chosen(isQuarterly(ids[0]!) ? quarterOf(asOf) : formatMonthName(asOf), ids[0]!);
  const parts = readings
    .filter(({ id }) => ids.includes(id))
    .map(({ id, called, measure }) => {
      const before = words.carried(id);
      const isAlike =
        before !== null && isPrintedAlike(id, words.book.get(id), words.book.get(`previous.${id}`));
      const after = before === null ? '' : isAlike ? ', as before' : say`, ${before} before`;
      return say`${called}${words.value(id)}${measure}${after}`;
    });
  return say`${heading(words.book, ids[0]!)}: ${name} of ${period}, ${join(parts, '; ')}.`;
}

/** Where the day of publication is computed, it may have been days ago. */
const heading = (book: FigureBook, id: string): string =>
  book.has(`${id}.usualdate`) && book.get(`${id}.usualdate`).value !== null
    ? 'Now known by the usual calendar'
    : 'Now known';

/** `the third quarter` of the date that stamps it, its first day. */
function quarterOf(date: string): string {
  return `the ${ordinal(Math.floor((Number(date.slice(5, 7)) + 2) / 3))} quarter`;
}
