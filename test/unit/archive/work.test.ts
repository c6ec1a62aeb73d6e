import { expect, it } from 'vitest';
import { failuresIn, keepFailure } from '../../../lambda/archive/backfill-failures.ts';
import { finalRevision, noteFinal } from '../../../lambda/archive/final.ts';
import { stage, stagedPages, stagedReport, workOf } from '../../../lambda/archive/work.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';

const bytes = (text: string) => Buffer.from(text);

it('work lies where its bytes say, and what is there of it is found', async () => {
  const archive = new MemoryArchive();
  const report = bytes('abc');
  const work = workOf('2025-12-31', report);
  // The first sixteen digits of the hash in FIPS 180-2.
  expect(work).toBe('work/2025-12-31/ba7816bf8f01cfea/');
  await expect(stagedReport(archive, work)).rejects.toThrow(`memory:${work}report.json is not there`);
  await stage(
    archive,
    work,
    new Map([
      ['report.json', report],
      ['briefing.html', bytes('page')],
    ]),
  );
  await stage(archive, work, new Map([['briefing.html', bytes('another')]]));
  expect(Buffer.from(await stagedReport(archive, work)).toString()).toBe('abc');
  expect([...(await stagedPages(archive, work))].map(([name, of]) => `${name} ${Buffer.from(of)}`)).toEqual([
    'report.json abc',
    'briefing.html page',
  ]);
});

it('the revision held against final prices is the last one noted', async () => {
  const archive = new MemoryArchive();
  const note = (revision: number) =>
    noteFinal(archive, { session: '2025-12-31', revision, at: '2026-01-02T12:00:00.000Z' });
  expect(await finalRevision(archive, '2025-12-31')).toBeNull();
  await note(1);
  await note(3);
  expect(await finalRevision(archive, '2025-12-31')).toBe(3);
  expect(await finalRevision(archive, '2025-12-30')).toBeNull();
});

it('what went wrong in a backfill is kept by session, the newest word of each', async () => {
  const archive = new MemoryArchive();
  const first = { session: '2025-12-30', failures: ['refused'] };
  const second = { session: '2025-12-31', failures: ['no PDF', 'not everybody was sent it'] };
  for (const of of [second, { ...first, failures: ['busy'] }, first])
    await keepFailure(archive, 'fill-1', of);
  await keepFailure(archive, 'fill-2', first);
  const schema = 'smallcap-briefing-backfill-failure/1';
  expect(await failuresIn(archive, 'fill-1')).toEqual([
    { schema, ...first },
    { schema, ...second },
  ]);
});
