import { once } from 'node:events';
import { FigureStream } from '../../archive/figure-file.ts';
import { mapLimited } from '../../archive/limited.ts';
import { newestRevision } from '../../archive/revisions.ts';
import { exitCodes, figureColumns } from '../../archive-layout.ts';
import { monthKey } from '../../calendar/civil.ts';
import { csvLine } from '../../catalogue/csv-line.ts';
import { type FigureTableRow, figureRows } from '../../catalogue/figure-rows.ts';
import { UsageError } from '../../errors.ts';
import { dateOf, matcherOf, publishedIn } from '../archive/choose.ts';
import { archiveAt } from '../archive/place.ts';
import type { Common, Place } from '../options.ts';

export interface ExportOptions extends Common, Place {
  readonly from?: string;
  readonly to?: string;
  readonly id?: string;
  readonly format: string;
}

/** `archive export`: figures of many sessions as one table on standard output, oldest session first. */
export async function exportCommand(options: ExportOptions): Promise<number> {
  const format = formats[options.format]?.();
  if (format === undefined)
    throw new UsageError(`--format ${options.format} is not a format of an export`, {
      hint: 'Use csv, jsonl or parquet.',
    });
  if (options.format === 'parquet' && process.stdout.isTTY === true)
    throw new UsageError('a Parquet file is not for a terminal', {
      hint: 'Write it to a file: `… --format parquet > figures.parquet`.',
    });
  const from = options.from === undefined ? '' : dateOf(options.from, '--from');
  const to = options.to === undefined ? '9999-12-31' : dateOf(options.to, '--to');
  const archive = await archiveAt(options);
  const sessions = (await publishedIn(archive))
    .map(({ session }) => session)
    .filter((session) => from <= session && session <= to)
    .reverse();
  if (sessions.length === 0)
    throw new UsageError(`no briefing from ${from || 'the first'} to ${to} is published`, {
      hint: '`archive ls` lists the sessions that are.',
    });
  const matches = matcherOf(options.id);
  let count = 0;
  for (const part of [...Map.groupBy(sessions, format.partOf).values()]) {
    const revisions = await mapLimited(part, 4, (session) => newestRevision(archive, session));
    const rows = revisions.flatMap((one) => (one === null ? [] : figureRows(one.report, matches)));
    if (rows.length === 0) continue;
    if (!(await print(format.write(rows, count === 0)))) return exitCodes.ok;
    count += rows.length;
  }
  if (count === 0)
    throw new UsageError(`no figure is named ${options.id}`, {
      hint: 'docs/report.md lists every measure; * stands for any characters.',
    });
  await print(format.end());
  return exitCodes.ok;
}

interface Format {
  /** Which sessions are written together; they are in memory at a time. */
  readonly partOf: (session: string) => string;
  readonly write: (rows: readonly FigureTableRow[], isFirst: boolean) => string | Uint8Array;
  readonly end: () => string | Uint8Array;
}

const bySession = (session: string): string => session;

const formats: Readonly<Record<string, () => Format>> = {
  csv: () => ({
    partOf: bySession,
    write: (rows, isFirst) =>
      [
        ...(isFirst ? [csvLine(figureColumns)] : []),
        ...rows.map((row) => csvLine(figureColumns.map((column) => row[column]))),
      ].join(''),
    end: () => '',
  }),
  jsonl: () => ({
    partOf: bySession,
    write: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
    end: () => '',
  }),
  parquet: () => {
    const stream = new FigureStream();
    return {
      // As the archive's own files: a figure of a month is in few groups of rows.
      partOf: monthKey,
      write: (rows) => stream.add(rows.toSorted(byIdThenSession)),
      end: () => stream.end(),
    };
  },
};

const byIdThenSession = (a: FigureTableRow, b: FigureTableRow): number =>
  a.id === b.id ? (a.session < b.session ? -1 : 1) : a.id < b.id ? -1 : 1;

/** False when the reading end is closed (`| head`). */
async function print(part: string | Uint8Array): Promise<boolean> {
  const { stdout } = process;
  if (stdout.destroyed) return false;
  if (!stdout.write(part)) await once(stdout, 'drain').catch(() => undefined);
  return !stdout.destroyed;
}
