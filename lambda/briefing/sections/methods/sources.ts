import type { Edition } from '../../../editions/edition.ts';
import type { Provenance } from '../../../series/snapshot.ts';
import type { Sentence, Table } from '../../report.ts';
import {
  formatInstant,
  formatMonth,
  formatNumber,
  formatQuarter,
  formatShortDate,
} from '../../words/format.ts';
import type { Context } from '../context.ts';
import { text } from '../plain.ts';

interface Column {
  readonly label: string;
  readonly align: 'start' | 'end';
  readonly cell: (entry: Provenance) => string;
}

/**
 * Every series that the briefing rests on: who gave it, how new it is, and what to know of it. What is the same for all
 * of them is said once, above the table.
 */
export function sourcesTable({ header, edition }: Context): Table {
  const entries = header.provenance;
  const name = namesOf(edition);
  const columns: Column[] = [
    { label: 'Name', align: 'start', cell: name },
    { label: 'Source', align: 'start', cell: ({ source }) => source },
    { label: 'Origin', align: 'start', cell: ({ origin }) => origin },
    { label: 'Newest', align: 'end', cell: newest(edition) },
    { label: 'Rows', align: 'end', cell: ({ rows }) => formatNumber(rows, 0) },
    { label: 'Received', align: 'end', cell: received },
    { label: 'Status', align: 'start', cell: ({ status }) => status },
    { label: 'Note', align: 'start', cell: ({ note }) => note ?? '' },
  ];
  const source = common(entries.map((entry) => entry.source));
  const time = common(entries.map(received));
  const once = [
    source === null ? '' : ` from “${source}”`,
    time === null || time === '' ? '' : ` on ${time}`,
  ].join('');
  const shown = columns.filter(
    ({ label }) => (label !== 'Source' || source === null) && (label !== 'Received' || time === null),
  );
  return {
    kind: 'table',
    id: 'methods.sources',
    title: 'Sources',
    subtitle: `${once === '' ? '' : `All received${once}; `}newest is the last date in the data, which may lie after the session`,
    columns: shown.map(({ label, align }) => ({ label, align })),
    rows: entries.map((entry) => ({
      label: seriesOf(entry.key),
      group: entry.key.startsWith('macro:') ? 'Macro' : 'Prices',
      cells: shown.map(({ cell }) => ({ text: cell(entry) })),
    })),
    notes: absentSeries(edition, entries),
  };
}

const seriesOf = (key: string): string => key.replace(/^(bars|macro):/, '');

const received = ({ fetchedAt }: Provenance): string => (fetchedAt === '' ? '' : formatInstant(fetchedAt));

/** The one value that all have, null when they differ or there are none. */
const common = (values: readonly string[]): string | null =>
  values.length > 0 && values.every((value) => value === values[0]) ? values[0]! : null;

function newest({ macro }: Edition): (entry: Provenance) => string {
  const frequency = new Map<string, string>(macro.map((spec) => [`macro:${spec.series}`, spec.frequency]));
  return ({ key, last }) => {
    if (last === '') return '';
    if (frequency.get(key) === 'monthly') return formatMonth(last);
    return frequency.get(key) === 'quarterly' ? formatQuarter(last) : formatShortDate(last);
  };
}

function namesOf({ symbols, macro }: Edition): (entry: Provenance) => string {
  const names = new Map<string, string>([
    ...symbols.flatMap(({ symbol, name, alternates = [] }) =>
      [...alternates, symbol].map((each) => [`bars:${each}`, name] as const),
    ),
    ...macro.map(({ series, name, publisher }) => [`macro:${series}`, `${name} (${publisher})`] as const),
  ]);
  return ({ key }) => names.get(key) ?? '';
}

/** The edition's series that no source gave, nor a stand-in for them. */
function absentSeries({ symbols, macro }: Edition, entries: readonly Provenance[]): Sentence[] {
  const there = new Set<string>(entries.map(({ key }) => key));
  const absent = [
    ...symbols
      .filter(
        ({ symbol, alternates = [] }) => ![symbol, ...alternates].some((each) => there.has(`bars:${each}`)),
      )
      .map(({ symbol }) => symbol),
    ...macro.filter(({ series }) => !there.has(`macro:${series}`)).map(({ series }) => series),
  ];
  if (absent.length === 0) return [];
  return [
    text(
      `No source gave ${absent.join(', ')}; what needs ${absent.length === 1 ? 'it' : 'them'} is missing or has a stand-in, and says so.`,
    ),
  ];
}
