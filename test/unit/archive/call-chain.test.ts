import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../lambda/archive/archive.ts';
import { callsBefore, linkCalls, readChain } from '../../../lambda/archive/call-chain.ts';
import { checkCalls } from '../../../lambda/archive/call-check.ts';
import {
  type CallRecord,
  canonicalJson,
  linked,
  noRecord,
  recordHashOf,
} from '../../../lambda/archive/call-record.ts';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import type { ReportRef } from '../../../lambda/archive/manifest.ts';
import { S3Archive } from '../../../lambda/archive/s3.ts';
import { calling, publishCalling, publishUnlinked } from '../../support/called-reports.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { S3Server } from '../../support/s3-server.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const days = ['2025-12-29', '2025-12-30', '2025-12-31'] as const;
const first = 'calls/0001.json';

/** Three records of the contract, and the hashes that it prints for them. */
const example = (
  [
    [
      '2025-12-29',
      'no clear leadership',
      2,
      8.25,
      0,
      'a517c2ac067cbe3a6524ebc0069ed3a37a4e1a56704c93864086c23c99f0a4a6',
    ],
    [
      '2025-12-30',
      'no clear leadership',
      3,
      9.5,
      0,
      'acdd60abec5e4c55e0f523cc6b68efdb0b9ff8f013e8a22f5e05dded07a2db7b',
    ],
    [
      '2025-12-31',
      'small-cap leadership',
      1,
      26,
      1,
      '106a31e7f24afb05fd2438e215a01a802c7fb146e8f6089a38aa3d1a8aa8a99b',
    ],
  ] as const
).map(([session, state, age, score, side, report]) => ({
  ...{ schema: 'smallcap-call/1' as const, edition: 'TNA', subject: 'IWM:SPY', session, revision: 1 },
  ...{ late: false, state, age, score, side, horizons: [5, 21, 63], report },
}));
const printed = [
  '98c3e0e0303a84743b0873e0fb76f511e5fdb8807230a1882523b2f2d9db5c9e',
  '73e291f5f27fcd56e8fc2f2e0a0832157d19aafca9998914e0dd66b8a6ba8ebc',
  '78213b7b550eea4a93b45c2cdadf9bd3d15dd786c83843c1270b775534f72ca0',
];

describe('a record', () => {
  it('has the hash that the contract prints, linked one to the next', () => {
    let previous = noRecord;
    for (const [i, record] of example.entries()) {
      previous = linked(record, previous).hash;
      expect(previous).toBe(printed[i]);
    }
  });

  it('is hashed as the canonical JSON of RFC 8785, by its own examples', () => {
    expect(
      canonicalJson({
        numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: '\u20ac$\u000f\nA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
      }),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(
      canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7 }),
    ).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });
});

describe.each<[string, () => Promise<{ archive: Archive; dispose: () => Promise<void> }>]>([
  [
    'a folder',
    async () => {
      const folder = await temporaryFolder();
      return { archive: new FolderArchive(folder.path), dispose: folder.dispose };
    },
  ],
  [
    'a bucket',
    async () => {
      const server = await new S3Server().start();
      const archive = new S3Archive({ client: server.client(), bucket: 'archive', patience: 500 });
      return { archive, dispose: () => server.stop() };
    },
  ],
])('the chain in %s', (_, open) => {
  let archive: Archive;
  let dispose: () => Promise<void>;
  beforeEach(async () => {
    ({ archive, dispose } = await open());
    for (const [i, day] of days.entries()) await publishCalling(archive, calling(day, i === 2 ? 1 : 0));
  });
  afterEach(() => dispose());

  const published = days.map((session) => ({ session, revision: 1 }));
  const rewrite = (change: (records: CallRecord[]) => CallRecord[]) =>
    archive.update(first, (old) => {
      const document = JSON.parse(Buffer.from(old!).toString());
      return Buffer.from(JSON.stringify({ ...document, records: change(document.records) }));
    });

  it('is intact, each record linked to the one before', async () => {
    const { records, broken } = await readChain(archive);
    expect(broken).toBeNull();
    expect(records.map(({ session }) => session)).toEqual(days);
    expect(records.map(({ previous }) => previous)).toEqual([noRecord, records[0]!.hash, records[1]!.hash]);
    expect(await checkCalls(archive, published)).toEqual({ calls: 'intact', problems: [] });
  });

  it.each<[string, (records: CallRecord[]) => CallRecord[], string]>([
    [
      'a call turned round',
      (records) => records.map((one) => (one.session === days[1] ? { ...one, side: -1 } : one)),
      '2025-12-30 r1',
    ],
    ['a record taken out', ([a, _b, c]) => [a!, c!], '2025-12-31 r1'],
    ['the first one taken out', ([, ...rest]) => rest, '2025-12-30 r1'],
    ['two that changed places', ([a, b, c]) => [a!, c!, b!], '2025-12-31 r1'],
    ['one put in twice', ([a, b, c]) => [a!, b!, linked(a!, b!.hash), c!], '2025-12-29 r1'],
    ['one that is no record', ([a, b, c]) => [a!, { ...b!, revision: 0 }, c!], '2025-12-30 r0'],
  ])('tells %s', async (_name, change, place) => {
    await rewrite(change);
    const chain = await readChain(archive);
    const [session, revision] = place.split(' r');
    expect(chain.broken).toEqual({ session, revision: Number(revision) });
    const found = await checkCalls(archive, published);
    expect(found.calls).toBe(`broken at ${place}`);
    expect(found.problems[0]).toContain(`is broken at ${place}`);
  });

  it('detects a rewritten past, every hash recomputed', async () => {
    await rewrite((records) => {
      let previous = noRecord;
      return records.map((one) => {
        const again = linked({ ...without(one), side: 1, state: 'small-cap leadership' }, previous);
        previous = again.hash;
        return again;
      });
    });
    expect((await readChain(archive)).broken).toBeNull();
    const { calls, problems } = await checkCalls(archive, published);
    expect(calls).toBe('broken at 2025-12-29 r1');
    expect(problems[0]).toMatch(/r1.* what its report does not say/);
  });

  it('detects records that were cut off the end, and revisions that are gone', async () => {
    await rewrite((records) => records.slice(0, 2));
    expect((await checkCalls(archive, published)).problems).toEqual([
      expect.stringMatching(/2025-12-31.* has no record of its call/),
    ]);
    const two = await checkCalls(archive, published.slice(1));
    expect(two.calls).toBe('broken at 2025-12-29 r1');
    expect(two.problems.join()).toContain('r1 of 2025-12-29, which is not published');
  });
});

const without = ({ previous: _, hash: __, ...record }: CallRecord) => record;

describe('linking', () => {
  it('has every revision once, after concurrent and repeated links', async () => {
    const archive = new MemoryArchive([1, 3, 0, 2]);
    const sessions = ['2025-11-03', '2025-11-04', '2025-11-05', '2025-11-06', '2025-11-07', '2025-11-10'];
    const revisions = await Promise.all(sessions.map((one) => publishUnlinked(archive, calling(one, 1))));
    await Promise.all([
      ...revisions.map((one) => linkCalls(archive, [one])),
      linkCalls(archive, revisions),
      linkCalls(archive, revisions.toReversed()),
    ]);
    const { records, broken } = await readChain(archive);
    expect(broken).toBeNull();
    expect(records.map(({ session }) => session).sort()).toEqual(sessions);
    const before = await archive.get(first);
    await linkCalls(archive, revisions);
    expect(await archive.get(first)).toEqual(before);
  });

  it('begins another document where one is full, and goes on from it', async () => {
    const archive = new MemoryArchive();
    const { report, manifest } = await publishUnlinked(archive, calling('2025-11-03', 1));
    const many = Array.from({ length: 620 }, (_, i) => ({
      report: { ...report, revision: i + 1 },
      manifest,
    }));
    await Promise.all([linkCalls(archive, many.slice(0, 400)), linkCalls(archive, many.slice(300))]);
    expect(await archive.list('calls/')).toEqual([first, 'calls/0002.json', 'calls/0003.json']);
    const { records, broken } = await readChain(archive);
    expect([records.length, broken]).toEqual([620, null]);
    await archive.update('calls/0002.json', () => Buffer.from('{"schema":"smallcap-calls/1","records":[]}'));
    expect((await readChain(archive)).broken).toEqual({
      session: '2025-11-03',
      revision: records[500]!.revision,
    });
  });

  it('brings in what a run that died had published before', async () => {
    const archive = new MemoryArchive();
    const died = await publishUnlinked(archive, calling('2025-11-03', 1));
    const sha256 = died.manifest.files['report.json']!.sha256;
    const next = await publishUnlinked(archive, calling('2025-11-04', 1));
    const manifest = { ...next.manifest, previous: { session: '2025-11-03', revision: 1, sha256 } };
    await linkCalls(archive, [{ ...next, manifest }]);
    expect((await readChain(archive)).records.map(({ session }) => session)).toEqual([
      '2025-11-03',
      '2025-11-04',
    ]);
  });

  it.each<[string, (sha256: string) => ReportRef]>([
    [
      'of which another report is published',
      () => ({ session: '2025-11-03', revision: 1, sha256: 'f'.repeat(64) }),
    ],
    ['that is not published', (sha256) => ({ session: '2025-11-03', revision: 2, sha256 })],
  ])('leaves a revision %s to link itself', async (_, previousOf) => {
    const archive = new MemoryArchive();
    const other = await publishUnlinked(archive, calling('2025-11-03', 1));
    const next = await publishUnlinked(archive, calling('2025-11-04', 1));
    const previous = previousOf(other.manifest.files['report.json']!.sha256);
    await linkCalls(archive, [{ ...next, manifest: { ...next.manifest, previous } }]);
    expect((await readChain(archive)).records.map(({ session }) => session)).toEqual(['2025-11-04']);
  });

  it('reads its own documents, in their order, and no other file beside them', async () => {
    const archive = new MemoryArchive();
    await publishCalling(archive, calling('2025-11-03', 1));
    for (const name of ['notes.txt', '0001.json.bak', '00012.json', 'old/0003.json'])
      await archive.putNew(`calls/${name}`, Buffer.from('no document'));
    expect(await readChain(archive)).toMatchObject({ broken: null, records: [{ session: '2025-11-03' }] });
  });

  it('leaves revisions from before calls were recorded alone, and their archive sound', async () => {
    const archive = new MemoryArchive();
    const { call: _, ...old } = calling('2025-11-03', 1);
    await publishCalling(archive, old);
    expect(await archive.list('calls/')).toEqual([]);
    const place = { session: '2025-11-03', revision: 1 };
    expect(await checkCalls(archive, [place])).toEqual({ calls: 'none yet', problems: [] });
  });
});

describe('the calls before a session', () => {
  const grading = { edition: 'TNA', session: '2025-12-31', previous: null };
  const chainOf = (...records: readonly Partial<CallRecord>[]) => {
    let previous = noRecord;
    const all = records.map((one) => {
      const record = linked({ ...without({ ...linked(example[0]!, noRecord), ...one }) }, previous);
      previous = record.hash;
      return record;
    });
    return { records: all, broken: null };
  };

  it('are of each session the first revision in time, of this edition', () => {
    const chain = chainOf(
      { session: '2025-12-30', revision: 2, side: -1 },
      { session: '2025-12-29', late: true, side: 1 },
      { session: '2025-12-30', revision: 1, side: 1 },
      { session: '2025-12-26', edition: 'TNA, simulated', side: 1 },
      { session: '2025-12-24', side: null },
      { session: '2025-12-31', side: 1 },
    );
    expect(callsBefore(chain, grading)).toEqual({
      chain: { kind: 'intact' },
      calls: [
        { session: '2025-12-24', side: null, hash: chain.records[4]!.hash },
        { session: '2025-12-30', side: 1, hash: chain.records[2]!.hash },
        { session: '2025-12-31', side: 1, hash: chain.records[5]!.hash },
      ],
    });
  });

  it('are the same for every session after the first, and none up to that', () => {
    const chain = chainOf({ session: '2025-12-24' }, { session: '2025-12-29' });
    const at = (session: string) => callsBefore(chain, { ...grading, session });
    expect(at('2025-12-24')).toEqual({ chain: { kind: 'none yet' }, calls: [] });
    expect(at('2025-12-26').calls).toHaveLength(2);
    expect(at('2025-12-31')).toBe(at('2025-12-26'));
  });

  it('are those from before its own record when it is made again', () => {
    const chain = chainOf(
      { session: '2025-12-29' },
      { session: '2025-12-31', side: 1 },
      { session: '2025-12-30' },
    );
    const again = callsBefore(chain, { ...grading, revision: 1 });
    expect(again.calls.map(({ session }) => session)).toEqual(['2025-12-29']);
    // Another revision of it has no record yet.
    expect(callsBefore(chain, { ...grading, revision: 2 }).calls).toHaveLength(3);
    expect(callsBefore(chain, grading).calls).toHaveLength(3);
  });

  it('are none yet where all came late', () => {
    expect(callsBefore(chainOf({ late: true }), grading)).toEqual({ chain: { kind: 'none yet' }, calls: [] });
  });

  it('say where the chain is broken, and of a report that is another than its record’s', () => {
    const chain = chainOf({ session: '2025-12-30' });
    const broken = { session: '2025-12-29', revision: 1 };
    expect(callsBefore({ ...chain, broken }, grading).chain).toEqual({ kind: 'broken', ...broken });
    const previous = { session: '2025-12-30', revision: 1, sha256: 'f'.repeat(64) };
    expect(callsBefore(chain, { ...grading, previous }).chain).toMatchObject({ session: '2025-12-30' });
    const same = { ...previous, sha256: chain.records[0]!.report };
    expect(callsBefore(chain, { ...grading, previous: same }).chain).toEqual({ kind: 'intact' });
  });

  it('hash to what the record has', () => {
    for (const record of chainOf({}, {}).records) expect(recordHashOf(record)).toBe(record.hash);
  });
});
