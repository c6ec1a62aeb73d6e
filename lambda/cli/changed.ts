import type { Archive } from '../archive/archive.ts';
import { readRevision, revisionsOf } from '../archive/revisions.ts';
import {
  type ChangedFigure,
  changedFigures,
  isPrintedOtherwise,
  leadingFirst,
} from '../catalogue/changed-figures.ts';
import { counted } from '../counted.ts';
import type { RunResult } from '../runs/publish-run.ts';

/** What a new revision has that the one before it had not. */
export interface Changed {
  readonly revision: number;
  readonly figures: readonly ChangedFigure[];
  /** Ids of the key figures. */
  readonly keys: readonly string[];
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
  return {
    revision: before,
    figures: changedFigures(report, made.report),
    keys: made.report.front.keys.map(({ figure }) => figure),
  };
}

/** For people: what is printed otherwise, key figures and closes first. */
export function changedLines({ revision, figures, keys }: Changed): readonly string[] {
  if (figures.length === 0) return [`No figure differs from r${revision}: words or marks do.`];
  const shown = leadingFirst(figures.filter(isPrintedOtherwise), keys);
  if (shown.length === 0) return [`No figure is printed otherwise than in r${revision}.`];
  const lines = shown.slice(0, shownLines).map(({ id, printed }) => `${id}  ${printed[0]} → ${printed[1]}`);
  const more = shown.length - lines.length;
  return [
    `Since r${revision}:`,
    ...lines,
    ...(more > 0 ? [`and ${counted(more, 'figure')} more: \`archive diff\` lists them`] : []),
  ];
}
