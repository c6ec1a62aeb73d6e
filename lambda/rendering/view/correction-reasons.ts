import { formatNumber, formatOf } from '../../briefing/words/format.ts';
import { sourceTitle } from '../../briefing/words/source-title.ts';
import type { Figure, Report } from '../../report/schema.ts';
import type { PrintedLine } from './printed-lines.ts';

/** Two reports about one session. */
interface Both {
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
  return id.startsWith('close.') ? `restated by ${sourceTitle(after.source)}` : null;
}

/** A change of one printed line between two mails. */
export interface PrintedChange {
  readonly was: PrintedLine | undefined;
  readonly is: PrintedLine | undefined;
}

/**
 * `, none by more than 0.02 points or $0.05`, rounded up as printed. Empty where one of the changes is of words, of a value
 * that is missing, or of a unit of its own.
 */
export function largestOf(changes: readonly PrintedChange[], both: Both): string {
  const largest = new Map<'points' | '$', { readonly size: number; readonly decimals: number }>();
  for (const change of changes) {
    const found = sizeOf(change, both);
    if (found === null) return '';
    const known = largest.get(found.unit);
    if (known === undefined || found.size > known.size) largest.set(found.unit, found);
  }
  const sizes = [...largest].map(([unit, { size, decimals }]) => {
    const text = formatNumber(roundedUp(size, decimals), decimals, 'never');
    return unit === '$' ? `$${text}` : `${text} ${unit}`;
  });
  return sizes.length === 0 ? '' : `, none by more than ${sizes.join(' or ')}`;
}

function sizeOf({ was, is }: PrintedChange, { old, now }: Both) {
  const id = is?.figure;
  if (id === undefined || was?.figure !== id) return null;
  const after = now.figures[id];
  const [from, to] = [old.figures[id]?.value, after?.value];
  if (typeof from !== 'number' || typeof to !== 'number' || after === undefined) return null;
  const { as, decimals } = formatOf(id, after.unit);
  const size = Math.abs(to - from);
  if (as === 'percent' || as === 'points') return { unit: 'points' as const, size: 100 * size, decimals };
  return after.unit === 'usd' ? { unit: '$' as const, size, decimals } : null;
}

/** Up to so many decimals; what binary fractions add beyond the sixth of them is not counted. */
const roundedUp = (size: number, decimals: number): number =>
  Math.ceil(size * 10 ** decimals - 1e-6) / 10 ** decimals;
