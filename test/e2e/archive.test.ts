import { execFileSync } from 'node:child_process';
import { CreateBucketCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../lambda/archive/archive.ts';
import { mapLimited } from '../../lambda/archive/limited.ts';
import { S3Archive } from '../../lambda/archive/s3.ts';
import { rebuild } from '../../lambda/runs/rebuild.ts';
import { updateCatalogue } from '../../lambda/steps/catalogue.ts';
import { archiveContract } from '../contract/archive-contract.ts';
import { MemoryArchive } from '../support/memory-archive.ts';
import { diesAfter } from '../support/mortal.ts';
import { publishOnly, someSessions } from '../support/site-archive.ts';
import { type Emulator, startEmulator } from './support/emulator.ts';
import { pythonWithEmulator } from './support/python.ts';

let emulator: Emulator;
let buckets = 0;
beforeAll(async () => {
  emulator = await startEmulator();
}, 300_000);
afterAll(() => emulator?.stop());

const connect = () =>
  new S3Client({
    endpoint: emulator.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });

archiveContract('a bucket of the emulator', async () => {
  buckets += 1;
  const bucket = `archive-${buckets}`;
  await connect().send(new CreateBucketCommand({ Bucket: bucket }));
  return {
    open: () => new S3Archive({ client: connect(), bucket, patience: 5_000 }),
    dispose: async () => undefined,
  };
});

describe('a published session in a bucket of the emulator', () => {
  const bucket = 'published';
  const archive = () => new S3Archive({ client: connect(), bucket });
  beforeAll(async () => {
    await connect().send(new CreateBucketCommand({ Bucket: bucket }));
    const wanted = [
      { session: '2025-12-30' },
      { session: '2025-12-31', verdict: 'Small caps & <b>others</b> rise.' },
      { session: '2025-12-31', revision: 2, verdict: 'Small caps & <b>others</b> fall.' },
    ];
    await updateCatalogue(archive(), await publishOnly(archive(), wanted), 'https://briefing.example');
  });

  it.each([
    ['reports/2025-12-31/r2/report.json', 'application/json', 'max-age=31536000, immutable'],
    ['reports/2025-12-31/r1/briefing.html', 'text/html; charset=utf-8', 'max-age=31536000, immutable'],
    ['reports/2025-12-31/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['reports/2025-12-31/here.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['latest.json', 'application/json', 'no-cache'],
    ['feed.xml', 'application/atom+xml; charset=utf-8', 'no-cache'],
    ['feed.json', 'application/feed+json', 'no-cache'],
    ['figures/year=2025/month=12/figures.parquet', 'application/vnd.apache.parquet', 'no-cache'],
    ['figures/datapackage.json', 'application/json', 'no-cache'],
  ])('%s is %s, %s', async (key, type, caching) => {
    const { ContentType, CacheControl } = await connect().send(
      new HeadObjectCommand({ Bucket: bucket, Key: key }),
    );
    expect([ContentType, CacheControl]).toEqual([type, caching]);
  });

  it('is a feed to feedparser, which finds nothing wrong with it', async () => {
    const { program, environment } = await pythonWithEmulator();
    const script = `
import feedparser, json, sys
d = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps([d.bozo, d.version, [[e.id, e.title, e.published, e.updated, e.link, e.content[0].value] for e in d.entries]]))`;
    const answer = execFileSync(program, ['-c', script], {
      input: (await archive().get('feed.xml'))!,
      env: { ...process.env, ...environment },
    });
    const [bozo, version, [newest, before]] = JSON.parse(answer.toString());
    expect([bozo, version]).toEqual([false, 'atom10']);
    const [id, title, published, updated, link, content] = newest;
    expect(id).toMatch(/^urn:uuid:/);
    expect(title).toContain('CORRECTED: Small caps & ');
    expect([published, updated]).toEqual(['2025-12-31T22:01:00.000Z', '2025-12-31T22:02:00.000Z']);
    expect(link).toBe('https://briefing.example/reports/2025-12-31/index.html');
    expect(content).toContain('Small caps &amp; &lt;b&gt;others&lt;/b&gt; fall.');
    expect(before[4]).toBe('https://briefing.example/reports/2025-12-30/index.html');
  });
});

describe('eight publishers at once in a bucket of the emulator, one of them killed midway', () => {
  const bucket = 'together';
  const archive = () => new S3Archive({ client: connect(), bucket });
  const pointers = async (of: Archive) => {
    const keys = (await of.list('')).filter((key) => !/^reports\/[^/]+\/r\d+\//.test(key));
    const texts = await mapLimited(keys, 8, async (key) =>
      Buffer.from((await of.get(key)) ?? []).toString('latin1'),
    );
    return Object.fromEntries(keys.map((key, at) => [key, texts[at]]));
  };

  it('leave the pointers that one publisher makes in order, and that a rebuild makes', async () => {
    const wanted = someSessions(24);
    const alone = new MemoryArchive();
    await updateCatalogue(alone, await publishOnly(alone, wanted));
    const expected = await pointers(alone);

    await connect().send(new CreateBucketCommand({ Bucket: bucket }));
    const made = await publishOnly(archive(), wanted);
    // Their own way round: by the last digit of the day.
    const mixed = made.toSorted((a, b) =>
      a.manifest.session.slice(-1).localeCompare(b.manifest.session.slice(-1)),
    );
    await Promise.all(
      Array.from({ length: 8 }, async (_, publisher) => {
        const mine = mixed.filter((_, at) => at % 8 === publisher);
        const publish = (on: Archive) => updateCatalogue(on, mine);
        if (publisher === 5) await diesAfter(25, archive(), publish);
        await publish(archive());
      }),
    );
    expect(await pointers(archive())).toEqual(expected);
    await rebuild(archive());
    expect(await pointers(archive())).toEqual(expected);
  }, 240_000);
});
