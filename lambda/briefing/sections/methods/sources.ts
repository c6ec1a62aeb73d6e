import type { Provenance } from '../../../series/snapshot.ts';
import type { Table } from '../../report.ts';
import { formatInstant, formatShortDate } from '../../words/format.ts';
import { formatNumber } from '../../words/number.ts';
import type { Context } from '../context.ts';
import { text } from '../plain.ts';

const start = (label: string) => ({ label, align: 'start' as const });
const end = (label: string) => ({ label, align: 'end' as const });

/** Every series that the briefing asked for: who gave it, how new it is, and what to know of it. */
export function sourcesTable(context: Context): Table {
  const { header } = context;
  const fetched = [...new Set(header.provenance.map(({ fetchedAt }) => minute(fetchedAt)))];
  const atOnce = fetched.length === 1 && fetched[0] !== undefined;
  const name = namesOf(context);
  return {
    kind: 'table',
    id: 'methods.sources',
    title: 'Sources',
    subtitle: atOnce
      ? `All received ${formatInstant(fetched[0]!)}; newest date in the data, which may lie after the session`
      : 'Newest date in the data, which may lie after the session',
    columns: [
      start('Name'),
      start('Source'),
      start('Origin'),
      end('Newest'),
      end('Rows'),
      ...(atOnce ? [] : [end('Received')]),
      start('Status'),
      start('Note'),
    ],
    rows: header.provenance.map((entry) => ({
      label: seriesOf(entry),
      group: entry.key.startsWith('macro:') ? 'Macro' : 'Prices',
      cells: [
        name(entry),
        entry.source,
        entry.origin,
        entry.last === '' ? '' : formatShortDate(entry.last),
        formatNumber(entry.rows, 0),
        ...(atOnce ? [] : [entry.fetchedAt === '' ? '' : formatInstant(entry.fetchedAt)]),
        entry.status,
        entry.note ?? '',
      ].map((words) => ({ text: words })),
    })),
    notes: absentSeries(context),
  };
}

const minute = (instant: string): string => instant.slice(0, 16);

const seriesOf = ({ key }: Provenance): string => key.replace(/^(bars|macro):/, '');

function namesOf({ edition }: Context): (entry: Provenance) => string {
  const names = new Map<string, string>([
    ...edition.symbols.map(({ symbol, name }) => [`bars:${symbol}`, name] as const),
    ...edition.macro.map(
      ({ series, name, publisher }) => [`macro:${series}`, `${name} (${publisher})`] as const,
    ),
  ]);
  return ({ key }) => names.get(key) ?? '';
}

/** The edition's series that no source gave. */
function absentSeries({ edition, header }: Context) {
  const there = new Set<string>(header.provenance.map(({ key }) => key));
  const absent = [
    ...edition.symbols.map(({ symbol }) => `bars:${symbol}`),
    ...edition.macro.map(({ series }) => `macro:${series}`),
  ].filter((key) => !there.has(key));
  if (absent.length === 0) return [];
  return [
    text(
      `No source gave ${absent.map((key) => key.replace(/^(bars|macro):/, '')).join(', ')}; what needs ${absent.length === 1 ? 'it' : 'them'} is missing or has a stand-in, and says so.`,
    ),
  ];
}
