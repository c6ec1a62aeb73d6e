import type { Reason } from '../series/reason.ts';
import type { Panel } from './panel.ts';

/** Why nothing of a series is there: what came of it cannot be used. Null when nothing came. */
export function whyLeftOut({ provenance }: Panel, key: string): Reason | null {
  const entry = provenance.get(key);
  const why = entry?.notes.find((note) => note.code === 'not-used');
  return why === undefined ? null : { ...why, subject: key.slice(key.indexOf(':') + 1) };
}
