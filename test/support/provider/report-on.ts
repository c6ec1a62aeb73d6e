import { compose } from '../../../lambda/briefing/compose.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { panelOf } from '../../../lambda/market-data/panel-of.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { noCalls } from '../../../lambda/series/calls.ts';
import type { CollectedSeries } from './collect.ts';

/** The first report of a session from what was collected, without a session before it. */
export function reportOn({ assembled }: CollectedSeries, session: string, collectedAt: string): Report {
  const { market, macro, provenance, disclosures, events, flags } = assembled;
  return compose(panelOf(tna, market, macro, provenance, disclosures, events), {
    session,
    revision: 1,
    snapshot: 'a',
    collectedAt,
    simulated: false,
    incompleteBecause: [],
    provenance,
    flags,
    previous: null,
    calls: noCalls,
  });
}
