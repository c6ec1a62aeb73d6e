import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { jsonSchemaOf } from '../../../lambda/archive/json-schema.ts';
import { placeSchemas } from '../../../lambda/archive/schemas.ts';
import { temporaryFolder, treeOf } from '../../support/temporary.ts';

it('places each schema under its hash once, and leaves what is there', async () => {
  const { path, dispose } = await temporaryFolder();
  try {
    const archive = new FolderArchive(path);
    const placed = await placeSchemas(archive);
    for (const document of ['report', 'manifest'] as const) {
      const bytes = await readFile(join(path, placed[document]));
      const hash = createHash('sha256').update(bytes).digest('hex');
      expect(placed[document]).toBe(`schema/${document}-${hash.slice(0, 12)}.json`);
      expect(JSON.parse(bytes.toString())).toEqual(jsonSchemaOf(document));
    }
    const before = await treeOf(join(path, 'schema'));
    expect(Object.keys(before)).toHaveLength(2);
    expect(await placeSchemas(archive)).toEqual(placed);
    expect(await treeOf(join(path, 'schema'))).toEqual(before);
  } finally {
    await dispose();
  }
});
