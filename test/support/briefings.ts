import { rm } from 'node:fs/promises';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { tna } from '../../lambda/editions/tna.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { runBriefing } from '../../lambda/runs/briefing.ts';
import { unwatched } from '../../lambda/runs/watch.ts';
import type { Source } from '../../lambda/sources/source.ts';
import { simulated } from './simulated.ts';
import { temporaryFolder } from './temporary.ts';

/** The report of one session from a source, by the whole way that a run takes but its PDF. */
export async function reportFrom(source: Source, session: string): Promise<Report> {
  const folder = await temporaryFolder();
  try {
    const now = `${session}T23:50:00.000Z`;
    const request = { edition: tna, session, paper: 'A4', allowIncomplete: true, code: 'test', now } as const;
    const ports = { source, archive: new FolderArchive(folder.path), printer: null, watch: unwatched };
    return (await runBriefing(request, ports)).report;
  } finally {
    await rm(folder.path, { recursive: true, force: true });
  }
}

const reports = new Map<string, Promise<Report>>();

/** The briefing of a session of this market, made once for all suites that share a process: change a copy of it. */
export function simulatedReport(session: string): Promise<Report> {
  const report = reports.get(session) ?? reportFrom(simulated, session);
  reports.set(session, report);
  return report;
}
