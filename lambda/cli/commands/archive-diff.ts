import type { Archive } from '../../archive/archive.ts';
import { type Revision, revisionsOf } from '../../archive/revisions.ts';
import { exitCodes } from '../../archive-layout.ts';
import { changedFigures, isPrintedOtherwise, leadingFirst } from '../../catalogue/changed-figures.ts';
import { isCarried } from '../../catalogue/revision-figures.ts';
import { counted } from '../../counted.ts';
import { UsageError } from '../../errors.ts';
import { plainText } from '../../report/plain-text.ts';
import { chosenRevision, matcherOf } from '../archive/choose.ts';
import { columnsIn } from '../archive/columns.ts';
import { archiveAt } from '../archive/place.ts';
import type { Common, Place } from '../options.ts';
import type { Terminal } from '../terminal.ts';

export interface DiffOptions extends Common, Place {
  readonly arguments: readonly string[];
  readonly id?: string;
  readonly all?: boolean;
}

/** Rows that are printed where neither all nor some by name are asked for. */
const shownRows = 20;

/** `archive diff`: which figures differ between two published briefings, or between the last two revisions of one. */
export async function diffCommand(options: DiffOptions, terminal: Terminal): Promise<number> {
  const archive = await archiveAt(options);
  const [from, to] = await bothOf(archive, options.arguments);
  const matches = matcherOf(options.id);
  const changed = changedFigures(from.report, to.report).filter(({ id }) => matches(id));
  const verdicts = [plainText(from.report.front.verdict), plainText(to.report.front.verdict)] as const;
  const names = [nameOf(from), nameOf(to)] as const;
  if (terminal.json) {
    terminal.printJson({
      ...{ status: changed.length === 0 ? 'same' : 'different', exitCode: exitCodes.ok },
      ...{ from: names[0], to: names[1], verdicts, figures: changed },
    });
    return exitCodes.ok;
  }
  terminal.print(`${names[0]}: ${verdicts[0]}`);
  terminal.print(`${names[1]}: ${verdicts[1]}`);
  // What was carried from the session before is that session's: asked for by its name alone.
  const printed = changed.filter(
    (one) => isPrintedOtherwise(one) && (options.id !== undefined || !isCarried(one.id)),
  );
  const keys = to.report.front.keys.map(({ figure }) => figure);
  const ordered = leadingFirst(printed, keys);
  const rows = options.id === undefined && options.all !== true ? ordered.slice(0, shownRows) : ordered;
  const titles = [
    { title: 'figure', cut: true },
    { title: names[0], align: 'end' },
    { title: names[1], align: 'end' },
  ] as const;
  const lines = rows.map(({ id, printed }) => [id, ...printed]);
  if (rows.length > 0)
    for (const line of columnsIn(titles, lines, terminal.tableColumns)) terminal.print(line);
  const more = printed.length - rows.length;
  terminal.print(
    printed.length === 0
      ? 'no figure is printed otherwise'
      : `${counted(printed.length, 'figure')} printed otherwise` +
          (more > 0 ? `, ${more} of them not shown: --all, or --id 'return.*' for some` : ''),
  );
  return exitCodes.ok;
}

const nameOf = ({ manifest }: Revision): string => `${manifest.session} r${manifest.revision}`;

async function bothOf(
  archive: Archive,
  [a = '', b]: readonly string[],
): Promise<readonly [Revision, Revision]> {
  if (b !== undefined) return Promise.all([chosenRevision(archive, a), chosenRevision(archive, b)]);
  const to = await chosenRevision(archive, a);
  const { session, revision } = to.manifest;
  const before = (await revisionsOf(archive, session)).filter((number) => number < revision).at(-1);
  if (before === undefined)
    throw new UsageError(`${session} has no revision before r${revision} to compare with`, {
      hint: 'Name two sessions: archive diff 2025-12-30 2025-12-31.',
    });
  return [await chosenRevision(archive, `${session}/r${before}`), to];
}
