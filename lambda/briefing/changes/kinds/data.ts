import type { Status } from '../../../series/snapshot.ts';
import { sectionStatuses, sectionTitles } from '../../sections/statuses.ts';
import { join, say, type Words } from '../../words/sentence.ts';
import type { ChangeKind, Difference } from '../kind.ts';
import type { TwoSessions } from '../sessions.ts';

const prefix = 'section:';

/** A section whose status differs; a required series that was stale or missing and is not, or the other way. */
export const dataKind: ChangeKind = {
  kind: 'data',
  find: (of) => [...sections(of), ...required(of)],
  say: ({ ids, before, now }, words, edition) => {
    const titles = sectionTitles(edition);
    const parts = ids.map((id, i) => {
      const name = id.startsWith(prefix)
        ? (titles[id.slice(prefix.length)] ?? id)
        : `${symbolOf(id)}’s prices`;
      const verb = id.startsWith(prefix) ? 'is' : 'are';
      return say`${rests(words, id, name)} ${verb} ${String(now[i])}, ${String(before[i])} before`;
    });
    return say`Data: ${join(parts, '; ')}.`;
  },
};

const rests = (words: Words, id: string, text: string) => words.absent(text, id);
const symbolOf = (id: string): string => id.split('.')[1] ?? id;

function sections({ edition, header, now, before }: TwoSessions): Difference[] {
  const [today, then] = [now, before].map((book) => sectionStatuses({ edition, header, book }));
  const ids = Object.keys(today!).filter((id) => today![id] !== then![id]);
  return changed(
    ids.map((id) => prefix + id),
    ids.map((id) => then![id]!),
    ids.map((id) => today![id]!),
  );
}

function required({ edition, now, before }: TwoSessions): Difference[] {
  const statusOf = (book: typeof now, id: string): Status => book.find(id)?.status ?? 'missing';
  const isBad = (status: Status): boolean => status === 'stale' || status === 'missing';
  const ids = edition.required
    .map((symbol) => `return.${symbol}.1d`)
    .filter((id) => isBad(statusOf(now, id)) !== isBad(statusOf(before, id)));
  return changed(
    ids,
    ids.map((id) => statusOf(before, id)),
    ids.map((id) => statusOf(now, id)),
  );
}

const changed = (ids: string[], before: Status[], now: Status[]): Difference[] =>
  ids.length === 0 ? [] : [{ ids, before, now }];
