import { isDeepStrictEqual } from 'node:util';
import type { Edition } from '../editions/edition.ts';
import type { Panel } from '../market-data/panel.ts';
import { panelOf } from '../market-data/panel-of.ts';
import type { Snapshot } from '../series/snapshot.ts';

export type Panels = (snapshot: Snapshot) => Panel;

/**
 * Panels for many sessions. What derives from the histories is computed once and shared; how far each series can
 * be trusted is every session's own. Where that is the same as for the session before, as on most days, so is the
 * panel, and with it the figures of that session that the next one looks back at.
 */
export function panelsOf(edition: Edition): Panels {
  let last: { readonly panel: Panel; readonly snapshot: Snapshot } | undefined;
  return (snapshot) => {
    const { market, macro, provenance, disclosures, events } = snapshot;
    if (last === undefined || !sameHistories(last.snapshot, snapshot))
      last = { panel: panelOf(edition, market, macro, provenance, disclosures, events), snapshot };
    else if (!isDeepStrictEqual(last.snapshot.provenance, provenance)) {
      const entries = new Map(provenance.map((entry) => [entry.key, entry]));
      last = { panel: { ...last.panel, provenance: entries, events }, snapshot };
    }
    return last.panel;
  };
}

function sameHistories(a: Snapshot, b: Snapshot): boolean {
  return (
    sameEntries(a.market, b.market) &&
    sameEntries(a.macro, b.macro) &&
    (Object.keys(a.disclosures) as (keyof Snapshot['disclosures'])[]).every((kind) =>
      sameEntries<unknown>(a.disclosures[kind], b.disclosures[kind]),
    )
  );
}

/** Whether two maps hold the very same objects: histories are parsed once and never changed. */
function sameEntries<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
