import { expect, it } from 'vitest';
import { GateError, UsageError } from '../../../lambda/errors.ts';
import { backfillInLedger, runInLedger } from '../../../lambda/runs/ledger.ts';
import { unwatched } from '../../../lambda/runs/watch.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { reportOf, siteRevision } from '../../support/site-archive.ts';

const session = '2026-01-05';
const payload = { key: 'bars:IWM', source: 'b', origin: '', fetchedAt: '', bytes: new Uint8Array() };
const source = {
  name: 'live',
  simulated: false,
  retries: () => 2,
  collect: async () => [payload, { ...payload, key: 'bars:SPY', fellBack: true }],
};
const made = { ...siteRevision(reportOf({ session })).revision, byAnotherRun: false };

function portsOn(archive: MemoryArchive) {
  const clock = () => '2026-01-05T22:45:00.000Z';
  return { archive, source, watch: unwatched, clock, clockIsSet: true };
}

/** The rows of the ledger, newest first. */
function rowsOf(archive: MemoryArchive) {
  const text = archive.texts()['data/runs/2026-01.js'] ?? 'archive.runs({"runs":[]});\n';
  return JSON.parse(text.slice('archive.runs('.length, -3)).runs;
}

it('a run by hand is in the ledger: what it published, and how its series came', async () => {
  const archive = new MemoryArchive();
  await runInLedger(session, portsOn(archive), async (view) => {
    await view.source.collect({} as never);
    return { ...made, status: 'published' };
  });
  const [row] = rowsOf(archive);
  expect(row).toMatchObject({ run: 'manual', session, outcome: 'published', revision: 1, steps: [] });
  expect(row.series).toMatchObject({ fellBack: 1, retried: 2 });
  expect(row.id).toBe(`20260105T224500000Z-briefing-${session}`);
});

it('a refused run is in it, bad usage is not, and both fail as they would without', async () => {
  const archive = new MemoryArchive();
  const fail = (error: Error) => runInLedger(session, portsOn(archive), () => Promise.reject(error));
  await expect(fail(new GateError('TNA is late', ['TNA']))).rejects.toThrow('TNA is late');
  await expect(fail(new UsageError('another edition'))).rejects.toThrow('another edition');
  expect(rowsOf(archive)).toMatchObject([{ outcome: 'refused', why: 'GateError: TNA is late', session }]);
});

it('runs of one instant and session have two rows unless they ended the same', async () => {
  const archive = new MemoryArchive();
  const end = (status: 'published' | 'already published') =>
    runInLedger(session, portsOn(archive), async () => ({ ...made, status }));
  for (const status of ['published', 'already published', 'published', 'already published'] as const)
    await end(status);
  expect(rowsOf(archive).map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    'unchanged',
    'published',
  ]);
});

it('a backfill is one row: how many sessions were published, which were refused', async () => {
  const archive = new MemoryArchive();
  const results = [
    { session: '2026-01-02', status: 'published' as const, revision: 1, reason: null },
    { session: '2026-01-05', status: 'already published' as const, revision: 1, reason: null },
    { session: '2026-01-06', status: 'refused' as const, revision: null, reason: 'TNA is late' },
  ];
  const sessions = results.map((one) => one.session);
  await backfillInLedger(sessions, portsOn(archive), async () => results);
  expect(rowsOf(archive)).toMatchObject([
    {
      run: 'backfill',
      from: '2026-01-02',
      session: '2026-01-06',
      outcome: 'refused',
      why: '2026-01-06 TNA is late',
      sessions: { asked: 3, there: 2, published: 1 },
    },
  ]);
});
