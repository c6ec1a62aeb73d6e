import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  FigureStream,
  figureFile,
  figureFileHead,
  readFigureFile,
} from '../../../lambda/archive/figure-file.ts';
import {
  type FigureTableRow,
  figureTable,
  mergeFigureTables,
} from '../../../lambda/catalogue/figure-rows.ts';
import { ArchiveError } from '../../../lambda/errors.ts';
import { sampleReport } from '../../support/sample-report.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const base = sampleReport();
/** Values whose last bit a short way of writing would lose, letters beyond ASCII, and no value at all. */
const figures = {
  ...base.figures,
  'x.third': { ...base.figures['close.IWM']!, value: 1 / 3 },
  'x.large': { ...base.figures['close.IWM']!, value: -123456789.01234567 },
  'x.tiny': { ...base.figures['close.IWM']!, value: 5e-324 },
  'x.word': { ...base.figures['rotation.state']!, value: 'Größe ≥ 3' },
};
const sessions = ['2025-12-30', '2025-12-31'];
const tables = sessions.map((session) => figureTable({ ...base, session, figures }));
const whole = mergeFigureTables(tables);
const bytes = figureFile(whole);

describe('a file of figures', () => {
  let query: (sql: string) => Promise<unknown[][]>;
  beforeAll(async () => {
    const { path, dispose } = await temporaryFolder();
    writeFileSync(join(path, 'f.parquet'), bytes);
    const connection = await (await DuckDBInstance.create()).connect();
    query = async (sql) =>
      (await connection.runAndReadAll(sql.replace('$file', `'${join(path, 'f.parquet')}'`))).getRowsJson();
    return async () => {
      connection.closeSync();
      await dispose();
    };
  });

  it('is to DuckDB what the reports hold, to the last bit', async () => {
    const rows = await query('SELECT * FROM $file');
    const expected = Object.entries(figures)
      .filter(([id]) => !id.startsWith('previous.'))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([id, figure]) =>
        sessions.map((session) => [
          session,
          id,
          typeof figure.value === 'number' ? figure.value : null,
          typeof figure.value === 'string' ? figure.value : null,
          figure.unit,
          figure.status,
          figure.asOf,
          base.revision,
          figure.reason ?? null,
        ]),
      );
    expect(rows).toEqual(expected);
  });

  it('has the columns of docs/data.md, packed by Snappy', async () => {
    const described = await query('DESCRIBE SELECT * FROM $file');
    expect(described.map(([name, type]) => `${name} ${type}`)).toEqual([
      ...['session DATE', 'id VARCHAR', 'value DOUBLE', 'text VARCHAR', 'unit VARCHAR', 'status VARCHAR'],
      ...['as_of DATE', 'revision INTEGER', 'reason VARCHAR'],
    ]);
    const chunks = await query('SELECT DISTINCT compression FROM parquet_metadata($file)');
    expect(chunks).toEqual([['SNAPPY']]);
    const optional = await query(
      "SELECT name FROM parquet_schema($file) WHERE repetition_type = 'OPTIONAL' ORDER BY name",
    );
    expect(optional).toEqual([['reason'], ['text'], ['value']]);
  });

  it('is read back as it was, and written again the same to the byte', async () => {
    const read = await readFigureFile(bytes, 'here');
    expect(read).toEqual(whole);
    expect(Buffer.compare(figureFile(read), bytes)).toBe(0);
    expect(Buffer.compare(figureFile(mergeFigureTables([read, tables[0]!])), bytes)).toBe(0);
  });

  it('is read from a part of a larger buffer, as a small file comes from a disk or a bucket', async () => {
    const larger = Buffer.alloc(bytes.length + 100, 1);
    larger.set(bytes, 50);
    const part = larger.subarray(50, 50 + bytes.length);
    expect(await readFigureFile(part, 'here')).toEqual(whole);
    expect(figureFileHead(part, 'here')).toEqual(figureFileHead(bytes, 'here'));
  });

  it('says at its end which revision of which session it holds', () => {
    expect(figureFileHead(bytes, 'here')).toEqual({
      simulated: base.marks.simulated,
      sessions: new Map(sessions.map((session) => [session, base.revision])),
    });
  });
});

it('a reader may skip rows by groups of at most 20,000', async () => {
  const row = whole.rows[0]!;
  const rows = Array.from({ length: 20_001 }, (_, i): FigureTableRow => ({ ...row, id: `x${i}`, value: i }));
  const file = figureFile({ simulated: false, rows });
  const read = await readFigureFile(file, 'here');
  expect(read.rows.map(({ value }) => value)).toEqual(rows.map(({ value }) => value));
  const { path, dispose } = await temporaryFolder();
  writeFileSync(join(path, 'f.parquet'), file);
  const connection = await (await DuckDBInstance.create()).connect();
  const groups = await connection.runAndReadAll(
    `SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata('${join(path, 'f.parquet')}') ORDER BY 1`,
  );
  expect(groups.getRowsJson()).toEqual([
    ['0', '20000'],
    ['1', '1'],
  ]);
  connection.closeSync();
  await dispose();
});

const other = parquetWriteBuffer({ columnData: [{ name: 'session', data: ['2025-12-31'], type: 'STRING' }] });
const cut = (from: number, to: number) => Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);

it.each([
  ['no Parquet', Buffer.from('{"figures":[]}')],
  ['another table', Buffer.from(other)],
  ['an empty file', new Uint8Array()],
  ['a file without its beginning', cut(0, 900)],
])('%s is refused with what to do', async (_, wrong) => {
  const refused = await readFigureFile(wrong, 'figures/here').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ArchiveError);
  expect((refused as ArchiveError).message).toMatch(/^figures\/here is no table of figures: /);
  expect((refused as ArchiveError).hint).toContain('archive rebuild');
});

it('says whether its sessions are made up', async () => {
  for (const simulated of [true, false]) {
    const file = figureFile({ ...whole, simulated });
    expect(figureFileHead(file, 'here').simulated).toBe(simulated);
    expect((await readFigureFile(file, 'here')).simulated).toBe(simulated);
  }
});

it('lists its sessions in order, whatever the order of its rows', () => {
  const file = figureFile({ ...whole, rows: whole.rows.toReversed() });
  expect([...figureFileHead(file, 'here').sessions.keys()]).toEqual(sessions);
});

it('a file with a column less is refused by its end alone', () => {
  expect(() => figureFileHead(Buffer.from(other), 'here')).toThrow(ArchiveError);
  expect(() => figureFileHead(Buffer.from(other), 'here')).toThrow('its columns are session');
});

it('a file of more rows than any month has is refused unread', async () => {
  const { figureColumns } = await import('../../../lambda/archive-layout.ts');
  const columnData = figureColumns.map((name) => ({
    name,
    data: new Array(400_001).fill('x'),
    type: 'STRING' as const,
  }));
  const kvMetadata = [{ key: 'sessions', value: '{"2025-12-31":1}' }];
  const file = new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata }));
  await expect(readFigureFile(file, 'here')).rejects.toThrow('it unpacks to too much');
});

it('a stream of figures, written a part at a time, is one file with the rows of all', async () => {
  const stream = new FigureStream();
  const parts = tables.map(({ rows }) => stream.add(rows));
  const file = Buffer.concat([...parts, stream.end()]);
  const { path, dispose } = await temporaryFolder();
  onTestFinished(dispose);
  writeFileSync(join(path, 's.parquet'), file);
  const connection = await (await DuckDBInstance.create()).connect();
  const read = await connection.runAndReadAll(`SELECT * FROM '${join(path, 's.parquet')}'`);
  connection.closeSync();
  expect(read.getRowObjectsJson()).toEqual(tables.flatMap(({ rows }) => rows));
});
