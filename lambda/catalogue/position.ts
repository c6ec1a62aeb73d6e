import { levelName } from '../briefing/words/level-names.ts';
import type { ComparedSide } from './compare.ts';
import type { RevisionFigures } from './revision-figures.ts';

/** A price of the fund, and what a number of shares is worth there. */
export interface PositionLine {
  readonly name: string;
  /** USD a share. */
  readonly price: number;
  /** USD in all. */
  readonly value: number;
  /** USD against the close; of the close itself against the session before. Null when it is not known. */
  readonly change: number | null;
}

/**
 * What a number of shares of the fund is worth at the close, at each level of the ladder, and where the underlying falls by
 * whole per cents: figures of the briefing times shares, nothing else.
 * @param budget the most that may be lost, USD; 0 for none
 */
export function heldPosition(
  { fund, underlying }: Pick<RevisionFigures, 'fund' | 'underlying'>,
  figures: ReadonlyMap<string, { readonly side: ComparedSide }>,
  shares: number,
  budget: number,
): { readonly lines: readonly PositionLine[]; readonly left: string | null } {
  const number = (id: string): number | null => {
    const value = figures.get(id)?.side.value;
    return typeof value === 'number' ? value : null;
  };
  const close = number(`close.${fund}`);
  if (close === null) return { lines: [], left: null };
  const day = number(`return.${fund}.1d`);
  const at = (name: string, price: number, change: number | null): PositionLine => ({
    name,
    price,
    value: shares * price,
    change,
  });
  const levels = [...figures.keys()]
    .filter((id) => id.startsWith(`ladder.${fund}.`))
    .flatMap((id) => {
      const price = number(id);
      return price === null
        ? []
        : [at(levelName(id.slice(`ladder.${fund}.`.length)), price, shares * (price - close))];
    });
  const falls = [-3, -5, -10].flatMap((percent) => {
    const price = number(`scenario.${fund}.${percent}`);
    const name = `${underlying} ${String(percent).replace('-', '\u2212')} % in a day`;
    return price === null ? [] : [at(name, price, shares * (price - close))];
  });
  const today = at(
    'Close; change on the day',
    close,
    day === null ? null : shares * (close - close / (1 + day)),
  );
  const lines = [today, ...[...levels, ...falls].sort((a, b) => b.price - a.price)];
  const loss = number(`loss.${fund}.-3`);
  if (!(budget > 0) || loss === null) return { lines, left: null };
  const held = Math.floor(budget / (close * Math.abs(loss)));
  return {
    lines,
    left: `A fall of ${underlying} by 3 % in a day would cost that much at ${held} shares; you have ${shares}.`,
  };
}
