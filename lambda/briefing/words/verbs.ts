import { thresholds } from './thresholds.ts';

/** The word for a value that is above zero, below it, or so near that it is printed as zero. */
const byDirection = <Word extends string>(value: number, above: Word, below: Word, at: Word): Word => {
  if (Math.abs(value) < thresholds.level) return at;
  return value > 0 ? above : below;
};

/** What a price did over a session: `rose`, `fell`, or `closed unchanged`, which takes no amount. */
export const moved = (change: number) => byDirection(change, 'rose', 'fell', 'closed unchanged');

/** What a holding made over a window: `made 0.41 %`, `lost 12.10 %`, or `was unchanged`. */
export const earned = (change: number) => byDirection(change, 'made', 'lost', 'was unchanged');

/** The relation of one to another over a window: `ahead of`, `behind`, `level with`. */
export const placed = (excess: number) => byDirection(excess, 'ahead of', 'behind', 'level with');

/** The same where the other is not named again. */
export const placedAlone = (excess: number) => byDirection(excess, 'ahead', 'behind', 'level');

/** What a part of a gap did to the return it belongs to: `added`, `took`, or `changed nothing`. */
export const contributed = (part: number) => byDirection(part, 'added', 'took', 'changed nothing');

/** `above`, `below` or `at` a level, by the distance to it. */
export const stands = (distance: number) => byDirection(distance, 'above', 'below', 'at');
