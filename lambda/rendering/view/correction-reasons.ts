import { sourceTitle } from '../../briefing/words/source-title.ts';
import type { Figure, Report } from '../../report/schema.ts';
import type { PrintedLine } from './printed-lines.ts';

/** Two reports about one session. */
export interface Both {
  readonly old: Report;
  readonly now: Report;
}

/** Whether two reports rest on the same data. */
export const isOfOneSnapshot = ({ old, now }: Both): boolean => old.snapshot === now.snapshot;

/**
 * Why a printed value is another one, as far as the two reports show it, in brackets; empty where they do not: a figure that
 * is computed from others may have changed for any of them.
 */
export function reasonFor(
  was: PrintedLine | undefined,
  is: PrintedLine | undefined,
  { old, now }: Both,
): string {
  const id = is?.figure;
  if (id === undefined || was?.figure !== id) return '';
  // The same data: what differs is this program, which is said once.
  if (isOfOneSnapshot({ old, now })) return '';
  const [before, after] = [old.figures[id], now.figures[id]];
  const reason = before === undefined || after === undefined ? null : reasonOf(id, before, after);
  return reason === null ? '' : ` (${reason})`;
}

function reasonOf(id: string, before: Figure, after: Figure): string | null {
  if (before.value === null) return 'it has arrived';
  if (after.value === null) return after.reason ?? null;
  if (before.status === 'proxy' && after.status === 'fresh') return 'in place of a proxy';
  if (before.source !== after.source)
    return `by ${sourceTitle(after.source)}, before by ${sourceTitle(before.source)}`;
  if (!id.startsWith('close.')) return null;
  return after.source === 'folder'
    ? 'your own files say otherwise now'
    : `restated by ${sourceTitle(after.source)}`;
}
