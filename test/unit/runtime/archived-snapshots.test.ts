import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { describeSnapshot, hashed, keepPayloads, keepSnapshot } from '../../../lambda/archive/snapshots.ts';
import { ArchivedSnapshots } from '../../../lambda/runtime/archived-snapshots.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const session = '2025-12-30';
const key = 'events:fomc';

let archive: FolderArchive;
let dispose: () => Promise<void>;
beforeEach(async () => {
  const folder = await temporaryFolder();
  archive = new FolderArchive(folder.path);
  dispose = folder.dispose;
});
afterEach(() => dispose());

/** A run on a session that received one payload at an instant and kept it. */
async function kept(
  text: string,
  fetchedAt: string,
  of: { session?: string; simulated?: boolean; edition?: string; source?: string } = {},
): Promise<void> {
  const payload = hashed({
    key,
    source: of.source ?? 'yahoo',
    origin: 'made up',
    fetchedAt,
    bytes: Buffer.from(text),
  });
  const run = { edition: 'tna', session, simulated: false, collectedAt: fetchedAt, ...of };
  await keepPayloads(archive, [payload]);
  await keepSnapshot(archive, describeSnapshot(run, [payload]));
}

const memory = () => new ArchivedSnapshots(archive, 'tna', session);
const evening = async (sources = ['yahoo']) => text(await memory().ofTheEvening(key, sources));
const newest = async (sources = ['yahoo']) => text(await memory().newest(key, sources));
const text = (payload: { bytes: Uint8Array } | null) =>
  payload === null ? null : Buffer.from(payload.bytes).toString();

describe('what a run of the session’s own evening kept', () => {
  it.each([
    // Midnight in New York is 05:00 UTC in December.
    ['2025-12-31T04:59:59Z', 'kept'],
    ['2025-12-31T05:00:00Z', null],
    ['2026-01-02T15:00:00Z', null],
  ])('received at %s is %j', async (fetchedAt, found) => {
    await kept('kept', fetchedAt);
    expect(await evening()).toBe(found);
  });

  it('is found behind what a later run on the same session received', async () => {
    await kept('of the evening', '2025-12-31T01:20:00Z');
    await kept('of the morning', '2025-12-31T13:30:00Z');
    expect(await evening()).toBe('of the evening');
    expect(await newest()).toBe('of the morning');
  });

  it('is not what a run on an earlier session kept', async () => {
    await kept('of the day before', '2025-12-30T01:20:00Z', { session: '2025-12-29' });
    expect(await evening()).toBeNull();
    expect(await newest()).toBe('of the day before');
  });
});

describe('the newest that a run kept', () => {
  it('never comes from a later session', async () => {
    await kept('later', '2026-01-01T01:20:00Z', { session: '2025-12-31' });
    expect(await newest()).toBeNull();
  });

  it('never comes from simulated data, another edition or a source that was not asked for', async () => {
    await kept('simulated', '2025-12-31T01:20:00Z', { simulated: true });
    await kept('other edition', '2025-12-31T01:21:00Z', { edition: 'tqqq' });
    await kept('folder', '2025-12-31T01:22:00Z', { source: 'folder' });
    expect(await newest()).toBeNull();
    expect(await newest(['folder'])).toBe('folder');
  });

  it('may be older than the sessions that are looked at one by one', async () => {
    await kept('of last winter', '2025-01-11T01:20:00Z', { session: '2025-01-10' });
    expect(await newest()).toBe('of last winter');
  });
});
