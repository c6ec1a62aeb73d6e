import { expect, it } from 'vitest';
import {
  newestRevision,
  newestRevisions,
  readRevision,
  reportRefOf,
  revisionsOf,
} from '../../../lambda/archive/revisions.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { publishOnly } from '../../support/site-archive.ts';

const session = '2025-12-31';

/** Twelve revisions of one session, one of another, and files that are no revision. */
async function filled(): Promise<MemoryArchive> {
  const archive = new MemoryArchive();
  await publishOnly(archive, [
    ...Array.from({ length: 12 }, (_, at) => ({ session, revision: at + 1 })),
    { session: '2025-12-30' },
  ]);
  const others = ['r13/report.json', 'r0/manifest.json', 'r014/manifest.json', 'r15/manifest.json.bak'];
  for (const key of [...others, 'r16/old/manifest.json', 'index.html'])
    await archive.putNew(`reports/${session}/${key}`, Buffer.from('{}'));
  return archive;
}

it('the revisions of a session are those with a manifest, in the order of their numbers', async () => {
  const archive = await filled();
  expect(await revisionsOf(archive, session)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(await revisionsOf(archive, '2025-12-29')).toEqual([]);
});

it('the newest revision is the one with the highest number', async () => {
  const archive = await filled();
  expect((await newestRevision(archive, session))?.manifest.revision).toBe(12);
  expect(await newestRevision(archive, '2025-12-29')).toBeNull();
});

it('the newest revision of every session is found by one list', async () => {
  const archive = new MemoryArchive();
  await publishOnly(
    archive,
    [2, 10, 9].map((revision) => ({ session, revision })),
  );
  await publishOnly(archive, [{ session: '2025-12-30' }]);
  for (const key of [`${session}/r11/report.json`, `${session}/R12/manifest.json`, 'any/r1/manifest.json'])
    await archive.putNew(`reports/${key}`, Buffer.from('{}'));
  archive.calls.list = 0;
  expect(await newestRevisions(archive)).toEqual(
    new Map([
      ['2025-12-30', 1],
      [session, 10],
    ]),
  );
  expect(archive.calls.list).toBe(1);
});

it('a revision is read with its manifest, by the hash of its report', async () => {
  const archive = new MemoryArchive();
  const [made] = await publishOnly(archive, [{ session }]);
  expect(await readRevision(archive, session, 1)).toEqual(made);
  expect(reportRefOf(made!.manifest)).toEqual({
    session,
    revision: 1,
    sha256: made!.manifest.files['report.json']!.sha256,
  });
});

it('a revision that is not there is named, be its manifest or its report missing', async () => {
  const archive = new MemoryArchive();
  await archive.putNew(`reports/${session}/r1/report.json`, Buffer.from('{}'));
  await expect(readRevision(archive, session, 1)).rejects.toThrow(`no revision 1 of ${session}`);
  const manifest = (await filled().then((all) => all.get(`reports/${session}/r2/manifest.json`)))!;
  await archive.putNew(`reports/${session}/r2/manifest.json`, manifest);
  await expect(readRevision(archive, session, 2)).rejects.toThrow(`no revision 2 of ${session}`);
});

it('a report that was changed after it was published is refused', async () => {
  const archive = new MemoryArchive();
  await publishOnly(archive, [{ session }]);
  await archive.update(`reports/${session}/r1/report.json`, (old) =>
    Buffer.concat([Buffer.from(old!), Buffer.from(' ')]),
  );
  await expect(readRevision(archive, session, 1)).rejects.toThrow('the SHA-256 differs');
});
