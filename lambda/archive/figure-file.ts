import { type FileMetaData, parquetMetadata, parquetRead } from 'hyparquet';
import { ByteWriter, ParquetWriter, parquetWriteBuffer } from 'hyparquet-writer';
import * as z from 'zod';
import { type FigureColumn, figureColumns } from '../archive-layout.ts';
import { dateOfDayNumber, dayNumber } from '../calendar/civil.ts';
import { type FigureTable, type FigureTableRow, newestRevisionsIn } from '../catalogue/figure-rows.ts';
import { ArchiveError } from '../errors.ts';

/** How Parquet keeps a column; what is optional may be null. */
const types: Readonly<Record<FigureColumn, readonly [kind: keyof typeof kinds, optional?: 'optional']>> = {
  session: ['date'],
  id: ['text'],
  value: ['double', 'optional'],
  text: ['text', 'optional'],
  unit: ['text'],
  status: ['text'],
  as_of: ['date'],
  revision: ['integer'],
  reason: ['text', 'optional'],
};

const kinds = {
  date: { type: 'INT32', converted_type: 'DATE' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  double: { type: 'DOUBLE' },
  integer: { type: 'INT32' },
} as const;

const schema = [
  { name: 'figures', num_children: figureColumns.length },
  ...figureColumns.map((name) => {
    const [kind, optional] = types[name];
    return { name, ...kinds[kind], repetition_type: optional ? 'OPTIONAL' : 'REQUIRED' } as const;
  }),
];

/**
 * Doubles by byte: half of each is much like that of the session before, and a month stays a tenth smaller. Text by
 * dictionary, which the writer would not see for itself where forty thousand rows name two thousand figures.
 */
const encodings = { double: 'BYTE_STREAM_SPLIT', text: 'RLE_DICTIONARY' } as const;

/** Columns by whose least and greatest values readers skip groups of rows. */
const sought: ReadonlySet<FigureColumn> = new Set(['session', 'id', 'value']);

/** Readers skip what they do not ask for by groups of rows: one figure of a month is in one of three. */
const rowGroupSize = 20_000;

/** Most rows and bytes of a file that is read: a month has under fifty thousand rows. */
const limits = { rows: 400_000, bytes: 64_000_000 };

/** Rows as the columns of a Parquet file. */
function columnsOf(rows: readonly FigureTableRow[]) {
  const days = new Map<string, number>();
  const dayOf = (date: string): number => {
    const day = days.get(date) ?? dayNumber(date);
    days.set(date, day);
    return day;
  };
  // A function a column, each of which sees one field: a field by its name takes three times as long.
  const columns: Readonly<Record<FigureColumn, (row: FigureTableRow) => string | number | null>> = {
    session: ({ session }) => dayOf(session),
    id: ({ id }) => id,
    value: ({ value }) => value,
    text: ({ text }) => text,
    unit: ({ unit }) => unit,
    status: ({ status }) => status,
    // Mostly the session itself, whose text is at hand.
    as_of: ({ as_of, session }) => dayOf(as_of === session ? session : as_of),
    revision: ({ revision }) => revision,
    reason: ({ reason }) => reason,
  };
  return figureColumns.map((name) => {
    const [kind] = types[name];
    const data = rows.map(columns[name]);
    const encoding = kind in encodings ? { encoding: encodings[kind as 'text'] } : {};
    return { name, data, statistics: sought.has(name), ...encoding };
  });
}

/** A table of figures as a Parquet file, packed by Snappy. The same table, the same bytes. */
export function figureFile({ simulated, rows }: FigureTable): Uint8Array {
  const columnData = columnsOf(rows);
  const sessions = Object.fromEntries([...newestRevisionsIn([rows])].sort());
  const kvMetadata = [
    { key: 'schema', value: 'smallcap-briefing-figures/1' },
    { key: 'simulated', value: String(simulated) },
    { key: 'sessions', value: JSON.stringify(sessions) },
  ];
  return new Uint8Array(
    parquetWriteBuffer({ columnData, schema, codec: 'SNAPPY', rowGroupSize, kvMetadata }),
  );
}

/** A Parquet file of figures of any length, of which a part is in memory at a time. The same parts, the same bytes. */
export class FigureStream {
  readonly #bytes = new ByteWriter();
  readonly #writer = new ParquetWriter({ writer: this.#bytes, schema, codec: 'SNAPPY' });

  /** The next rows. @returns the bytes of the file that they make */
  add(rows: readonly FigureTableRow[]): Uint8Array {
    this.#writer.write({ columnData: columnsOf(rows), rowGroupSize });
    return this.#taken();
  }

  /** The end of the file; without it the file cannot be read. */
  end(): Uint8Array {
    this.#writer.finish();
    return this.#taken();
  }

  #taken(): Uint8Array {
    const taken = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return taken;
  }
}

/** What the end of a file says of the rest, which it takes a hundredth of the time to read. */
export interface FigureFileHead {
  readonly simulated: boolean;
  /** The revision of each session. */
  readonly sessions: ReadonlyMap<string, number>;
}

const sessionList = z.record(z.iso.date(), z.number().int().min(1));

/** @param place where the file lies, for the message @throws ArchiveError when it is none of {@link figureFile} */
export function figureFileHead(bytes: Uint8Array, place: string): FigureFileHead {
  try {
    return headOf(parquetMetadata(bufferOf(bytes)));
  } catch (cause) {
    throw noTable(place, cause);
  }
}

/** The table in a file of {@link figureFile}. @param place where it lies, for the message @throws ArchiveError when it is none */
export async function readFigureFile(bytes: Uint8Array, place: string): Promise<FigureTable> {
  try {
    const file = bufferOf(bytes);
    const metadata = parquetMetadata(file);
    const { simulated } = headOf(metadata);
    const rows: FigureTableRow[] = [];
    await parquetRead({
      file,
      metadata,
      parsers: { dateFromDays: dateOf() },
      rowFormat: 'object',
      onComplete: (read) => {
        for (const row of read) rows.push(row as FigureTableRow);
      },
    });
    return { simulated, rows };
  } catch (cause) {
    throw noTable(place, cause);
  }
}

function headOf({ schema: found, num_rows, row_groups, key_value_metadata }: FileMetaData): FigureFileHead {
  const names = found.slice(1).map(({ name }) => name);
  if (names.join() !== figureColumns.join()) throw new Error(`its columns are ${names.join(', ')}`);
  const unpacked = row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
  if (num_rows > limits.rows || unpacked > limits.bytes) throw new Error('it unpacks to too much');
  const noted = new Map(key_value_metadata?.map(({ key, value }) => [key, value]));
  const sessions = sessionList.parse(JSON.parse(noted.get('sessions') ?? ''));
  return { simulated: noted.get('simulated') === 'true', sessions: new Map(Object.entries(sessions)) };
}

/** A buffer of its own: bytes that were read may be a part of a larger one, and `slice` of a `Buffer` still is. */
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

function noTable(place: string, cause: unknown): ArchiveError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ArchiveError(`${place} is no table of figures: ${why}`, {
    cause,
    hint: 'It was changed from outside: run `archive rebuild`, which makes it again.',
  });
}

/** Days of a file as dates; few differ. */
function dateOf(): (day: number) => string {
  const dates = new Map<number, string>();
  return (day) => {
    const date = dates.get(day) ?? dateOfDayNumber(day);
    dates.set(day, date);
    return date;
  };
}
