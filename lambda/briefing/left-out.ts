import type { Flag } from '../series/flag.ts';
import type { Panel } from './panel.ts';

/** Why nothing of a series is there: what came of it cannot be used. Null when nothing came. */
export function whyLeftOut({ provenance }: Panel, key: string): string | null {
  const entry = provenance.get(key);
  const isLeftOut = entry?.status === 'missing' && entry.rows === 0 && entry.note !== undefined;
  return isLeftOut ? `${key.slice(key.indexOf(':') + 1)} is ${entry.note}` : null;
}

/** The series of a kind that came and cannot be used, for the strip: "KRE, TZA not usable"; null when there are none. */
export function leftOutInWords(flags: readonly Flag[], kind: 'bars' | 'macro'): string | null {
  const names = flags.flatMap(({ code, subject }) =>
    code === 'left-out' && subject.startsWith(`${kind}:`) ? [subject.slice(kind.length + 1)] : [],
  );
  return names.length === 0 ? null : `${names.join(', ')} not usable`;
}
