import { thresholds } from './thresholds.ts';

/** What a price did over a session: `rose`, `fell`, or `closed unchanged`, which takes no amount. */
export function moved(change: number): 'rose' | 'fell' | 'closed unchanged' {
  if (Math.abs(change) < thresholds.level) return 'closed unchanged';
  return change > 0 ? 'rose' : 'fell';
}

/** What a holding made over a window: `made 0.41 %`, `lost 12.10 %`, or `was unchanged`. */
export function earned(change: number): 'made' | 'lost' | 'was unchanged' {
  if (Math.abs(change) < thresholds.level) return 'was unchanged';
  return change > 0 ? 'made' : 'lost';
}

/** The relation of one to another over a window: `ahead of`, `behind`, `level with`. */
export function placed(excess: number): 'ahead of' | 'behind' | 'level with' {
  if (Math.abs(excess) < thresholds.level) return 'level with';
  return excess > 0 ? 'ahead of' : 'behind';
}

/** What a part of a gap did to the return it belongs to: `added`, `took`, or `changed nothing`. */
export function contributed(part: number): 'added' | 'took' | 'changed nothing' {
  if (Math.abs(part) < thresholds.level) return 'changed nothing';
  return part > 0 ? 'added' : 'took';
}

/** `above`, `below` or `at` a level, by the distance to it. */
export function stands(distance: number): 'above' | 'below' | 'at' {
  if (Math.abs(distance) < thresholds.level) return 'at';
  return distance > 0 ? 'above' : 'below';
}
