import type { Archive } from '../../lambda/archive/archive.ts';

const bytes = (text: string) => Buffer.from(text);

/** The files of a revision, manifest first: an archive must put it last by itself. */
export const revisionFiles: ReadonlyMap<string, Uint8Array> = new Map([
  ['manifest.json', bytes('{"of":"r1"}')],
  ['report.json', bytes('{"report":true}')],
  ['briefing.html', bytes('<p>page</p>')],
]);

/** What a run does to an archive, in its order: payloads, snapshot, revision, index. Safe to do again. */
export async function writeSession(archive: Archive): Promise<void> {
  await archive.putNew('snapshots/raw/aa/aa1.gz', bytes('first payload'));
  await archive.putNew('snapshots/raw/bb/bb2.gz', bytes('second payload'));
  await archive.putNew('snapshots/2025-12-31/id/snapshot.json', bytes('{"snapshot":true}'));
  await archive.publish('2025-12-31', 1, revisionFiles);
  await archive.update('index.json', () => bytes('{"sessions":["2025-12-31"]}'));
}
