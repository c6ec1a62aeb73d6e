import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { pack } from 'tar-fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RenderError } from '../../../../lambda/errors.ts';
import {
  inflateChromium,
  type PackedChromium,
  packedChromium,
} from '../../../../lambda/rendering/chromium/inflate.ts';
import { temporaryFolder } from '../../../support/temporary.ts';

const run = promisify(execFile);
const module = join(import.meta.dirname, '../../../../lambda/rendering/chromium/inflate.ts');

let root: string;
let workspace: string;
let dispose: () => Promise<void>;

beforeEach(async () => {
  ({ path: root, dispose } = await temporaryFolder());
  workspace = join(root, 'workspace');
});
afterEach(() => dispose());

/** A package as `@sparticuz/chromium` lays it out, with a script of a few bytes in place of the browser. */
async function packageOf(version: string, answer: string): Promise<PackedChromium> {
  const folder = join(root, `package-${version}`);
  const lib = join(root, 'lib');
  const fonts = join(root, 'fonts');
  await Promise.all(
    [folder, join(lib, 'lib'), join(fonts, 'fonts')].map((path) => mkdir(path, { recursive: true })),
  );
  await writeFile(join(lib, 'lib', 'libnss3.so'), 'library');
  await writeFile(join(fonts, 'fonts.conf'), '<dir>/tmp/fonts</dir>');
  await writeFile(join(fonts, 'fonts', 'OpenSans.ttf'), 'font');
  await writeFile(join(folder, 'chromium.br'), brotliCompressSync(`#!/bin/sh\necho ${answer}\n`));
  await writeFile(join(folder, 'al2023.tar.br'), brotliCompressSync(await buffer(pack(lib))));
  await writeFile(join(folder, 'fonts.tar.br'), brotliCompressSync(await buffer(pack(fonts))));
  return { folder, version };
}

describe('inflating the browser', () => {
  it('gives a folder with an executable, its libraries, fonts and font configuration', async () => {
    const folder = await inflateChromium(await packageOf('1.0.0', 'one'), workspace);
    expect((await run(join(folder, 'chromium'))).stdout).toBe('one\n');
    expect(await readFile(join(folder, 'al2023/lib/libnss3.so'), 'utf8')).toBe('library');
    expect(await readFile(join(folder, 'fonts/fonts/OpenSans.ttf'), 'utf8')).toBe('font');
    const paths = (await readFile(join(folder, 'fonts/fonts.conf'), 'utf8')).match(
      /(?<=<(dir|cachedir)>).*(?=<)/g,
    );
    expect(paths).toEqual([join(folder, 'fonts'), join(folder, 'fonts/cache')]);
  });

  it('leaves no other files, and does nothing a second time', async () => {
    const packed = await packageOf('1.0.0', 'one');
    const folder = await inflateChromium(packed, workspace);
    const before = await stat(join(folder, 'chromium'));
    await rm(packed.folder, { recursive: true });
    expect(await inflateChromium(packed, workspace)).toBe(folder);
    expect((await stat(join(folder, 'chromium'))).mtimeMs).toBe(before.mtimeMs);
    expect(await readdir(workspace)).toEqual([folder.split('/').at(-1)]);
  });

  it('leaves alone what another version of this program unpacked of the same browser', async () => {
    const packed = await packageOf('1.0.0', 'one');
    const other = join(workspace, `chromium-1.0.0-${process.platform}-${process.arch}`);
    await mkdir(other, { recursive: true, mode: 0o700 });
    await chmod(workspace, 0o700);
    await writeFile(join(other, 'chromium'), 'laid out otherwise');
    const folder = await inflateChromium(packed, workspace);
    expect(await readFile(join(other, 'chromium'), 'utf8')).toBe('laid out otherwise');
    // A change of this list needs another number of the layout.
    expect([folder.split('-').at(-1), (await readdir(folder)).sort()]).toEqual([
      '1',
      ['al2023', 'chromium', 'fonts', 'parts.json'],
    ]);
  });

  it('never runs the old browser after an upgrade', async () => {
    const old = await inflateChromium(await packageOf('1.0.0', 'old'), workspace);
    const upgraded = await inflateChromium(await packageOf('1.0.1', 'new'), workspace);
    expect(upgraded).not.toBe(old);
    expect((await run(join(upgraded, 'chromium'))).stdout).toBe('new\n');
  });

  it('makes a folder whole again when a cleaner of temporary files has been there', async () => {
    const packed = await packageOf('1.0.0', 'one');
    const folder = await inflateChromium(packed, workspace);
    await rm(join(folder, 'chromium'));
    expect((await run(join(await inflateChromium(packed, workspace), 'chromium'))).stdout).toBe('one\n');
  });

  it.each([
    ['al2023/lib/libnss3.so', 'librar'],
    ['fonts/fonts/OpenSans.ttf', ''],
    ['parts.json', '{}'],
    ['parts.json', '{"chromium":'],
  ])('makes a folder whole again when %s was cut short to %j', async (part, text) => {
    const packed = await packageOf('1.0.0', 'one');
    const folder = await inflateChromium(packed, workspace);
    await writeFile(join(folder, part), text);
    await inflateChromium(packed, workspace);
    expect(await readFile(join(folder, 'al2023/lib/libnss3.so'), 'utf8')).toBe('library');
    expect(await readFile(join(folder, 'fonts/fonts/OpenSans.ttf'), 'utf8')).toBe('font');
  });

  it('serves many processes that start at once, each with a browser that runs', async () => {
    const packed = await packageOf('1.0.0', 'one');
    const script = `
      const { inflateChromium } = await import(process.argv[1]);
      const { execFileSync } = await import('node:child_process');
      const folder = await inflateChromium(JSON.parse(process.argv[2]), process.argv[3]);
      process.stdout.write(execFileSync(folder + '/chromium'));`;
    const args = ['--input-type=module', '-e', script, module, JSON.stringify(packed), workspace];
    const all = await Promise.all(Array.from({ length: 6 }, () => run(process.execPath, args)));
    expect(all.map(({ stdout }) => stdout)).toEqual(Array(6).fill('one\n'));
    expect(await readdir(workspace)).toHaveLength(1);
  });

  it('leaves no half-inflated browser when the package is cut short', async () => {
    const packed = await packageOf('1.0.0', 'one');
    const file = join(packed.folder, 'chromium.br');
    await writeFile(file, (await readFile(file)).subarray(0, 10));
    await expect(inflateChromium(packed, workspace)).rejects.toThrow(RenderError);
    expect(await readdir(workspace)).toEqual([]);
  });

  it('takes no notice of what a killed process left half-inflated', async () => {
    const packed = await packageOf('1.0.0', 'one');
    await mkdir(join(workspace, 'inflating-dead'), { recursive: true });
    await writeFile(join(workspace, 'inflating-dead', 'chromium'), '#!/bin/sh\necho half');
    expect((await run(join(await inflateChromium(packed, workspace), 'chromium'))).stdout).toBe('one\n');
  });

  it('runs nothing from a folder that another user could have put there', async () => {
    const packed = await packageOf('1.0.0', 'one');
    await mkdir(join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), workspace);
    await expect(inflateChromium(packed, workspace)).rejects.toThrow(/belongs to another user/);
  });

  it('takes the right of others to write away', async () => {
    await mkdir(workspace);
    await chmod(workspace, 0o777);
    await inflateChromium(await packageOf('1.0.0', 'one'), workspace);
    expect((await stat(workspace)).mode & 0o022).toBe(0);
  });

  it('says where it failed when there is no room for it', async () => {
    await writeFile(join(root, 'file'), '');
    const failing = inflateChromium(await packageOf('1.0.0', 'one'), join(root, 'file', 'under'));
    await expect(failing).rejects.toThrow(/could not be inflated into .*under/);
  });

  it('finds the installed package and its version', async () => {
    const { folder, version } = packedChromium();
    const { dependencies } = JSON.parse(
      await readFile(join(import.meta.dirname, '../../../../package.json'), 'utf8'),
    );
    expect(version).toBe(dependencies['@sparticuz/chromium']);
    expect(await readdir(folder)).toEqual(
      expect.arrayContaining(['al2023.tar.br', 'chromium.br', 'fonts.tar.br']),
    );
  });
});
