import type { Payload } from '../source.ts';

/** What earlier runs kept in the archive. The chain asks it first what must not be lost, and last for anything at all. */
export interface SnapshotStore {
  /**
   * The newest payload of a series that a run kept for a session up to this one; null when there is none.
   * @param sources those whose payloads count: a folder's files are no memory of a provider
   */
  newest(key: string, sources: readonly string[]): Promise<Payload | null>;
  /** What a run of the session's own evening kept of a series: what was known then; null when there was none. */
  ofTheEvening(key: string, sources: readonly string[]): Promise<Payload | null>;
}
