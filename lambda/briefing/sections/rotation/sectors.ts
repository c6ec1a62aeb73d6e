import type { Edition } from '../../../editions/edition.ts';
import type { Table } from '../../../report/schema.ts';
import type { Words } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';

const windows = [
  ['5d', '5 days'],
  ['21d', '21 days'],
  ['63d', '63 days'],
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
    subtitle: `Total return less ${benchmark}’s, percentage points`,
    columns: windows.map(([, label]) => ({ label, align: 'end' })),
    rows: shownOf(edition).map(({ symbol, name, heading }) => ({
      label: symbol,
      hint: name,
      group: heading,
      ...(symbol === edition.underlying ? { emphasis: true } : {}),
      cells: windows.map(([window]) => cellOf(words, `excess.${symbol}:${benchmark}.${window}`)),
    })),
    notes: [],
  };
}

/** `5 of 13 funds`, where the table has not all of them; undefined where it has. */
export function fundsAtHand(words: Words, edition: Edition): string | undefined {
  const all = shownOf(edition);
  const there = all.filter(({ symbol }) => words.known(`return.${symbol}.1d`)).length;
  return there === all.length ? undefined : `${there} of ${all.length} funds`;
}
