import type { Archive } from '../../lambda/archive/archive.ts';
import { writeJson } from '../../lambda/archive/bytes.ts';
import { fingerprints, type Manifest } from '../../lambda/archive/manifest.ts';
import { keys } from '../../lambda/archive-layout.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { reportBytes } from '../../lambda/steps/render.ts';
import { sampleReport } from './sample-report.ts';

const report = sampleReport();

/** The revision that `publishSample` publishes. */
export const sample = { session: report.session, revision: report.revision };

/** Publishes the sample report, or another of its sessions, with a PDF if one is given, so that there is something to send. */
export async function publishSample(
  archive: Archive,
  publishedAt: string,
  pdf?: Uint8Array,
  of: Report = report,
): Promise<void> {
  const named = { session: of.session, revision: of.revision };
  const pages = new Map<string, Uint8Array>([
    ['report.json', reportBytes(of)],
    ...(pdf === undefined ? [] : [['briefing.pdf', pdf] as const]),
  ]);
  const manifest: Manifest = {
    schema: 'smallcap-briefing-manifest/1',
    edition: of.edition.id,
    ...named,
    publishedAt,
    code: 'test',
    snapshot: { id: '0'.repeat(16), key: keys.snapshot(of.session, '0'.repeat(16)) },
    previous: null,
    paper: 'A4',
    files: fingerprints(pages),
  };
  await archive.publish(
    named.session,
    named.revision,
    new Map([...pages, ['manifest.json', writeJson(manifest)]]),
  );
}
