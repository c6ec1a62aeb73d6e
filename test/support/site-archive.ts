import type { Archive } from '../../lambda/archive/archive.ts';
import { writeJson } from '../../lambda/archive/bytes.ts';
import { fingerprints, type Manifest } from '../../lambda/archive/manifest.ts';
import type { Revision } from '../../lambda/archive/revisions.ts';
import { files, keys } from '../../lambda/archive-layout.ts';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { dataFiles } from '../../lambda/steps/data-files.ts';
import { reportBytes } from '../../lambda/steps/render.ts';
import { sampleReport } from './sample-report.ts';

/** Options of a made-up session. */
export interface WantedReport {
  readonly session: string;
  readonly revision?: number;
  readonly simulated?: boolean;
  readonly incomplete?: boolean;
  readonly verdict?: string;
  readonly score?: number;
  /** Its `briefing.html`; a page for show otherwise. */
  readonly page?: (report: Report) => string;
}

const sample = sampleReport();
/** By these a session's likeness to others is measured. */
const likeness = [
  'excess.IWM:SPY.21d',
  'close.IWM.vs200',
  'vol.IWM.21d',
  'macro.vix',
  'drawdown.IWM.now',
] as const;
const states = ['no clear leadership', 'small-cap leadership', 'large-cap leadership'] as const;

/** A report of a session, small and unlike those of other sessions and revisions. */
export function reportOf({ session, revision = 1, simulated = false, ...of }: WantedReport): Report {
  const turn = Number(session.slice(8)) + Number(session.slice(5, 7));
  const state = states[Math.floor(turn / 5) % 3]!;
  const score = of.score ?? ((turn * 7) % 60) - 30 + (revision - 1) * 3;
  const parts = [of.verdict ?? `Small caps move on ${session}: rotation shows ${state}.`];
  return {
    ...sample,
    session,
    previousSession: session,
    nextSession: session,
    revision,
    marks: {
      simulated,
      incomplete: of.incomplete ?? false,
      incompleteBecause: of.incomplete === true ? ['IWM has no bar of the session'] : [],
    },
    front: {
      ...sample.front,
      verdict: { parts, figures: [] },
      keys: [...sample.front.keys, { label: 'IWM − SPY, 5 days', figure: 'excess.IWM:SPY.5d' }],
    },
    figures: {
      ...sample.figures,
      'rotation.score': { ...sample.figures['rotation.score']!, value: score, asOf: session },
      'rotation.state': { ...sample.figures['rotation.state']!, value: state, asOf: session },
      ...Object.fromEntries(
        likeness.map((id, at) => [
          id,
          { ...sample.figures['excess.IWM:SPY.5d']!, value: ((turn * (at + 3)) % 17) / 100, asOf: session },
        ]),
      ),
    },
  };
}

const forShow = ({ session }: Report): string =>
  `<!doctype html><html lang="en"><title>${session}</title><p>Briefing`;

/** A report as a revision, with a page for show. */
export function siteRevision(
  report: Report,
  page = forShow,
): {
  revision: Revision;
  contents: ReadonlyMap<string, Uint8Array>;
} {
  const { session, revision } = report;
  const pages = new Map<string, Uint8Array>([
    [files.report, reportBytes(report)],
    [files.html, Buffer.from(page(report))],
    ...dataFiles(report),
  ]);
  const manifest: Manifest = {
    schema: 'smallcap-briefing-manifest/1',
    edition: report.edition.id,
    session,
    revision,
    publishedAt: `${session}T22:${String(revision).padStart(2, '0')}:00.000Z`,
    code: 'test',
    snapshot: { id: '0'.repeat(16), key: keys.snapshot(session, '0'.repeat(16)) },
    previous: null,
    paper: 'A4',
    files: fingerprints(pages),
  };
  return {
    revision: { report, manifest },
    contents: new Map([...pages, [files.manifest, writeJson(manifest)]]),
  };
}

/** Publishes the revisions of made-up sessions, and leaves the pointers to others. */
export async function publishOnly(archive: Archive, wanted: readonly WantedReport[]): Promise<Revision[]> {
  const made = wanted.map((one) => siteRevision(reportOf(one), one.page));
  for (const { revision, contents } of made)
    await archive.publish(revision.manifest.session, revision.manifest.revision, contents);
  return made.map(({ revision }) => revision);
}

/** Sessions of two winters, with a gap between them: five corrected, three incomplete. */
export function someSessions(count = 60): WantedReport[] {
  const half = Math.floor(count / 2);
  const sessions = [
    ...sessionsBetween('2024-11-01', '2025-06-30').slice(0, half),
    ...sessionsBetween('2025-10-01', '2026-06-30').slice(0, count - half),
  ];
  return sessions.flatMap((session, at) => [
    { session, incomplete: at % 20 === 7 },
    ...(at % 12 === 5 ? [{ session, revision: 2 }] : []),
  ]);
}
