import type { Report } from '../report/schema.ts';
import type { PastCalls } from '../series/calls.ts';
import type { Flag } from '../series/flag.ts';
import type { Provenance } from '../series/snapshot.ts';

/** What a report says of its own making, beside its figures. All of it is archived, so that it can be replayed. */
export interface Header {
  readonly session: string;
  readonly revision: number;
  /** The snapshot's id and time. */
  readonly snapshot: string;
  readonly collectedAt: string;
  readonly simulated: boolean;
  /** Why the briefing is marked INCOMPLETE; empty for an ordinary one. */
  readonly incompleteBecause: readonly string[];
  readonly provenance: readonly Provenance[];
  readonly flags: readonly Flag[];
  /**
   * The newest published report of the session before, or of the last one before that has one: what of macro readings is
   * news, and of the session before what was revised since. Null when there is none.
   */
  readonly previous: Report | null;
  /** What was called before, by the record in the archive. */
  readonly calls: PastCalls;
}
