import type { Figure } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { scorecardGroupsOf } from './rows.ts';

const rank: readonly Figure['status'][] = ['fresh', 'stale', 'proxy'];

/**
 * The section's status: missing when no row has a value, otherwise the worst of the rows that have one. A row
 * without a value says so itself.
 */
export function macroStatus({ book, edition }: Pick<Context, 'book' | 'edition'>): Figure['status'] {
  const present = scorecardGroupsOf(edition)
    .flatMap(([, rows]) => rows.map(({ id }) => book.get(id)))
    .filter(({ value }) => value !== null);
  if (present.length === 0) return 'missing';
  return rank[Math.max(...present.map(({ status }) => rank.indexOf(status)))] ?? 'fresh';
}

/** `37 of 39 readings, 2 late`; undefined where all are there and new. */
export function shareOf({ book, edition }: Context): string | undefined {
  const all = scorecardGroupsOf(edition).flatMap(([, rows]) => rows.map(({ id }) => book.get(id)));
  const there = all.filter(({ value }) => value !== null);
  const late = there.filter(({ status }) => status === 'stale').length;
  if (there.length === all.length && late === 0) return undefined;
  return `${there.length} of ${all.length} readings${late === 0 ? '' : `, ${late} late`}`;
}
