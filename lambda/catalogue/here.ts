import * as z from 'zod';
import { dayNumber } from '../calendar/civil.ts';

/** `reports/SESSION/here.js`: what came after a briefing that itself never changes, as `here({…})`. */
export const here = z.strictObject({
  session: z.iso.date(),
  /** The newest revision, and what it says otherwise than the first. */
  newest: z.number().int().min(1),
  why: z.string(),
  /** The sessions on both sides that are published. */
  previous: z.iso.date().nullable(),
  next: z.iso.date().nullable(),
});

export type Here = z.infer<typeof here>;

/** The newer revision, and the nearer neighbours. Commutative and idempotent. */
export function mergeHere(known: Here | null, added: Here): Here {
  if (known === null) return added;
  const { newest, why } = added.newest > known.newest ? added : known;
  const before = [known.previous, added.previous].filter((one) => one !== null).sort();
  const after = [known.next, added.next].filter((one) => one !== null).sort();
  return {
    session: added.session,
    newest,
    why,
    previous: before.at(-1) ?? null,
    next: after[0] ?? null,
  };
}

/** Grows whenever {@link mergeHere} changes anything. */
export function hereWeight({ newest, previous, next }: Here): number {
  const before = previous === null ? 0 : dayNumber(previous);
  const after = next === null ? 0 : 100_000 - dayNumber(next);
  return newest * 1_000_000 + before + after;
}
