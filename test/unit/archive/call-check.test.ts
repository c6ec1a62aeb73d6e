import { beforeEach, expect, it } from 'vitest';
import { callStatedIn, checkCalls, placeName } from '../../../lambda/archive/call-check.ts';
import type { Revision } from '../../../lambda/archive/revisions.ts';
import { ArchiveError } from '../../../lambda/errors.ts';
import { calling, publishCalling } from '../../support/called-reports.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';

const days = ['2025-12-29', '2025-12-30', '2025-12-31'] as const;
const places = days.map((session) => ({ session, revision: 1 }));
const reportKey = (day: string) => `reports/${day}/r1/report.json`;

let archive: MemoryArchive;
let made: Revision[];
beforeEach(async () => {
  archive = new MemoryArchive();
  made = [];
  for (const day of days) made.push(await publishCalling(archive, calling(day, 1)));
});

/** The archive without a file, or with another in its place. */
async function but(key: string, text: string | null): Promise<MemoryArchive> {
  const other = new MemoryArchive();
  for (const [name, held] of Object.entries(archive.texts()))
    if (name !== key) await other.putNew(name, Buffer.from(held));
  if (text !== null) await other.putNew(key, Buffer.from(text));
  return other;
}

const sound = { calls: 'intact', problems: [] };

it.each<[string, string, string | null]>([
  ['whose report is gone', reportKey(days[1]), null],
  ['whose report was changed', reportKey(days[1]), '{"another":true}'],
  ['whose manifest is gone', `reports/${days[1]}/r1/manifest.json`, null],
  ['whose manifest is no manifest', `reports/${days[1]}/r1/manifest.json`, '{}'],
])('a revision %s is for others to name, and breaks no record', async (_, key, text) => {
  expect(await checkCalls(await but(key, text), places)).toEqual(sound);
});

it('a report that is none, as its manifest has it, is a failure that names it', async () => {
  const key = `reports/${days[1]}/r1/manifest.json`;
  const { report, manifest } = made[1]!;
  const hash = manifest.files['report.json']!.sha256;
  // The hash of "abc" in FIPS 180-2.
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  archive = await but(key, archive.texts()[key]!.replace(hash, abc));
  archive = await but(reportKey(days[1]), 'abc');
  const failed = await checkCalls(archive, [report]).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(ArchiveError);
  expect((failed as ArchiveError).message).toContain(reportKey(days[1]));
});

it('a call that is known already is held against its record without reading its report', async () => {
  const known = new Map(made.map((one) => [placeName(one.manifest), callStatedIn(one)]));
  const without = await but(reportKey(days[1]), null);
  without.calls.get = 0;
  expect(await checkCalls(without, places, '', known)).toEqual(sound);
  // The one document of records is all that is read.
  expect(without.calls.get).toBe(1);
  const turned = new Map(known).set('2025-12-30 r1', { ...callStatedIn(made[1]!)!, side: -1 });
  const found = await checkCalls(archive, places, '', turned);
  expect(found.calls).toBe('broken at 2025-12-30 r1');
  expect(found.problems).toEqual([expect.stringContaining('2025-12-30/r1')]);
});

it('a record of a revision that calls nothing is one that its report does not say', async () => {
  const found = await checkCalls(archive, places, '', new Map([['2025-12-30 r1', null]]));
  expect(found).toEqual({
    calls: 'broken at 2025-12-30 r1',
    problems: [expect.stringContaining('what its report does not say')],
  });
});

it('from a session on, records of those before are held against themselves alone', async () => {
  const published = places.slice(1);
  expect(await checkCalls(archive, published, days[1])).toEqual(sound);
  expect((await checkCalls(archive, published, days[0])).problems).toHaveLength(1);
  expect((await checkCalls(archive, published)).calls).toBe('broken at 2025-12-29 r1');
});

it('of several places the first that is wrong is named, and every one is a problem', async () => {
  const found = await checkCalls(archive, []);
  expect(found.calls).toBe('broken at 2025-12-29 r1');
  expect(found.problems).toEqual(
    days.map((day) => expect.stringContaining(`r1 of ${day}, which is not published`)),
  );
});

it('an archive without records has none yet', async () => {
  expect(await checkCalls(new MemoryArchive(), [])).toEqual({ calls: 'none yet', problems: [] });
});
