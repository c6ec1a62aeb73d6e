import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileLimit, pathOf, readRegular, refuseLinks } from '../../../lambda/archive/inside.ts';
import { ArchiveError } from '../../../lambda/errors.ts';
import { temporaryFolder } from '../../support/temporary.ts';

describe('the path of a key', () => {
  it.each([
    ['/archive', '', '/archive'],
    ['/archive', 'index.json', '/archive/index.json'],
    ['/archive', 'reports/2025-12-31/r1/', '/archive/reports/2025-12-31/r1'],
    ['/', 'index.json', '/index.json'],
    ['/archive', '...', '/archive/...'],
  ])('below %s of "%s" is %s', (root, key, path) => {
    expect(pathOf(root, key)).toBe(path);
  });

  it.each(['..', '../x', 'a/../../x', './x', '/etc/hostname', 'a//b', 'a\\b', 'C:x', 'a\0b', '/'])(
    'that leads elsewhere is none: %j',
    (key) => {
      expect(() => pathOf('/archive', key)).toThrow(ArchiveError);
    },
  );
});

describe('what lies in a folder', async () => {
  const { path: root, dispose } = await temporaryFolder();
  afterAll(dispose);
  const at = (...names: string[]) => join(root, ...names);
  await mkdir(at('real', 'deep'), { recursive: true });
  await writeFile(at('real', 'file'), 'abc');
  await symlink(at('real'), at('linked'));
  await symlink(at('real', 'file'), at('real', 'link'));
  await writeFile(at('largest'), '');
  await truncate(at('largest'), fileLimit);
  await writeFile(at('larger'), '');
  await truncate(at('larger'), fileLimit + 1);

  it('is not reached through a link, and a folder found to be real is not asked about again', async () => {
    const known = new Set<string>();
    await refuseLinks(root, at('real', 'deep', 'file'), known);
    expect([...known]).toEqual([at('real'), at('real', 'deep')]);
    await refuseLinks(root, at('absent', 'deep', 'file'), known);
    expect(known).toHaveLength(2);
    await expect(refuseLinks(root, at('linked', 'file'), known)).rejects.toThrow('linked is a link');
    // The last name is the file's own: who reads it refuses a link.
    await refuseLinks(root, at('linked'), known);
  });

  it('is read where it is a regular file of an allowed size', async () => {
    expect(Buffer.from((await readRegular(at('real', 'file')))!).toString()).toBe('abc');
    expect(await readRegular(at('real', 'absent'))).toBeNull();
    expect(await readRegular(at('largest'))).toHaveLength(fileLimit);
    await expect(readRegular(at('larger'))).rejects.toThrow('larger has 64000001 bytes');
    await expect(readRegular(at('real', 'link'))).rejects.toThrow('is a link');
    await expect(readRegular(at('real'))).rejects.toThrow('is no regular file');
  });
});
