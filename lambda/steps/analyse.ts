import { compose } from '../briefing/compose.ts';
import type { Panel } from '../market-data/panel.ts';
import type { Report } from '../report/schema.ts';
import type { Snapshot } from '../series/snapshot.ts';

export interface Analysis {
  readonly panel: Panel;
  readonly snapshot: Snapshot;
  readonly revision: number;
  /** What the gate let pass; empty for an ordinary briefing. */
  readonly incompleteBecause: readonly string[];
  /** The newest report of the session before, to name what was revised since. */
  readonly previous: { readonly report: Report } | null;
}

/** A snapshot becomes a report: figures, sections, words. Pure: the same input is the same report. */
export function analyse({ panel, snapshot, revision, incompleteBecause, previous }: Analysis): Report {
  const { session, collectedAt, simulated, provenance, flags } = snapshot;
  return compose(panel, {
    session,
    revision,
    snapshot: snapshot.id,
    collectedAt,
    simulated,
    incompleteBecause,
    provenance,
    flags,
    previous: previous?.report ?? null,
  });
}
