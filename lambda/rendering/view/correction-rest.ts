import { formatNumber, formatOf } from '../../briefing/words/format.ts';
import { counted } from '../../counted.ts';
import type { Both } from './correction-reasons.ts';
import type { PrintedLine } from './printed-lines.ts';

/** A change of one printed line between two mails. */
export interface PrintedChange {
  readonly was: PrintedLine | undefined;
  readonly is: PrintedLine | undefined;
}

/** Words before and after a size, by what is measured. */
const measured = { points: ['', ' points'], usd: ['$', ''], score: ['', ' of the score'] } as const;

type Measured = keyof typeof measured;

interface Size {
  readonly of: Measured;
  readonly size: number;
  readonly decimals: number;
}

/**
 * What is said of the changes that are not named: `29 more figures of this mail changed, none by more than 0.54 points or
 * $0.98.`, sizes rounded up as printed; then how many lines have no size, since one of the two mails has no such number.
 */
export function restOf(changes: readonly PrintedChange[], medium: string, both: Both): readonly string[] {
  const sizes = changes.map((change) => sizeOf(change, both)).filter((size) => size !== null);
  const others = changes.length - sizes.length;
  const more = `${counted(sizes.length, 'more figure')} of this ${medium} changed`;
  const lines = counted(others, sizes.length === 0 ? 'more line' : 'line');
  return [
    ...(sizes.length === 0 ? [] : [`${more}, none by more than ${largestOf(sizes)}.`]),
    ...(others === 0
      ? []
      : [`${lines} of this ${medium} ${others === 1 ? 'is' : 'are'} new, gone or in other words.`]),
  ];
}

function largestOf(sizes: readonly Size[]): string {
  return [...Map.groupBy(sizes, ({ of }) => of)]
    .map(([of, all]) => {
      const { size, decimals } = all.reduce((most, one) => (one.size > most.size ? one : most));
      const [before, after] = measured[of];
      return `${before}${formatNumber(roundedUp(size, decimals), decimals, 'never')}${after}`;
    })
    .join(' or ');
}

function sizeOf({ was, is }: PrintedChange, { old, now }: Both): Size | null {
  const id = is?.figure;
  if (id === undefined || was?.figure !== id) return null;
  const after = now.figures[id];
  const [from, to] = [old.figures[id]?.value, after?.value];
  if (typeof from !== 'number' || typeof to !== 'number' || after === undefined) return null;
  const { as, decimals } = formatOf(id, after.unit);
  const size = Math.abs(to - from);
  if (as === 'percent' || as === 'points') return { of: 'points', size: 100 * size, decimals };
  if (after.unit === 'usd') return { of: 'usd', size, decimals };
  return after.unit === '-100..100' ? { of: 'score', size, decimals } : null;
}

/** Up to so many decimals; what binary fractions add beyond the sixth of them is not counted. */
const roundedUp = (size: number, decimals: number): number =>
  Math.ceil(size * 10 ** decimals - 1e-6) / 10 ** decimals;
