import { compareInstants } from '../../../calendar/new-york.ts';
import type { Edition } from '../../../editions/edition.ts';
import type { Sentence, Table } from '../../../report/schema.ts';
import type { Provenance } from '../../../series/snapshot.ts';
import type { Context } from '../../context.ts';
import {
  formatInstant,
  formatMonth,
  formatNumber,
  formatQuarter,
  formatShortDate,
  formatTime,
} from '../../words/format.ts';
import type { Idiom } from '../../words/idiom.ts';
import { reasonsText } from '../../words/reasons.ts';
import { sourceTitle } from '../../words/source-title.ts';
import { plainSentence } from '../plain.ts';

interface Column {
  readonly label: string;
  readonly align: 'start' | 'end';
  readonly cell: (entry: Provenance) => string;
}

/**
 * Every series that the briefing rests on: who gave it and how new it is. What is the same for all of them is said
 * once, above the table; notes on some of them, below it.
 */
export function sourcesTable({ header, edition, words: { idiom } }: Context): Table {
  const entries = header.provenance;
  const { name, group } = descriptions(edition);
  const source = common(entries.map((entry) => entry.source));
  const times = entries.map(({ fetchedAt }) => fetchedAt).filter((time) => time !== '');
  const day = common(times.map((time) => time.slice(0, 10)));
  const columns: Column[] = [
    ...(source === null
      ? [{ label: 'Source', align: 'start', cell: (entry) => sourceTitle(entry.source) } as Column]
      : []),
    { label: 'Newest', align: 'end', cell: newest(edition) },
    ...(day === null ? [{ label: 'Received', align: 'end', cell: received } as Column] : []),
    { label: 'Rows', align: 'end', cell: ({ rows }) => formatNumber(rows, 0) },
  ];
  const once = [
    source === null ? '' : ` from ${sourceTitle(source)}`,
    day === null ? '' : ` on ${span(times)}`,
  ].join('');
  return {
    kind: 'table',
    id: 'methods.sources',
    title: 'Sources',
    subtitle: `${once === '' ? '' : `All received${once}; `}newest is the last date in the data, which may lie after the session; every series is fresh unless a note says otherwise; addresses and checksums are in the data file of the briefing`,
    columns: columns.map(({ label, align }) => ({ label, align })),
    rows: entries.map((entry) => ({
      ...named(entry, name(entry)),
      group: group(entry),
      cells: columns.map(({ cell }) => ({ text: cell(entry) })),
    })),
    notes: [...notesOf(entries, idiom), ...absentSeries(edition, entries, idiom)],
  };
}

/** When the payloads came, all on one day: `31 Dec 2025, 22:50 UTC`, or from the first to the last. */
function span(times: readonly string[]): string {
  const sorted = times.toSorted(compareInstants);
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  const [from, to] = [formatTime(first), formatTime(last)];
  return `${formatShortDate(first)}, ${from}${from === to ? '' : ` to ${to}`} UTC`;
}

/** What is not fresh or else to be known, each remark once, with the series it is about. */
function notesOf(entries: readonly Provenance[], idiom: Idiom): Sentence[] {
  const about = new Map<string, string[]>();
  for (const { key, status, notes } of entries) {
    const note = reasonsText(notes, idiom);
    if (status === 'fresh' && note === undefined) continue;
    const remark = [...(status === 'fresh' ? [] : [status]), ...(note === undefined ? [] : [note])].join(
      ', ',
    );
    const those = about.get(remark) ?? [];
    about.set(remark, those);
    those.push(seriesOf(key));
  }
  return [...about].map(([remark, those]) => plainSentence(`${those.join(', ')}: ${remark}.`));
}

const seriesOf = (key: string): string => key.replace(/^\w+:/, '');

/** What a reader knows it by, and behind it what its publisher or the program has it under: symbols are known by themselves. */
function named({ key }: Provenance, name: string): { label: string; hint: string } {
  const id = seriesOf(key);
  return /^(?:macro|events):/.test(key) && name !== ''
    ? { label: name, hint: key.startsWith('macro:') ? id : '' }
    : { label: id, hint: name };
}

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

/** The heading of a kind of series, by the first half of its key. */
const groups: Readonly<Record<string, string>> = {
  macro: 'Macro',
  filings: 'Filings: capital expenditure',
  income: 'Filings: net income',
  shares: 'Filings: shares',
  results: 'Days of results',
  holdings: 'Holdings of funds',
  valuation: 'Ratios of funds',
  options: 'Implied by options',
  futures: 'Federal funds futures',
  events: 'Calendars',
};

/** What a series is called, and its heading: a macro series under its publisher's. */
function descriptions({ symbols, macro }: Edition): Record<'name' | 'group', (entry: Provenance) => string> {
  const names = new Map<string, string>([
    ...symbols.flatMap(({ symbol, name, alternates = [] }) =>
      [...alternates, symbol].map((each) => [`bars:${each}`, name] as const),
    ),
    ...symbols.flatMap(({ symbol, name }) =>
      ['filings', 'income', 'shares', 'results', 'holdings', 'valuation', 'options'].map(
        (kind) => [`${kind}:${symbol}`, name] as const,
      ),
    ),
    ...macro.map(({ series, name }) => [`macro:${series}`, name] as const),
    ['events:releases', 'Dates of releases'],
    ['events:bls', 'Release dates of the Bureau of Labor Statistics'],
    ['events:bea', 'Release dates of the Bureau of Economic Analysis'],
    ['events:fed', 'Calendar of the Federal Reserve Board'],
    ['events:schedule', 'Release dates kept in the program'],
    ['events:earnings', 'Dates of earnings'],
  ]);
  const publishers = new Map<string, string>(
    macro.map(({ series, publisher }) => [`macro:${series}`, publisher]),
  );
  return {
    name: ({ key }) => names.get(key) ?? '',
    group: ({ key }) => publishers.get(key) ?? groups[key.split(':')[0] ?? ''] ?? 'Prices',
  };
}

/** The edition's series that no source gave, and for which there is no proxy. */
function absentSeries({ symbols, macro }: Edition, entries: readonly Provenance[], idiom: Idiom): Sentence[] {
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
    plainSentence(
      `No source gave ${absent.map((id) => idiom.name(id)).join(', ')}; what needs ${absent.length === 1 ? 'it' : 'them'} is missing or has a stand-in, and says so.`,
    ),
  ];
}
