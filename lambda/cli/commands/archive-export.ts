import { once } from 'node:events';
import { newestRevision } from '../../archive/revisions.ts';
import { exitCodes, figureColumns } from '../../archive-layout.ts';
import { csvLine } from '../../catalogue/csv-line.ts';
import { type FigureTableRow, figureRows } from '../../catalogue/figure-rows.ts';
import { UsageError } from '../../errors.ts';
import { dateOf, matcherOf, publishedIn } from '../archive/choose.ts';
import { archiveAt, type Place } from '../archive/place.ts';
import type { Common } from '../options.ts';

export interface ExportOptions extends Common, Place {
  readonly from?: string;
  readonly to?: string;
  readonly id?: string;
  readonly format: string;
}

/** `archive export`: figures of many sessions as one table on standard output, oldest session first. */
export async function exportCommand(options: ExportOptions): Promise<number> {
  const write = writers[options.format];
  if (write === undefined)
    throw new UsageError(`--format ${options.format} is not a format of an export`, {
      hint: `Use ${Object.keys(writers).join(' or ')}.`,
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
  if (options.format === 'csv') await print(csvLine(figureColumns));
  let rows = 0;
  for (const session of sessions) {
    const revision = await newestRevision(archive, session);
    const found = revision === null ? [] : figureRows(revision.report, matches);
    rows += found.length;
    if (!(await print(found.map(write).join('')))) return exitCodes.ok;
  }
  if (rows === 0)
    throw new UsageError(`no figure is named ${options.id}`, {
      hint: 'docs/report.md lists every measure; * stands for any characters.',
    });
  return exitCodes.ok;
}

const writers: Readonly<Record<string, (row: FigureTableRow) => string>> = {
  csv: (row) => csvLine(figureColumns.map((column) => row[column])),
  jsonl: (row) => `${JSON.stringify(row)}\n`,
};

/** False when the reading end of the pipe is closed (`| head`). */
async function print(text: string): Promise<boolean> {
  const { stdout } = process;
  if (stdout.destroyed) return false;
  if (!stdout.write(text)) await once(stdout, 'drain').catch(() => undefined);
  return !stdout.destroyed;
}
