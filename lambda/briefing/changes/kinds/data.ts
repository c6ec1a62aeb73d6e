import type { Status } from '../../../series/snapshot.ts';
import { sectionStatuses, sectionTitles } from '../../sections/statuses.ts';
import { join, say } from '../../words/sentence.ts';
import type { ChangeKind } from '../kind.ts';
import type { TwoSessions } from '../sessions.ts';

const prefix = 'section:';

/** Sections whose status differs; required series that were stale or missing and are not, or the other way. */
export const dataKind: ChangeKind = {
  kind: 'data',
  find: (of) => {
    const all = [...sections(of), ...required(of)];
    if (all.length === 0) return [];
    const [ids, before, now] = [
      all.map(({ id }) => id),
      all.map(({ was }) => was),
      all.map((one) => one.now),
    ];
    return [{ ids, before, now }];
  },
  say: ({ ids, before, now }, words, edition) => {
    const titles = sectionTitles(edition);
    const parts = ids.flatMap((id, i) => {
      // The section of a fund without prices says what its series says.
      const isOfFund = id === `${prefix}fund` && ids.includes(`return.${edition.fund.symbol}.1d`);
      if (isOfFund) return [];
      const isSection = id.startsWith(prefix);
      const name = isSection ? (titles[id.slice(prefix.length)] ?? id) : `${symbolOf(id)}’s prices`;
      const verb = isSection ? 'is' : 'are';
      return [say`${words.absent(name, id)} ${verb} ${String(now[i])}, ${String(before[i])} before`];
    });
    return say`Data: ${join(parts, '; ')}.`;
  },
};

const symbolOf = (id: string): string => id.split('.')[1] ?? id;

interface StatusChange {
  readonly id: string;
  readonly was: Status;
  readonly now: Status;
}

function sections({ edition, header, now, before }: TwoSessions): StatusChange[] {
  const [today, then] = [now, before].map((book) => sectionStatuses({ edition, header, book })) as [
    Readonly<Record<string, Status>>,
    Readonly<Record<string, Status>>,
  ];
  return Object.keys(today)
    .filter((id) => today[id] !== then[id])
    .map((id) => ({ id: prefix + id, was: then[id]!, now: today[id]! }));
}

function required({ edition, now, before }: TwoSessions): StatusChange[] {
  const statusOf = (book: typeof now, id: string): Status => book.find(id)?.status ?? 'missing';
  const isBad = (status: Status): boolean => status === 'stale' || status === 'missing';
  return edition.required
    .map((symbol) => `return.${symbol}.1d`)
    .map((id) => ({ id, was: statusOf(before, id), now: statusOf(now, id) }))
    .filter((one) => isBad(one.now) !== isBad(one.was));
}
