import { describeSnapshot } from '../../lambda/archive/snapshots.ts';
import { tna } from '../../lambda/editions/tna.ts';
import type { Report } from '../../lambda/report/schema.ts';
import type { Source } from '../../lambda/sources/source.ts';
import { analyse } from '../../lambda/steps/analyse.ts';
import { collect } from '../../lambda/steps/collect.ts';
import { snapshotFrom } from '../../lambda/steps/snapshot.ts';
import { simulated } from './simulated.ts';

const alone = { newest: null, founded: true, after: 0, previous: null, chain: { records: [], broken: null } };

/** The report of one session from a source, as a run into an empty archive makes it: collected and analysed. */
export async function reportFrom(source: Source, session: string): Promise<Report> {
  const now = `${session}T23:50:00.000Z`;
  const collection = await collect({ edition: tna, session, through: session, now }, source);
  const of = { edition: tna.id, session, collectedAt: now, simulated: source.simulated };
  const { snapshot } = await snapshotFrom(collection, describeSnapshot(of, collection.payloads));
  return analyse({ ...alone, collection, snapshot, allowIncomplete: true, pdf: null }).report;
}

const reports = new Map<string, Promise<Report>>();

/** The briefing of a session of this market, made once for all suites that share a process: change a copy of it. */
export function simulatedReport(session: string): Promise<Report> {
  const report = reports.get(session) ?? reportFrom(simulated, session);
  reports.set(session, report);
  return report;
}
