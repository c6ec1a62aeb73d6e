import type { Header } from '../../header.ts';
import { formatDate } from '../../words/date.ts';

/** Publishers of releases, and the calendars that may have them. */
const publishers: readonly (readonly [name: string, calendars: readonly string[]])[] = [
  ['BLS', ['events:bls', 'events:releases', 'events:schedule']],
  ['BEA', ['events:bea', 'events:releases', 'events:schedule']],
  ['Census Bureau', ['events:releases', 'events:schedule']],
];

/**
 * Where the known dates of publishers end before a day: `BLS, BEA and Census Bureau dates after Wed 30 December 2026 are
 * not known yet.` A page that lists nothing there would say that nothing comes.
 */
export function endsBefore(header: Header, until: string): string[] {
  // A fresh calendar covers all the sessions ahead, whatever its last entry is.
  const last = new Map(
    header.provenance
      .filter(({ status }) => status !== 'missing')
      .map(({ key, status, last: day }) => [key, status === 'fresh' ? until : day]),
  );
  const ends = Map.groupBy(publishers, ([, calendars]) =>
    calendars
      .map((key) => last.get(key) ?? '')
      .toSorted()
      .at(-1),
  );
  return [...ends].flatMap(([end, those]) => {
    if (end === undefined || end === '' || end >= until) return [];
    const names = those.map(([name]) => name);
    const listed = names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
    return [`${listed} dates after ${formatDate(end)} are not known yet.`];
  });
}
