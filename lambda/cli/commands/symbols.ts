import { exitCodes } from '../../archive-layout.ts';
import type { Edition } from '../../editions/edition.ts';
import { editionOf } from '../../editions/index.ts';
import type { Chosen } from '../options.ts';
import { paddedTable } from '../summary.ts';
import { type Terminal, wrap } from '../terminal.ts';
import { columns, histories, purposeOf, type WantedFile, wantedFiles } from '../wanted.ts';

/** `symbols`: which files a data folder may hold, what each is for, and what must be in them. */
export async function symbolsCommand(options: Chosen, terminal: Terminal): Promise<number> {
  const edition = editionOf(options.edition);
  const files = wantedFiles(edition);
  if (terminal.json) {
    terminal.printJson({
      edition: edition.id,
      files: files.map((file) => ({ ...file, standsInFor: file.standsInFor ?? null })),
      columns: Object.fromEntries(columns),
      histories: histories.map(([sessions, gives]) => ({ sessions, gives })),
    });
    return exitCodes.ok;
  }
  const width = terminal.columns - 2;
  const [required, others] = [true, false].map((is) => files.filter((file) => file.required === is));
  const parts: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['Required in a folder for --data:', rowsOf(required ?? [], edition, width)],
    ['Used where they are there:', rowsOf(others ?? [], edition, width)],
    ['Columns of a market file, in any order:', listOf(columns, width)],
    [
      'Columns of a macro file, as FRED gives it:',
      wrap('observation_date (or DATE), and the name of the series', width),
    ],
    [
      'Sessions that figures need, the session of the briefing included:',
      listOf(
        histories.map(([sessions, gives]) => [sessions.toLocaleString('en-US').padStart(5), gives]),
        width,
      ),
    ],
  ];
  for (const [title, lines] of parts) {
    for (const text of wrap(title, width)) terminal.print(terminal.styled('bold', text));
    for (const text of lines) terminal.print(`  ${text}`);
    terminal.print('');
  }
  terminal.print('More: docs/data.md');
  return exitCodes.ok;
}

const rowsOf = (files: readonly WantedFile[], edition: Edition, width: number): readonly string[] =>
  paddedTable(
    files.map((file) => [file.file, '', `${file.name}: ${purposeOf(file, edition)}`]),
    width,
  );

const listOf = (rows: readonly (readonly [string, string])[], width: number): readonly string[] =>
  paddedTable(
    rows.map(([first, second]) => [first, '', second]),
    width,
  );
