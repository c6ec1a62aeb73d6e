import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Archive } from '../../../lambda/archive/archive.ts';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { jsonSchemaOf } from '../../../lambda/archive/json-schema.ts';
import { S3Archive } from '../../../lambda/archive/s3.ts';
import { placeSchemas, schemaProblem } from '../../../lambda/archive/schemas.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { S3Server } from '../../support/s3-server.ts';
import { temporaryFolder } from '../../support/temporary.ts';

async function placesOnce(archive: Archive): Promise<void> {
  const placed = await placeSchemas(archive);
  for (const document of ['report', 'manifest'] as const) {
    const bytes = (await archive.get(placed[document]))!;
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(placed[document]).toBe(`schema/${document}-${hash.slice(0, 12)}.json`);
    expect(JSON.parse(Buffer.from(bytes).toString())).toEqual(jsonSchemaOf(document));
  }
  expect(await placeSchemas(archive)).toEqual(placed);
  expect(await archive.list('schema/')).toEqual([placed.manifest, placed.report]);
}

it('places each schema under its hash in a folder', async () => {
  const { path, dispose } = await temporaryFolder();
  await placesOnce(new FolderArchive(path)).finally(dispose);
});

it('places each schema under its hash in a bucket, and writes none that is there', async () => {
  const server = await new S3Server().start();
  const written: string[] = [];
  server.plan = (verb, key) => {
    if (verb === 'PUT') written.push(key);
    return null;
  };
  const archive = new S3Archive({ client: server.client(), bucket: 'archive' });
  await placesOnce(archive).finally(() => server.stop());
  expect(written).toHaveLength(2);
});

it('a schema that is gone, or is not as its name says, is a problem that names it', async () => {
  const archive = new MemoryArchive();
  const { report } = await placeSchemas(archive);
  expect(await schemaProblem(archive, report)).toBeNull();
  const missing = 'schema/report-0123456789ab.json';
  expect(await schemaProblem(archive, missing)).toBe(
    `memory:${missing} is not there, but a manifest names it`,
  );
  await archive.update(report, (old) => Buffer.concat([Buffer.from(old!), Buffer.from('\n')]));
  expect(await schemaProblem(archive, report)).toMatch(new RegExp(`^memory:${report} was changed`));
  // Its whole hash ends with that; the name has the first twelve digits.
  const hash = createHash('sha256').update('abc').digest('hex');
  const whole = `schema/report-${hash}.json`;
  await archive.putNew(whole, Buffer.from('abc'));
  expect(await schemaProblem(archive, whole)).not.toBeNull();
});
