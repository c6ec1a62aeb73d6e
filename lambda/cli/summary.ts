import { relative } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import type { KeyFigure, Report } from '../briefing/report.ts';
import { formatDate, formatFigure } from '../briefing/words/format.ts';
import { plain } from '../briefing/words/sentence.ts';
import { files, keys } from '../contract.ts';
import type { Made } from '../steps/make.ts';
import { type Terminal, widthOf, wrap } from './terminal.ts';

/** Where the files of a briefing lie, by name, the manifest last. */
export function placesOf(made: Made, archive: Archive): Record<string, string> {
  const { session, revision, files: listed } = made.manifest;
  const folder = keys.revision(session, revision);
  const names = [...Object.keys(listed), files.manifest];
  return Object.fromEntries(names.map((name) => [name, archive.locate(folder + name)]));
}

/** What a run did, for people: what the briefing says in a few lines, and where it is. */
export function summaryOf(made: Made, archive: Archive, terminal: Terminal): string {
  const { report } = made;
  const width = Math.min(terminal.columns, 100) - 4;
  const marks = [
    ...(report.marks.simulated ? ['SIMULATED DATA'] : []),
    ...(report.marks.incomplete ? ['INCOMPLETE'] : []),
  ];
  const lines = [
    terminal.styled('bold', headline(made)),
    ...marks.map((mark) => terminal.styled('yellow', mark)),
    ...report.marks.incompleteBecause.flatMap((reason) => wrap(reason, width)).map(indent),
    '',
    ...wrap(plain(report.front.verdict), width).map((line) => indent(terminal.styled('bold', line))),
    '',
    ...table(report.front.keys.map((key) => keyRow(report, key))).map(indent),
    '',
    ...Object.values(placesOf(made, archive)).map((path) => indent(shorter(path))),
  ];
  return lines.join('\n');
}

function headline({ status, byAnotherRun, report, manifest }: Made): string {
  const what = `${report.edition.title}, ${formatDate(report.session)}`;
  if (status === 'published') return `${what}: published as r${manifest.revision}`;
  return `${what}: already published as r${manifest.revision}${byAnotherRun ? ' (by another run just now)' : ''}`;
}

function keyRow(report: Report, key: KeyFigure): string[] {
  const figure = report.figures[key.figure];
  const value = figure === undefined ? '' : formatFigure(key.figure, figure);
  return [key.label, value, key.below === undefined ? '' : plain(key.below)];
}

/** Columns padded to their widest cell. */
function table(rows: readonly string[][]): string[] {
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map(([label = '', value = '', below = '']) =>
    `${label.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${below}`.trimEnd(),
  );
}

const indent = (line: string): string => `  ${line}`;

/** A path as seen from here when it lies below, else whole. */
function shorter(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}

/** The same for machines. */
export function machineSummary(made: Made, archive: Archive): Record<string, unknown> {
  const { report, manifest } = made;
  return {
    status: made.status,
    byAnotherRun: made.byAnotherRun,
    exitCode: 0,
    edition: manifest.edition,
    session: manifest.session,
    revision: manifest.revision,
    simulated: report.marks.simulated,
    incomplete: report.marks.incomplete,
    incompleteBecause: report.marks.incompleteBecause,
    verdict: plain(report.front.verdict),
    keys: report.front.keys.map(({ label, figure }) => ({
      label,
      figure,
      value: report.figures[figure]?.value ?? null,
      unit: report.figures[figure]?.unit ?? null,
    })),
    snapshot: archive.locate(manifest.snapshot.key),
    files: placesOf(made, archive),
  };
}
