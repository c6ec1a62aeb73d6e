import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Archive } from '../archive/archive.ts';
import { files, keys } from '../archive-layout.ts';
import { formatDate, formatFigure } from '../briefing/words/format.ts';
import { keyNotes } from '../briefing/words/key-notes.ts';
import { plainText } from '../report/plain-text.ts';

import type { KeyFigure, Report, Sentence } from '../report/schema.ts';
import type { RunResult } from '../runs/publish-run.ts';
import { type Terminal, widthOf, wrap } from './terminal.ts';

/** Where the files of a briefing lie, by name, the manifest last. */
export function placesOf(made: RunResult, archive: Archive): Record<string, string> {
  const { session, revision, files: listed } = made.manifest;
  const folder = keys.revision(session, revision);
  const names = [...Object.keys(listed), files.manifest];
  return Object.fromEntries(names.map((name) => [name, archive.locate(folder + name)]));
}

/** What a run did, for people: what the briefing says in a few lines, and where it is. */
export function summaryOf(made: RunResult, archive: Archive, terminal: Terminal): string {
  const { report } = made;
  const width = Math.min(terminal.columns, 100) - 4;
  const marks = [
    ...(report.marks.simulated ? ['SIMULATED DATA'] : []),
    ...(report.marks.incomplete ? ['INCOMPLETE'] : []),
  ];
  const lines = [
    ...wrap(headline(made), width + 4).map((line) => terminal.styled('bold', line)),
    ...marks.map((mark) => terminal.styled('yellow', mark)),
    ...report.marks.incompleteBecause.flatMap((reason) => wrap(reason, width)).map(indent),
    '',
    ...wrap(plainText(report.front.verdict), width).map((line) => indent(terminal.styled('bold', line))),
    '',
    ...paddedTable(
      report.front.keys.map((key) => keyRow(report, key)),
      width,
    ).map(indent),
    '',
    ...caveats(report)
      .flatMap((sentence) => [...wrap(plainText(sentence), width), ''])
      .map((line) => indent(line).trimEnd()),
    ...Object.values(placesOf(made, archive)).map((path) => indent(shorter(path))),
    '',
    indent(`Open ${addressOf(made, archive)}`),
    ...wrap(revisionInWords(made), width).map((line) => indent(terminal.styled('dim', line))),
  ];
  return lines.join('\n');
}

/** What is printed with the key figures: doubts about the prices, and the record of the score. */
const caveats = ({ front }: Report): readonly Sentence[] => [
  ...front.notices,
  ...front.supporting.filter(({ figures }) => figures.includes('rotation.score')),
];

/** The page as an address, of which terminals make a link where it is a file. */
function addressOf({ manifest: { session, revision } }: RunResult, archive: Archive): string {
  const place = archive.locate(keys.revision(session, revision) + files.html);
  return place.startsWith('s3://') ? place : pathToFileURL(place).href;
}

/** What `r1` is, where it is first met. */
function revisionInWords({ status, manifest: { revision } }: RunResult): string {
  const name = `r${revision}`;
  if (status === 'already published') return `The same data made ${name} before: nothing new was published.`;
  return revision === 1
    ? `r1 is the first revision of this session. Other data will make r2, and r1 will be kept.`
    : `${name} is another revision of this session: its data changed, or the program did. r${revision - 1} is kept.`;
}

function headline({ status, byAnotherRun, report, manifest }: RunResult): string {
  const what = `${report.edition.title}, ${formatDate(report.session)}`;
  if (status === 'published') return `${what}: published as r${manifest.revision}`;
  return `${what}: already published as r${manifest.revision}${byAnotherRun ? ' (by another run just now)' : ''}`;
}

function keyRow(report: Report, key: KeyFigure): string[] {
  const figure = report.figures[key.figure];
  if (figure === undefined) return [key.label, '', ''];
  return [key.label, formatFigure(key.figure, figure), keyNotes(key, figure)];
}

/** Columns padded to their widest cell; what has no room beside its value goes below it. */
export function paddedTable(rows: readonly string[][], width: number): string[] {
  const [first = 0, second = 0] = [0, 1].map((column) =>
    Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.flatMap(([label = '', value = '', below = '']) => {
    const wide = `${label.padEnd(first)}  ${value.padStart(second)}`;
    const narrow = `${label}  ${value}`;
    const line = widthOf(wide) <= width ? wide : narrow;
    if (widthOf(`${line}  ${below}`.trimEnd()) <= width) return [`${line}  ${below}`.trimEnd()];
    return [
      ...(widthOf(line) <= width ? [line] : [label, indent(value)]),
      ...wrap(below, width - 2).map(indent),
    ];
  });
}

const indent = (line: string): string => `  ${line}`;

/** A path as seen from here when it lies below, else whole. */
function shorter(path: string): string {
  if (path.startsWith('s3://')) return path;
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}

/** The same for machines. */
export function machineSummary(made: RunResult, archive: Archive): Record<string, unknown> {
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
    verdict: plainText(report.front.verdict),
    supporting: report.front.supporting.map(plainText),
    notices: report.front.notices.map(plainText),
    keys: report.front.keys.map(({ label, figure }) => ({
      label,
      figure,
      value: report.figures[figure]?.value ?? null,
      unit: report.figures[figure]?.unit ?? null,
      status: report.figures[figure]?.status ?? null,
    })),
    notUsed: report.flags.flatMap(({ code, subject, text }) =>
      code === 'not-used' ? [{ file: subject, why: text }] : [],
    ),
    snapshot: archive.locate(manifest.snapshot.key),
    files: placesOf(made, archive),
  };
}
