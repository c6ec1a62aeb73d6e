import { halfOf } from '../../catalogue/history.ts';
import type { ArchiveIndex } from '../../catalogue/years.ts';

/** The half-years that the archive has sessions of, newest first: asking for others would fail. */
export function halvesOf(years: ArchiveIndex['years']): readonly string[] {
  return years.flatMap(({ first, last }) => [...new Set([halfOf(last), halfOf(first)])]);
}
