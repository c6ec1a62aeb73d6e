import type { Panel } from './panel.ts';

/** Why nothing of a series is there: what came of it cannot be used. Null when nothing came. */
export function whyLeftOut({ provenance }: Panel, key: string): string | null {
  const entry = provenance.get(key);
  const isLeftOut = entry?.status === 'missing' && entry.rows === 0 && entry.note !== undefined;
  return isLeftOut ? `${key.slice(key.indexOf(':') + 1)} is ${entry.note}` : null;
}
