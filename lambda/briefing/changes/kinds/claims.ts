import { sessionsBetween } from '../../../calendar/nyse.ts';
import { cardinal } from '../../words/count.ts';
import { join, say, type Words } from '../../words/sentence.ts';
import type { ChangeKind } from '../kind.ts';
import { limits } from '../limits.ts';
import { type TwoSessions, wordOf, wordsOfBoth } from '../sessions.ts';

/** Verdicts that differ, where the one before had lasted a week or more: some claims flip often. */
export const claimKind: ChangeKind = {
  kind: 'claim',
  find: (of) => {
    const ids = of.edition.claims.rows
      .map(({ number }) => `claim.${number}`)
      .filter((id) => {
        const both = wordsOfBoth(of, id);
        return both !== null && both.now !== both.then && hasLasted(of, id);
      });
    if (ids.length === 0) return [];
    return [
      {
        ids,
        before: ids.map((id) => wordOf(of.before, id)),
        now: ids.map((id) => wordOf(of.now, id)),
        quotes: ids.slice(0, limits.namedClaims),
      },
    ];
  },
  say: ({ ids }, words, { claims }) => {
    const titles = new Map(claims.rows.map(({ number, title }) => [`claim.${number}`, title]));
    const named = ids.slice(0, limits.namedClaims);
    const more = ids.length - named.length;
    const rest = more === 0 ? '' : `; and ${cardinal(more)} more`;
    return say`${ids.length === 1 ? 'Claim' : 'Claims'}: ${join(
      named.map((id) => turned(words, id, titles.get(id) ?? id)),
      '; ',
    )}${rest}.`;
  },
};

const turned = (words: Words, id: string, title: string) =>
  say`“${title}” now ${words.value(id)}, ${words.carried(id)} before`;

/** Whether the run of the verdict of the session before was long enough by then. */
function hasLasted({ before }: TwoSessions, id: string): boolean {
  const since = before.find(`${id}.since`);
  if (since === undefined) return false;
  if (typeof since.value === 'string')
    return sessionsBetween(since.value, since.asOf).length >= limits.verdict;
  return (since.reasons ?? []).some(
    (reason) => reason.code === 'same-verdict' && reason.sessions >= limits.verdict,
  );
}
