import { exitCodes, files, keys } from '../../archive-layout.ts';
import { formatFigure, formatInstant } from '../../briefing/words/format.ts';
import { UsageError } from '../../errors.ts';
import { plainText } from '../../report/plain-text.ts';
import type { Report } from '../../report/schema.ts';
import { chosenRevision, matcherOf, newestIn } from '../archive/choose.ts';
import { columnsIn } from '../archive/columns.ts';
import { openPage } from '../archive/open.ts';
import { showOverTime } from '../archive/over-time.ts';
import { archiveAt } from '../archive/place.ts';
import { sectionText } from '../archive/section-text.ts';
import type { Common, Place } from '../options.ts';
import { type Terminal, wrap } from '../terminal.ts';

export interface ShowOptions extends Common, Place {
  readonly arguments: readonly string[];
  readonly figure?: string;
  readonly from?: string;
  readonly to?: string;
  readonly section?: string;
  readonly open?: boolean;
}

/** `archive show`: what a published briefing says, or those of its figures that are asked for. */
export async function showCommand(options: ShowOptions, terminal: Terminal): Promise<number> {
  const archive = await archiveAt(options);
  const [asked] = options.arguments;
  const { figure, from, to } = options;
  if (from !== undefined || to !== undefined) {
    if (figure !== undefined && asked === undefined)
      return showOverTime(archive, { figure, from, to }, terminal);
    throw new UsageError('--from and --to show one figure over time', {
      hint: 'Name it: archive show --figure rotation.score --from 2025-01-01.',
    });
  }
  const { report, manifest } = await (asked === undefined
    ? newestIn(archive)
    : chosenRevision(archive, asked));
  const { session, revision } = manifest;
  if (options.open === true) {
    const page = archive.locate(keys.revision(session, revision) + files.html);
    await openPage(page, terminal);
    return exitCodes.ok;
  }
  if (options.section !== undefined) return showSection(report, options.section, terminal);
  const chosen = options.figure ?? report.front.keys.map(({ figure }) => figure).join(',');
  const figures = figuresOf(report, chosen);
  if (figures.length === 0)
    throw new UsageError(`r${revision} of ${session} has no figure ${chosen}`, {
      hint: 'docs/report.md lists every measure; * stands for any characters.',
    });
  const place = archive.locate(keys.revision(session, revision) + files.report);
  if (terminal.json) {
    const named = Object.fromEntries(figures);
    terminal.printJson({
      ...{ status: 'shown', exitCode: exitCodes.ok, session, revision, publishedAt: manifest.publishedAt },
      ...{ marks: report.marks, verdict: plainText(report.front.verdict), figures: named, report: place },
    });
    return exitCodes.ok;
  }
  const width = terminal.tableColumns;
  const marks = [
    ...(report.marks.simulated ? ['SIMULATED DATA'] : []),
    ...(report.marks.incomplete ? ['INCOMPLETE'] : []),
  ];
  terminal.print(
    [`${session} r${revision}, published ${formatInstant(manifest.publishedAt)}`, ...marks].join(' · '),
  );
  if (options.figure === undefined)
    for (const sentence of [report.front.verdict, ...report.front.supporting])
      for (const line of wrap(plainText(sentence), width)) terminal.print(line);
  const rows = figures.map(([id, figure]) => [
    id,
    formatFigure(id, figure),
    figure.asOf,
    figure.status,
    figure.reason ?? '',
  ]);
  const titles = [
    { title: 'figure' },
    { title: 'value', align: 'end' },
    { title: 'as of' },
    { title: 'status' },
    { title: 'why', cut: true },
  ] as const;
  for (const line of columnsIn(titles, rows, width)) terminal.print(line);
  terminal.print(place);
  return exitCodes.ok;
}

/** A section by its id, or by the first letters of its title. @throws UsageError that lists them */
function showSection(report: Report, given: string, terminal: Terminal): number {
  const wanted = given.toLowerCase();
  const found =
    report.sections.find(({ id }) => id === wanted) ??
    report.sections.find(({ title }) => wanted !== '' && title.toLowerCase().startsWith(wanted));
  if (found === undefined)
    throw new UsageError(`the briefing has no section ${given}`, {
      hint: `It has ${report.sections.map(({ id }) => id).join(', ')}.`,
    });
  if (terminal.json) terminal.printJson({ status: 'shown', exitCode: exitCodes.ok, section: found });
  else for (const line of sectionText(report, found, Math.min(terminal.columns, 120))) terminal.print(line);
  return exitCodes.ok;
}

function figuresOf({ figures }: Report, patterns: string) {
  const matches = matcherOf(patterns);
  return Object.entries(figures).filter(([id]) => matches(id));
}
