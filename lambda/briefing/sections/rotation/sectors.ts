import type { Edition } from '../../../editions/edition.ts';
import { plainText } from '../../../report/plain-text.ts';
import type { BarChart, Table } from '../../../report/schema.ts';
import { list, say, type Words } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';

const windows = [
  ['5d', '5 days'],
  ['21d', '21 days'],
  ['63d', '63 days'],
  ['ytd', 'Year to date'],
] as const;

/** The symbols that are shown, each with its group's heading. */
const shownOf = ({ symbols, shown }: Edition) =>
  symbols.flatMap((spec) => {
    const heading = shown[spec.group];
    return heading === undefined ? [] : [{ ...spec, heading }];
  });

/** Styles and sectors against the benchmark over a week, a month and a quarter of sessions. */
export function sectorTable(words: Words, edition: Edition): Table {
  const { benchmark } = edition.map;
  return {
    kind: 'table',
    id: 'sectors',
    title: `Styles and sectors against ${benchmark}`,
    subtitle: `Total return less ${benchmark}’s, percentage points; quadrant of the rotation map where it is drawn`,
    columns: [
      ...windows.map(([, label]) => ({ label, align: 'end' as const })),
      { label: 'Quadrant', align: 'start' },
    ],
    rows: shownOf(edition).map(({ symbol, name, heading }) => ({
      label: symbol,
      hint: name,
      group: heading,
      ...(symbol === edition.underlying ? { emphasis: true } : {}),
      cells: [
        ...windows.map(([window]) => cellOf(words, `excess.${symbol}:${benchmark}.${window}`)),
        words.book.has(`map.${symbol}:${benchmark}.quadrant`)
          ? cellOf(words, `map.${symbol}:${benchmark}.quadrant`)
          : { text: '' },
      ],
    })),
    notes: [],
  };
}

/** The same over 21 sessions as bars, furthest ahead first. */
export function sectorBars(words: Words, edition: Edition, asOf: string): BarChart | null {
  const { benchmark } = edition.map;
  const ranked = shownOf(edition)
    .map(({ symbol }) => ({ symbol, id: `excess.${symbol}:${benchmark}.21d` }))
    .map((entry) => ({ ...entry, value: words.number(entry.id) }))
    .filter((entry) => entry.value !== null)
    .sort((a, b) => b.value! - a.value! || (a.symbol < b.symbol ? -1 : 1));
  const first = ranked[0];
  const last = ranked.at(-1);
  if (first === undefined || last === undefined) return null;
  const told = list(ranked.map(({ symbol, id }) => say`${symbol} ${words.value(id)}`));
  const title =
    first === last
      ? `${first.symbol} against ${benchmark} over 21 sessions`
      : `Over 21 sessions ${first.symbol} did best against ${benchmark}, ${last.symbol} worst`;
  return {
    kind: 'chart',
    type: 'bars',
    id: 'sector-excess',
    title,
    subtitle: `Total return less ${benchmark}’s, percentage points`,
    asOf,
    alt: told === null ? title : `${plainText(told)}.`,
    unit: 'fraction',
    bars: ranked.map(({ symbol, id }) => ({
      label: symbol,
      figure: id,
      role: symbol === edition.underlying ? 'accent' : 'plain',
    })),
  };
}
