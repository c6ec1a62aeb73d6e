import type { Payload } from '../source.ts';

/** What earlier runs kept in the archive. The chain asks it first what must not be lost, and last for anything at all. */
export interface Memory {
  /** The newest payload of a series that a run kept for a session up to this one; null when there is none. */
  newest(key: string): Promise<Payload | null>;
  /** What a run of the session's own evening kept of a series: what was known then; null when there was none. */
  ofTheEvening(key: string): Promise<Payload | null>;
}

/** An archive that holds nothing yet. */
export const noMemory: Memory = { newest: async () => null, ofTheEvening: async () => null };
