import type { Archive } from '../archive/archive.ts';
import { readRevision, revisionsOf } from '../archive/revisions.ts';
import { type ChangedFigure, changedFigures } from '../catalogue/changed-figures.ts';
import { counted } from '../counted.ts';
import type { RunResult } from '../runs/publish-run.ts';

/** What a new revision has that the one before it had not. */
export interface Changed {
  readonly revision: number;
  readonly figures: readonly ChangedFigure[];
}

/** Lines that a summary has room for. */
const shownLines = 6;

/** The figures that a run changed by publishing another revision; null when it published a first one, or none. @throws ArchiveError */
export async function changedSince(made: RunResult, archive: Archive): Promise<Changed | null> {
  const { session, revision } = made.manifest;
  if (made.status !== 'published' || revision === 1) return null;
  const before = (await revisionsOf(archive, session)).filter((number) => number < revision).at(-1);
  if (before === undefined) return null;
  const { report } = await readRevision(archive, session, before);
  return { revision: before, figures: changedFigures(report, made.report) };
}

/** For people: closes first, since other figures rest on them. */
export function changedLines({ revision, figures }: Changed): readonly string[] {
  if (figures.length === 0) return [`No figure differs from r${revision}: words or marks do.`];
  const isClose = ({ id }: ChangedFigure) => /^close\.[^.]+$/.test(id);
  const ordered = [...figures.filter(isClose), ...figures.filter((one) => !isClose(one))];
  const lines = ordered.slice(0, shownLines).map(({ id, printed }) => `${id}  ${printed[0]} → ${printed[1]}`);
  const more = figures.length - lines.length;
  return [
    `Since r${revision}:`,
    ...lines,
    ...(more > 0 ? [`and ${counted(more, 'figure')} more: \`archive diff\` lists them`] : []),
  ];
}
