import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { S3Archive } from '../../../lambda/archive/s3.ts';
import { ArchiveUnavailable } from '../../../lambda/errors.ts';
import { archiveContract } from '../../contract/archive-contract.ts';
import { MemoryBucket, s3Refusal } from '../../support/memory-bucket.ts';

const session = '2025-12-31';
const folder = `reports/${session}/r1/`;
const filesOf = (mark: string) =>
  new Map(
    ['manifest.json', 'briefing.html', 'report.json', 'briefing.pdf'].map((name) => [
      name,
      Buffer.from(`${name} ${mark}`),
    ]),
  );

let bucket: MemoryBucket;
const open = (patience = 60_000) => new S3Archive({ client: bucket.client(), bucket: 'archive', patience });
beforeEach(() => {
  // The pauses between tries are random parts of a second; here they are none.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  bucket = new MemoryBucket();
});
afterEach(() => {
  vi.restoreAllMocks();
});

archiveContract('a bucket in memory', async () => ({
  open: () => open(2_000),
  dispose: async () => undefined,
}));

const texts = () =>
  Object.fromEntries([...bucket.objects].map(([key, { bytes }]) => [key, bytes.toString()]));
const whole = (mark: string) =>
  Object.fromEntries([...filesOf(mark)].map(([name, bytes]) => [folder + name, bytes.toString()]));
const asked = (what: string) => bucket.requests.filter((request) => request === what).length;

/** A run that dies when it asks for this. */
async function dieAt(request: string, mark: string): Promise<void> {
  bucket.before = (one) => {
    if (one === request) throw s3Refusal('InternalError', 500);
  };
  await expect(open().publish(session, 1, filesOf(mark))).rejects.toThrow(ArchiveUnavailable);
  bucket.before = () => undefined;
}

describe('a revision in a bucket', () => {
  it('is claimed by its report and ended by its manifest', async () => {
    expect(await open().publish(session, 1, filesOf('one'))).toBe(true);
    expect(texts()).toEqual(whole('one'));
    expect(bucket.requests[0]).toBe(`PUT ${folder}report.json`);
    expect(bucket.requests.at(-1)).toBe(`PUT ${folder}manifest.json`);
  });

  it.each(['report.json', 'briefing.html', 'briefing.pdf', 'manifest.json'])(
    'of a run that died at %s is completed by one that made the same',
    async (name) => {
      await dieAt(`PUT ${folder}${name}`, 'one');
      expect(texts()).not.toHaveProperty([`${folder}manifest.json`]);
      expect(await open().publish(session, 1, filesOf('one'))).toBe(true);
      expect(texts()).toEqual(whole('one'));
    },
  );

  it.each(['report.json', 'briefing.html'])(
    'of another run with another %s is not mixed with ours',
    async (name) => {
      const theirs = Buffer.from('theirs');
      bucket.set(folder + name, theirs);
      bucket.set(`${folder}manifest.json`, theirs);
      if (name !== 'report.json') bucket.set(`${folder}report.json`, filesOf('one').get('report.json')!);
      expect(await open().publish(session, 1, filesOf('one'))).toBe(false);
      expect(texts()).toMatchObject({ [folder + name]: 'theirs', [`${folder}manifest.json`]: 'theirs' });
    },
  );

  it('with another report gets no page of ours at all', async () => {
    bucket.set(`${folder}report.json`, Buffer.from('theirs'));
    bucket.set(`${folder}manifest.json`, Buffer.from('theirs'));
    await open().publish(session, 1, filesOf('one'));
    expect(Object.keys(texts()).sort()).toEqual([`${folder}manifest.json`, `${folder}report.json`]);
  });

  it('that a run left unfinished long ago is given up at once', async () => {
    bucket.set(`${folder}report.json`, Buffer.from('theirs'), new Date(Date.now() - 61_000));
    expect(await open(60_000).publish(session, 1, filesOf('one'))).toBe(false);
    expect(asked(`GET ${folder}manifest.json`)).toBe(1);
  });

  it('that a run has just begun is waited for until it is there', async () => {
    bucket.set(`${folder}report.json`, Buffer.from('theirs'));
    bucket.before = (request) => {
      if (request === `GET ${folder}manifest.json` && asked(request) === 3)
        bucket.set(`${folder}manifest.json`, Buffer.from('theirs'));
    };
    // Longer than a test may take: it ends because the other run has written, not because it was given up.
    expect(await open(600_000).publish(session, 1, filesOf('one'))).toBe(false);
    expect(asked(`GET ${folder}manifest.json`)).toBe(3);
  });

  it('whose clock runs ahead is waited for no longer than one begun now', async () => {
    bucket.set(`${folder}report.json`, Buffer.from('theirs'), new Date(Date.now() + 3_600_000));
    expect(await open(1).publish(session, 1, filesOf('one'))).toBe(false);
  });
});

describe('a document of a bucket', () => {
  it('is written only where it changes', async () => {
    await open().update('index.json', () => Buffer.from('a'));
    await open().update('index.json', () => Buffer.from('a'));
    expect(asked('PUT index.json')).toBe(1);
  });

  it('that others change meanwhile is changed again from what they made of it', async () => {
    bucket.set('index.json', Buffer.from('a'));
    let meanwhile = 2;
    bucket.before = (request) => {
      if (!request.startsWith('PUT') || meanwhile === 0) return;
      meanwhile -= 1;
      bucket.set('index.json', Buffer.concat([bucket.objects.get('index.json')!.bytes, Buffer.from('x')]));
    };
    await open().update('index.json', (old) => Buffer.concat([Buffer.from(old!), Buffer.from('b')]));
    expect(texts()).toEqual({ 'index.json': 'axxb' });
  });

  it('that others change without end is given up, and may be tried later', async () => {
    let change = 0;
    bucket.before = (request) => {
      if (!request.startsWith('PUT')) return;
      change += 1;
      bucket.set('index.json', Buffer.from(String(change)));
    };
    await expect(open().update('index.json', () => Buffer.from('ours'))).rejects.toThrow(ArchiveUnavailable);
    expect(change).toBe(60);
  });
});
