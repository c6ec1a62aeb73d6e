import type { z } from 'zod';
import { keys } from '../archive-layout.ts';
import type { YearData } from '../catalogue/day.ts';
import { type FigureList, figureList } from '../catalogue/figure-list.ts';
import { type Here, here } from '../catalogue/here.ts';
import { type HistoryPoint, pointsIn, shardOf } from '../catalogue/history.ts';
import { type RecordData, recordData } from '../catalogue/record.ts';
import { type MonthRuns, monthRuns, type RunMonths, runMonths } from '../catalogue/runs.ts';
import { jsonIn } from '../catalogue/script.ts';
import { yearData } from '../catalogue/year-data.ts';
import { type ArchiveIndex, archiveIndex } from '../catalogue/years.ts';
import { ArchiveError } from '../errors.ts';
import type { Archive } from './archive.ts';
import { readJson } from './bytes.ts';

/** The site's data of a year; null when there is none. @throws ArchiveError */
export async function readYearData(archive: Archive, year: string): Promise<YearData | null> {
  return parseYearData(archive, year, await archive.get(keys.yearData(year)));
}

/** @throws ArchiveError */
export function parseYearData(archive: Archive, year: string, bytes: Uint8Array | null): YearData | null {
  return parse(yearData, 'archive.year', archive.locate(keys.yearData(year)), bytes);
}

/** @throws ArchiveError */
export function parseRecord(archive: Archive, year: string, bytes: Uint8Array | null): RecordData | null {
  return parse(recordData, 'archive.record', archive.locate(keys.record(year)), bytes);
}

/** @throws ArchiveError */
export function parseHere(archive: Archive, session: string, bytes: Uint8Array | null): Here | null {
  return parse(here, 'here', archive.locate(keys.here(session)), bytes);
}

/** @throws ArchiveError */
export function parseFigureList(archive: Archive, bytes: Uint8Array | null): FigureList | null {
  return parse(figureList, 'archive.list', archive.locate(keys.figuresData), bytes);
}

/** @throws ArchiveError */
export function parseIndexData(archive: Archive, bytes: Uint8Array | null): ArchiveIndex | null {
  return parse(archiveIndex, 'archive.index', archive.locate(keys.indexData), bytes);
}

/** @throws ArchiveError */
export function parseMonthRuns(archive: Archive, month: string, bytes: Uint8Array | null): MonthRuns | null {
  return parse(monthRuns, 'archive.runs', archive.locate(keys.monthRuns(month)), bytes);
}

/** @throws ArchiveError */
export function parseRunMonths(archive: Archive, bytes: Uint8Array | null): RunMonths | null {
  return parse(runMonths, 'archive.months', archive.locate(keys.runMonths), bytes);
}

/** A figure over a quarter, oldest session first; none where the archive has no session of it. @throws ArchiveError */
export async function readHistory(
  archive: Archive,
  quarter: string,
  id: string,
): Promise<readonly HistoryPoint[]> {
  const key = keys.history(quarter, shardOf(id));
  const bytes = await archive.get(key);
  if (bytes === null) return [];
  const points = pointsIn(Buffer.from(bytes).toString(), id);
  if (points === null) throw notAsWritten(archive.locate(key), 'history of figures');
  return points;
}

/** A script of the site that is not what it should be. */
export function notAsWritten(place: string, what: string): ArchiveError {
  return new ArchiveError(`${place} is no ${what}`, {
    hint: 'It was changed from outside: run `archive rebuild`, which makes it again.',
  });
}

function parse<T>(schema: z.ZodType<T>, call: string, place: string, bytes: Uint8Array | null): T | null {
  if (bytes === null) return null;
  const json = jsonIn(call, Buffer.from(bytes).toString());
  if (json !== null) return readJson(schema, Buffer.from(json), place);
  throw notAsWritten(place, `call of ${call}`);
}
