/** Most that one Retry-After is obeyed within a run; a provider that asks for more is given up for the run. */
export const longestPause = 8_000;

const firstPause = 500;

/**
 * How long to wait before try number `next` (2, 3, …): exponential with full jitter, or what the provider asked for
 * when that is longer. Full jitter: Brooker, "Exponential backoff and jitter", AWS Architecture Blog, 2015.
 *
 * @param chance uniform in [0, 1)
 * @returns milliseconds, or null when the provider asks for more than a run can wait
 */
export function pauseBefore(next: number, retryAfter: number | undefined, chance: number): number | null {
  if (retryAfter !== undefined && retryAfter > longestPause) return null;
  const jittered = chance * Math.min(longestPause, firstPause * 2 ** (next - 1));
  return Math.max(jittered, retryAfter ?? 0);
}

/**
 * Milliseconds of a Retry-After header, which is seconds or an HTTP date; undefined when it is neither.
 *
 * @param now the provider's own Date header where there is one, else ours: a skewed clock must not make it hours
 */
export function retryAfterOf(header: string | undefined, now: string): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Number(header) * 1000;
  const until = Date.parse(header) - Date.parse(now);
  return Number.isFinite(until) ? Math.max(0, until) : undefined;
}
