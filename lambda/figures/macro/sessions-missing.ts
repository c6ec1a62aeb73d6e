import type { SessionView } from '../../market-data/session-view.ts';
import { type Absent, tooShort } from '../write.ts';

/**
 * Why a macro series cannot be read as far back as a figure needs: it is read session by session, and the sessions that count
 * are those from the underlying's first bar on. Null where there are as many, the session itself counted.
 */
export function sessionsMissing({ panel, index, edition }: SessionView, needed: number): Absent | null {
  const { underlying } = edition;
  const has = index < 0 ? 0 : index - panel.history(underlying).coverage.first + 1;
  return has < needed ? tooShort(needed, has, `sessions of ${underlying}`) : null;
}
