import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { hashed } from '../../../lambda/archive/snapshots.ts';
import { failureOf } from '../../../lambda/cli/failure.ts';
import { InputError } from '../../../lambda/errors.ts';
import { reachOf } from '../../../lambda/runs/reach.ts';
import type { ParserBug } from '../../../lambda/sources/parser-bug.ts';
import * as parsers from '../../../lambda/sources/parsers.ts';
import type { Source } from '../../../lambda/sources/source.ts';
import { collect, collectAndStore } from '../../../lambda/steps/collect.ts';
import { collectionOf } from '../../../lambda/steps/collection.ts';
import { draft } from '../../../lambda/steps/draft.ts';
import { restoreSnapshot } from '../../../lambda/steps/restore.ts';
import { snapshotOf, snapshotWriter } from '../../../lambda/steps/snapshot.ts';
import { listedFolder, removeTemporaryFolders, smallEdition } from '../../support/provider/collect.ts';
import { simulated } from '../../support/simulated.ts';

vi.mock('../../../lambda/sources/parsers.ts', { spy: true });
const { parsePayload } = await vi.importActual<typeof parsers>('../../../lambda/sources/parsers.ts');

const session = '2025-11-26';
const request = { edition: smallEdition, session, through: session, now: `${session}T23:00:00Z` };

/** The parser of one series fails with an unexpected error. */
function failOn(key: string): void {
  vi.mocked(parsers.parsePayload).mockImplementation((payload) => {
    if (payload.key !== key) return parsePayload(payload);
    throw new TypeError('x is not iterable');
  });
}
afterEach(() => {
  vi.mocked(parsers.parsePayload).mockReset();
});

afterAll(removeTemporaryFolders);

/** Files as a folder gives them, and what is reported to the source. */
function sourceWith(bugs: ParserBug[]): Source {
  return { ...simulated, reportBug: (bug) => bugs.push(bug) };
}

const optional = ['bars:SPY', 'macro:DGS2'] as const;
it.each(optional)('leaves out %s, an optional file, names it and reports the bug once', async (key) => {
  failOn(key);
  const bugs: ParserBug[] = [];
  const collection = await collect(request, sourceWith(bugs));
  const archive = new FolderArchive(listedFolder());
  const { snapshot } = await snapshotOf(collection, session, archive);
  await snapshotOf(collection, session, archive);
  expect(snapshot.flags).toContainEqual({
    subject: key,
    code: 'left-out',
    text: expect.stringMatching(/^not used: .*cannot be read \(TypeError\)$/),
  });
  expect(snapshot.provenance.find((one) => one.key === key)?.status).toBe('missing');
  expect(bugs.map(({ cause }) => cause)).toEqual([new TypeError('x is not iterable')]);
});

it('does the same of an archive that is replayed', async () => {
  const sound = await collect(request, simulated);
  const archive = new FolderArchive(listedFolder());
  const { document } = await snapshotOf(sound, session, archive);
  const { id } = await snapshotWriter(sound, archive)(document);
  failOn('bars:SPY');
  const bugs: ParserBug[] = [];
  const { snapshot } = await restoreSnapshot(archive, { edition: smallEdition, session, id }, (bug) =>
    bugs.push(bug),
  );
  expect(snapshot.flags.filter(({ code }) => code === 'left-out').map(({ subject }) => subject)).toEqual([
    'bars:SPY',
  ]);
  expect(bugs).toHaveLength(1);
});

it('does the same of the collection that a backfill in AWS drafts from', async () => {
  const sound = await collect(request, simulated);
  const archive = new FolderArchive(listedFolder());
  const { document } = await snapshotOf(sound, session, archive);
  const { id } = await snapshotWriter(sound, archive)(document);
  failOn('bars:SPY');
  const bugs: ParserBug[] = [];
  const input = {
    edition: smallEdition,
    sessions: [session],
    from: 1,
    snapshot: id,
    missing: [],
    execution: 'one',
  };
  const reportBug = (bug: ParserBug) => bugs.push(bug);
  await draft({ ...input, allowIncomplete: false, paper: 'A4' }, { archive, reportBug });
  expect(bugs).toHaveLength(1);
});

it('of a live collection that comes to assembly', async () => {
  failOn('macro:DGS2');
  const bugs: ParserBug[] = [];
  const { snapshot, missing } = await collectAndStore(request, {
    source: { ...sourceWith(bugs), name: 'live' },
    archive: new FolderArchive(listedFolder()),
  });
  expect(snapshot).not.toBeNull();
  expect(missing).toEqual([]);
  expect(bugs).toHaveLength(1);
});

it('ends with a sentence and no stack where the file is required', async () => {
  failOn('bars:IWM');
  const bugs: ParserBug[] = [];
  const source = sourceWith(bugs);
  const failure = await collect(request, source)
    .then((collection) => snapshotOf(collection, session, new FolderArchive(listedFolder())))
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(InputError);
  expect(failureOf(failure)).toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/^simulated market, seed 15: cannot be read \(TypeError\)$/),
    hint: expect.stringContaining('--debug'),
    stack: undefined,
  });
  expect(bugs).toHaveLength(1);
  await expect(reachOf(request, source)).rejects.toThrow(InputError);
});

it('does not report bad input as a bug of the parser', async () => {
  const bugs: ParserBug[] = [];
  const payloads = await simulated.collect(request);
  const bad = payloads.map((one) =>
    one.key === 'bars:SPY' ? { ...one, bytes: Buffer.from('a,b\n1,2') } : one,
  );
  const of = { edition: smallEdition, simulated: true, collectedAt: request.now };
  const collection = collectionOf(of, bad.map(hashed), (bug) => bugs.push(bug));
  for (const payload of collection.payloads) collection.cache.attempt(payload);
  expect(bugs).toEqual([]);
});
