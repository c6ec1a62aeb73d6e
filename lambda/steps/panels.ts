import { type Panel, panelOf } from '../briefing/panel.ts';
import type { Edition } from '../editions/edition.ts';
import type { Snapshot } from '../series/snapshot.ts';

/** The panel of a snapshot. */
export type Panels = (snapshot: Snapshot) => Panel;

/**
 * Panels for many sessions of the same histories: what derives from the histories is computed once and shared,
 * how far each series can be trusted is every session's own.
 */
export function panelsOf(edition: Edition): Panels {
  let shared: { readonly panel: Panel; readonly snapshot: Snapshot } | undefined;
  return (snapshot) => {
    const { market, macro, provenance } = snapshot;
    if (shared === undefined || !sameHistories(shared.snapshot, snapshot))
      shared = { panel: panelOf(edition, market, macro, provenance), snapshot };
    return { ...shared.panel, provenance: new Map(provenance.map((entry) => [entry.key, entry])) };
  };
}

function sameHistories(a: Snapshot, b: Snapshot): boolean {
  return sameEntries(a.market, b.market) && sameEntries(a.macro, b.macro);
}

/** Whether two maps hold the very same objects: histories are parsed once and never changed. */
function sameEntries<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
