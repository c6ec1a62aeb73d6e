import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { S3Archive } from '../../../lambda/archive/s3.ts';
import { type Mishap, S3Server } from '../../support/s3-server.ts';

const session = '2025-12-31';
const files = (mark: string) =>
  new Map([
    ['report.json', Buffer.from(`report ${mark}`)],
    ['briefing.html', Buffer.from(`page ${mark}`)],
    ['briefing.pdf', Buffer.from(`pdf ${mark}`)],
    ['manifest.json', Buffer.from(`manifest ${mark}`)],
  ]);

let server: S3Server;
let archive: S3Archive;
const open = () => new S3Archive({ client: server.client(), bucket: 'archive', patience: 200 });
beforeEach(async () => {
  // The pauses between tries are random parts of a second; here they are none.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  server = await new S3Server().start();
  archive = open();
});
afterEach(() => {
  vi.restoreAllMocks();
  return server.stop();
});

const published = (revision: number) =>
  Object.fromEntries(
    [...server.objects]
      .filter(([key]) => key.startsWith(`reports/${session}/r${revision}/`))
      .map(([key, { bytes }]) => [key.split('/').at(-1), bytes.toString()]),
  );
const whole = (mark: string) =>
  Object.fromEntries([...files(mark)].map(([name, bytes]) => [name, bytes.toString()]));

/** The first requests to a key go wrong, each in its way, and no other. */
function inTurn(verb: string, key: RegExp, ...mishaps: Mishap[]): void {
  server.plan = (asked, of) => (asked === verb && key.test(of) ? (mishaps.shift() ?? null) : null);
}

const passing: [string, Mishap][] = [
  ['a throttle', { status: 503, code: 'SlowDown' }],
  ['an internal error', { status: 500, code: 'InternalError' }],
  ['a time-out of its own', { status: 400, code: 'RequestTimeout' }],
  ['a reset', 'reset'],
  ['a conflict of writes', { status: 409, code: 'ConditionalRequestConflict' }],
  ['an answer that is lost after the write', 'lost answer'],
];

describe('a revision in a bucket', () => {
  describe.each(passing)('with %s', (_, mishap) => {
    it.each([...files('one').keys()])('on %s is published once and whole', async (name) => {
      inTurn('PUT', new RegExp(`${name}$`), mishap);
      expect(await archive.publish(session, 1, files('one'))).toBe(true);
      expect(published(1)).toEqual(whole('one'));
    });

    it('loses no change to the index and makes none twice', async () => {
      await archive.putNew('index.json', Buffer.from('a'));
      inTurn('PUT', /index/, mishap);
      await archive.update('index.json', (old) => Buffer.from(`${Buffer.from(old ?? []).toString()}b`));
      expect(server.objects.get('index.json')?.bytes.toString()).toBe('ab');
    });
  });

  it('loses no change of several runs at once, be the document there before or not', async () => {
    for (const key of ['index.json', 'latest.json']) {
      if (key === 'index.json') await archive.putNew(key, Buffer.from('-'));
      const adding = (name: string) =>
        open().update(key, (old) => Buffer.from(`${Buffer.from(old ?? []).toString()}${name}`));
      await Promise.all(['a', 'b', 'c', 'd'].map(adding));
      const text = server.objects.get(key)?.bytes.toString() ?? '';
      expect([...text.replace('-', '')].sort()).toEqual(['a', 'b', 'c', 'd']);
      expect(text.startsWith('-')).toBe(key === 'index.json');
    }
  });

  it('has its manifest written last', async () => {
    await archive.publish(session, 1, files('one'));
    const written = server.requests.filter((request) => request.startsWith('PUT'));
    expect(written.at(0)).toMatch(/report\.json$/);
    expect(written.at(-1)).toMatch(/manifest\.json$/);
  });

  const dying = ['briefing.html', 'briefing.pdf', 'manifest.json'];

  it.each(dying)('of a run that died at %s is completed by one that made the same', async (name) => {
    server.plan = (verb, key) =>
      verb === 'PUT' && key.endsWith(name) ? { status: 500, code: 'InternalError' } : null;
    await expect(archive.publish(session, 1, files('one'))).rejects.toMatchObject({
      name: 'ArchiveUnavailable',
    });
    expect(published(1)).not.toHaveProperty('manifest.json');
    server.plan = () => null;
    expect(await open().publish(session, 1, files('one'))).toBe(true);
    expect(published(1)).toEqual(whole('one'));
  });

  it.each(dying)('of a run that died at %s is left alone by one that made another', async (name) => {
    server.plan = (verb, key) =>
      verb === 'PUT' && key.endsWith(name) ? { status: 500, code: 'InternalError' } : null;
    await archive.publish(session, 1, files('one')).catch(() => undefined);
    server.plan = () => null;
    const left = published(1);
    expect(await open().publish(session, 1, files('two'))).toBe(false);
    expect(published(1)).toEqual(left);
    expect(await open().publish(session, 2, files('two'))).toBe(true);
    expect(published(2)).toEqual(whole('two'));
  });

  it('is waited for while another run is still writing it', async () => {
    await archive.putNew(`reports/${session}/r1/report.json`, Buffer.from('report one'));
    const manifest = `reports/${session}/r1/manifest.json`;
    setTimeout(() => void archive.putNew(manifest, Buffer.from('manifest one')), 80);
    const patient = new S3Archive({ client: server.client(), bucket: 'archive', patience: 600_000 });
    // Longer than a test may take: it is over because the other run has written it, not because it was given up.
    expect(await patient.publish(session, 1, files('two'))).toBe(false);
    expect(published(1)).toHaveProperty('manifest.json', 'manifest one');
  });
});

describe('a bucket', () => {
  it('gives an object whole although its first answer breaks off', async () => {
    await archive.putNew('snapshots/a', Buffer.from('0123456789'));
    inTurn('GET', /snapshots/, 'cut short');
    expect(Buffer.from((await archive.get('snapshots/a'))!).toString()).toBe('0123456789');
  });

  it('that stays out of reach is worth another try later', async () => {
    server.plan = () => 'reset';
    await expect(archive.get('index.json')).rejects.toMatchObject({ name: 'ArchiveUnavailable' });
    await expect(archive.putNew('a', Buffer.from('a'))).rejects.toMatchObject({ name: 'ArchiveUnavailable' });
  });

  it('that gives up waiting for a request is worth another try later, too', async () => {
    server.plan = () => ({ status: 400, code: 'RequestTimeout' });
    await expect(archive.putNew('a', Buffer.from('a'))).rejects.toMatchObject({ name: 'ArchiveUnavailable' });
  });

  it('knows its own write again although the answer was lost and its repetition met a conflict', async () => {
    inTurn('PUT', /receipt/, 'lost answer', { status: 409, code: 'ConditionalRequestConflict' });
    expect(await archive.putNew('receipt', Buffer.from('mine'))).toBe(true);
  });

  it('that says no is not, and its message says what it refused', async () => {
    server.plan = () => ({ status: 403, code: 'AccessDenied' });
    await expect(archive.get('index.json')).rejects.toMatchObject({
      name: 'ArchiveError',
      message: expect.stringMatching(/s3:\/\/archive\/: cannot read index\.json.*AccessDenied, 403/),
    });
  });

  it('receives the writer of an object, its type and its caching', async () => {
    const metadata = { execution: 'run-1', request: 'id-1', code: 'abc' };
    const marked = new S3Archive({ client: server.client(), bucket: 'archive', metadata });
    await marked.publish(session, 1, files('one'));
    await marked.putNew('snapshots/raw/ab/abc.gz', Buffer.from('packed'));
    expect(server.objects.get(`reports/${session}/r1/briefing.html`)?.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'max-age=31536000, immutable',
      'x-amz-meta-execution': 'run-1',
      'x-amz-meta-request': 'id-1',
      'x-amz-meta-code': 'abc',
    });
    const packed = server.objects.get('snapshots/raw/ab/abc.gz')?.headers;
    expect(packed).toMatchObject({ 'content-type': 'application/gzip', 'cache-control': 'no-cache' });
    expect(packed).not.toHaveProperty('content-encoding');
  });
});
