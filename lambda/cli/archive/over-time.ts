import type { Archive } from '../../archive/archive.ts';
import { readHistory } from '../../archive/site-data.ts';
import { exitCodes } from '../../archive-layout.ts';
import { formatFigure } from '../../briefing/words/format.ts';
import { quarterOf } from '../../catalogue/history.ts';
import { counted } from '../../counted.ts';
import { UsageError } from '../../errors.ts';
import type { Figure } from '../../report/schema.ts';
import type { Terminal } from '../terminal.ts';
import { dateOf, newestIn, publishedIn } from './choose.ts';
import { columnsIn } from './columns.ts';
import { sparkOf } from './spark.ts';

export interface OverTime {
  readonly figure: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * One figure over many sessions: a line of blocks, and a row a session, oldest first. Values have seven digits, more than is printed;
 * `archive export` has them to the last bit.
 * @throws UsageError for no date, for several figures, and where there is nothing @throws ArchiveError
 */
export async function showOverTime(
  archive: Archive,
  { figure: id, ...range }: OverTime,
  terminal: Terminal,
): Promise<number> {
  if (/[*,]/.test(id))
    throw new UsageError(`--figure ${id} names several figures, and --from and --to show one over time`, {
      hint: '`archive export --id` writes many figures of many sessions.',
    });
  const from = range.from === undefined ? '' : dateOf(range.from, '--from');
  const to = range.to === undefined ? '9999-12-31' : dateOf(range.to, '--to');
  const sessions = (await publishedIn(archive))
    .map(({ session }) => session)
    .filter((session) => from <= session && session <= to);
  const quarters = [...new Set(sessions.map(quarterOf))].toSorted();
  const read = await Promise.all(quarters.map((quarter) => readHistory(archive, quarter, id)));
  const points = read.flat().filter(({ session }) => from <= session && session <= to);
  const known = (await newestIn(archive)).report.figures[id];
  if (points.length === 0 || (known === undefined && points.every(({ value }) => value === null)))
    throw new UsageError(`no briefing in ${archive.locate('')} of that time has a figure ${id}`, {
      hint: 'docs/report.md lists every measure; `archive rebuild` brings in briefings of before figures were kept by date.',
    });
  if (terminal.json) {
    terminal.printJson({
      status: 'shown',
      exitCode: exitCodes.ok,
      figure: id,
      unit: known?.unit ?? null,
      points,
    });
    return exitCodes.ok;
  }
  const format = (value: Figure['value']) =>
    known === undefined ? String(value ?? 'n/a') : formatFigure(id, { ...known, value });
  const numbers = points.map(({ value }) => (typeof value === 'number' ? value : null));
  const line = sparkOf(numbers, Math.min(terminal.columns, 100));
  if (line !== '') terminal.print(line);
  const rows = points.map(({ session, revision, value, doubtful, first }) => [
    session,
    `r${revision}`,
    format(value),
    [
      ...(doubtful ? ['proxy or stale'] : []),
      ...(first === undefined || format(first) === format(value)
        ? []
        : [`first published: ${format(first)}`]),
    ].join('; '),
  ]);
  const titles = [
    { title: 'session' },
    { title: 'rev' },
    { title: id, align: 'end' },
    { title: 'note', cut: true },
  ] as const;
  for (const text of columnsIn(titles, rows, terminal.tableColumns)) terminal.print(text);
  const had = numbers.filter((value) => value !== null);
  const range1 =
    had.length === 0 ? '' : `; lowest ${format(Math.min(...had))}, highest ${format(Math.max(...had))}`;
  terminal.print(`${counted(points.length, 'session')}${range1}`);
  return exitCodes.ok;
}
