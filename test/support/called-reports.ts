import type { Archive } from '../../lambda/archive/archive.ts';
import { linkCalls } from '../../lambda/archive/call-chain.ts';
import type { Revision } from '../../lambda/archive/revisions.ts';
import { closeOf } from '../../lambda/calendar/nyse.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { publish } from '../../lambda/steps/publish.ts';
import { reportBytes } from '../../lambda/steps/render.ts';
import { sampleReport } from './sample-report.ts';

type Side = -1 | 0 | 1;
const states: Record<Side, string> = {
  [-1]: 'large-cap leadership',
  0: 'no clear leadership',
  1: 'small-cap leadership',
};

/** A report of a session that calls a side; collected that evening unless it says when. */
export function calling(session: string, side: Side, more: Partial<Report> = {}): Report {
  return {
    ...sampleReport(),
    session,
    collectedAt: closeOf(session).replace('T21:', 'T23:').replace('T20:', 'T22:'),
    marks: { simulated: false, incomplete: false, incompleteBecause: [] },
    call: {
      ...{ subject: 'IWM:SPY', state: states[side], age: 3, score: 30.5 * side, side },
      horizons: [5, 21, 63],
    },
    ...more,
  };
}

/** Publishes a report without linking its call, as a run that dies then. */
export async function publishUnlinked(archive: Archive, report: Report): Promise<Revision> {
  const publication = {
    ...{ report, previous: null, paper: 'A4' as const, code: 'test', now: report.collectedAt },
    pages: new Map([['report.json', reportBytes(report)]]),
  };
  const manifest = await publish(publication, archive);
  if (manifest === null) throw new Error(`r${report.revision} of ${report.session} is taken`);
  return { report, manifest };
}

/** Publishes a report and links its call. */
export async function publishCalling(archive: Archive, report: Report): Promise<Revision> {
  const revision = await publishUnlinked(archive, report);
  await linkCalls(archive, [revision]);
  return revision;
}
