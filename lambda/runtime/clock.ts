import { UsageError } from '../errors.ts';

/** What time it is, ISO 8601 UTC. */
export type Clock = () => string;

/**
 * The clock of a run: the machine's, or one fixed at the instant given.
 * @throws UsageError when the instant is none
 */
export function clockAt(now: string | undefined): Clock {
  if (now === undefined) return () => new Date().toISOString();
  const instant = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(now) ? Date.parse(now) : Number.NaN;
  if (Number.isNaN(instant))
    throw new UsageError(`--now ${now} is not an instant`, {
      hint: 'Write it with its time zone, as in 2025-12-31T22:50:00Z.',
    });
  const text = new Date(instant).toISOString();
  return () => text;
}
