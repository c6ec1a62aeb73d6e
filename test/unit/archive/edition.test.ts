import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../lambda/archive/archive.ts';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { addToIndex } from '../../../lambda/archive/index.ts';
import { newestRevision } from '../../../lambda/archive/revisions.ts';
import { S3Archive } from '../../../lambda/archive/s3.ts';
import { keys } from '../../../lambda/archive-layout.ts';
import type { IndexEntry } from '../../../lambda/catalogue/index-entry.ts';
import type { Edition } from '../../../lambda/editions/edition.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { ArchiveError, UsageError } from '../../../lambda/errors.ts';
import { renderHtmlHere as renderHtml } from '../../../lambda/rendering/render-html.ts';
import { backfill } from '../../../lambda/runs/backfill.ts';
import { runBriefing } from '../../../lambda/runs/briefing.ts';
import { checkArchive } from '../../../lambda/runs/check.ts';
import { replay } from '../../../lambda/runs/replay.ts';
import { unwatched } from '../../../lambda/runs/watch.ts';
import { folderSource } from '../../../lambda/sources/files/folder.ts';
import type { Source } from '../../../lambda/sources/source.ts';
import { collectAndStore } from '../../../lambda/steps/collect.ts';
import { restoreSnapshot } from '../../../lambda/steps/restore.ts';
import { smallData } from '../../e2e-local/support/small-data.ts';
import { S3Server } from '../../support/s3-server.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const other: Edition = { ...tna, id: 'OTHER' };
const session = '2025-12-31';
const now = `${session}T23:50:00.000Z`;
let source: Source;
let data: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  data = await temporaryFolder();
  source = folderSource(await smallData(data.path));
});
afterAll(() => data.dispose());

const publish = (archive: Archive, edition: Edition) =>
  runBriefing(
    { edition, session, paper: 'A4', allowIncomplete: false, code: 'test', now },
    { source, archive, printer: null, watch: unwatched },
  );

const places = {
  async folder() {
    const { path, dispose } = await temporaryFolder();
    return { archive: new FolderArchive(path), dispose };
  },
  async bucket() {
    const server = await new S3Server().start();
    return {
      archive: new S3Archive({ client: server.client(), bucket: 'archive' }),
      dispose: () => server.stop(),
    };
  },
};

/** The keys of an archive with one briefing of TNA, and their bytes; made once. */
let published: Promise<ReadonlyMap<string, Uint8Array>> | undefined;
async function publishedOnce(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { archive, dispose } = await places.folder();
  await publish(archive, tna);
  const all = await archive.list('');
  const bytes = await Promise.all(all.map(async (key) => [key, (await archive.get(key))!] as const));
  await dispose();
  return new Map(bytes);
}

describe.each(['folder', 'bucket'] as const)('an archive in a %s', (place) => {
  let archive: Archive;
  let dispose: () => Promise<void>;
  beforeEach(async () => {
    ({ archive, dispose } = await places[place]());
    published ??= publishedOnce();
    for (const [key, bytes] of await published) await archive.putNew(key, bytes);
  });
  afterEach(() => dispose());

  it('takes no briefing of a second edition, by a run, a backfill or a collection', async () => {
    const before = await archive.list('');
    const words =
      /holds briefings of the edition TNA, and an archive holds one: OTHER is not published there/;
    const request = { edition: other, session, through: session, now };
    const runs = [
      () => publish(archive, other),
      () =>
        backfill(
          {
            edition: other,
            sessions: ['2025-12-30'],
            paper: 'A4',
            allowIncomplete: false,
            code: 'test',
            now,
          },
          { source, archive, renderHtml, printer: null, watch: unwatched, tell: () => undefined },
        ),
      () => collectAndStore(request, { source, archive }),
    ];
    for (const run of runs) {
      const failure = await run().then(
        () => null,
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(UsageError);
      expect((failure as Error).message).toMatch(words);
    }
    expect(await archive.list('')).toEqual(before);
  });

  it('publishes no second edition whose run began before the first was published', async () => {
    const before = await archive.list('reports/');
    // When that run looks for an edition, as its first thing, there is none yet.
    const early: Archive = {
      locate: (key) => archive.locate(key),
      get: async (key) => (key === keys.latest ? null : archive.get(key)),
      list: async (prefix) => (prefix === 'reports/' ? [] : archive.list(prefix)),
      putNew: (key, bytes) => archive.putNew(key, bytes),
      publish: (...revision) => archive.publish(...revision),
      update: (...change) => archive.update(...change),
    };
    await expect(publish(early, other)).rejects.toThrow(
      'r1 of 2025-12-31 is of the edition TNA, and this makes OTHER',
    );
    expect(await archive.list('reports/')).toEqual(before);
  });

  it('takes more of its own edition', async () => {
    expect((await publish(archive, tna)).status).toBe('already published');
  });

  it('lists no entry of a second edition, which a run beside it had published', async () => {
    const entry = JSON.parse(Buffer.from((await archive.get(keys.latest))!).toString()) as IndexEntry;
    const added = { ...entry, edition: 'OTHER', session: '2025-12-30', files: {} };
    await expect(addToIndex(archive, [added])).rejects.toThrow(ArchiveError);
    await expect(addToIndex(archive, [added])).rejects.toThrow(/lists the edition TNA.*is of OTHER/);
  });

  it('is replayed, and its snapshot restored, by its own edition only', async () => {
    const printer = () => Promise.reject(new Error('no PDF was asked for'));
    const ports = { archive, printer, watch: unwatched };
    await expect(replay({ edition: other, session, revision: undefined }, ports)).rejects.toThrow(
      'r1 of 2025-12-31 is of the edition TNA, and this replays OTHER',
    );
    const { manifest } = (await newestRevision(archive, session))!;
    await expect(
      restoreSnapshot(archive, { edition: other, session, id: manifest.snapshot.id }),
    ).rejects.toThrow(/is of the edition TNA, not of OTHER/);
  });

  it('is not sound when a revision of it is of a second edition', async () => {
    expect((await checkArchive(archive)).problems).toEqual([]);
    const folder = keys.revision(session, 1);
    const listed = await archive.list(folder);
    const files = new Map(
      await Promise.all(
        listed.map(async (key) => [key.slice(folder.length), (await archive.get(key))!] as const),
      ),
    );
    const manifest = JSON.parse(Buffer.from(files.get('manifest.json')!).toString());
    files.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, edition: 'OTHER', revision: 2 })));
    await archive.publish(session, 2, new Map([...files].sort(([a], [b]) => (a < b ? 1 : -1))));
    // Revisions are read side by side: the first one late, as on a busy machine.
    const late: Archive = {
      locate: (key) => archive.locate(key),
      get: async (key) => {
        if (key.startsWith(folder)) await setTimeout(20);
        return archive.get(key);
      },
      list: (prefix) => archive.list(prefix),
      putNew: (key, bytes) => archive.putNew(key, bytes),
      publish: (...revision) => archive.publish(...revision),
      update: (key, change) => archive.update(key, change),
    };
    const { problems } = await checkArchive(late);
    expect(problems).toEqual([
      expect.stringMatching(/r2\/? is of the edition OTHER, in an archive of TNA/),
      expect.stringMatching(/r2\/? has no record of its call/),
    ]);
  });
});

describe('an archive whose first run died before its briefing was in the index', () => {
  it('is still of that edition', async () => {
    const { archive, dispose } = await places.folder();
    const unindexed: Archive = {
      locate: (key) => archive.locate(key),
      get: (key) => archive.get(key),
      list: (prefix) => archive.list(prefix),
      putNew: (key, bytes) => archive.putNew(key, bytes),
      publish: (...revision) => archive.publish(...revision),
      update: () => Promise.reject(new ArchiveError('the disk is gone')),
    };
    await expect(publish(unindexed, tna)).rejects.toThrow('the disk is gone');
    await expect(publish(archive, other)).rejects.toThrow(/holds briefings of the edition TNA/);
    await dispose();
  });
});
