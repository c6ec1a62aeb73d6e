import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildAsset } from '../../infra/assets.ts';
import { type Bundle, bundle } from '../../infra/bundling.ts';
import { noticeOf } from '../../infra/notice.ts';
import { type HandlerName, handlerNames } from '../../lambda/archive-layout.ts';
import lock from '../../package-lock.json' with { type: 'json' };
import { temporaryFolder } from '../support/temporary.ts';

const repository = join(import.meta.dirname, '../..');
const packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>> =
  lock.packages;

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);

/** Bytes of a function unzipped, as docs/decisions/0013 sets them. */
const bound = 1_500_000;
const isWithin = (folder: string): boolean => sizeOf(folder) <= bound;

const bundleOf = (name: HandlerName): Promise<Bundle> => bundle(`lambda/aws/handlers/${name}.ts`);

/** The folder of the package that a file belongs to, by the files on the disk; undefined for our own. */
function packageOf(file: string): string | undefined {
  if (!file.startsWith('node_modules/')) return undefined;
  let folder = dirname(file);
  while (!(folder in packages)) folder = dirname(folder);
  return folder;
}

const packagesIn = (files: readonly string[]): string[] => [
  ...new Set(files.flatMap((file) => packageOf(file) ?? [])),
];

describe('what is deployed', () => {
  it.each(handlerNames.filter((name) => name !== 'render' && name !== 'deliver'))(
    '%s is one file and its licences, at most 1.5 MB unzipped',
    async (name) => {
      const folder = await buildAsset(name);
      // The function that publishes makes the site's pages, of templates and faces that lie beside it.
      const beside = name === 'publish' ? ['node_modules', 'templates'] : [];
      expect(readdirSync(folder).sort()).toEqual(['THIRD-PARTY.txt', 'index.mjs', ...beside]);
      expect(isWithin(folder)).toBe(true);
    },
  );

  it.each([
    [bound, true],
    [bound + 1, false],
  ])('a folder of %i bytes is within the bound: %s', async (bytes, within) => {
    const { path, dispose } = await temporaryFolder();
    onTestFinished(dispose);
    writeFileSync(join(path, 'index.mjs'), Buffer.alloc(bytes));
    expect(isWithin(path)).toBe(within);
  });

  it('deliver includes what draws the charts of a mail, under 5 MB with its code in bounds', async () => {
    const folder = await buildAsset('deliver');
    expect(readdirSync(folder).sort()).toEqual(['THIRD-PARTY.txt', 'index.mjs', 'node_modules', 'templates']);
    expect(readdirSync(join(folder, 'templates')).sort()).toEqual(['mail.hbs', 'styles']);
    expect(statSync(join(folder, 'index.mjs')).size).toBeLessThanOrEqual(bound);
    expect(sizeOf(folder)).toBeLessThan(5e6);
  });

  it('render brings its browser, and is under 90 MB unzipped', async () => {
    const folder = await buildAsset('render');
    expect(readdirSync(join(folder, 'node_modules/@sparticuz/chromium/bin'))).toContain('chromium.br');
    expect(sizeOf(folder)).toBeLessThan(90e6);
  });

  it.each(handlerNames)('%s contains no package that is only for development', async (name) => {
    const { files } = await bundleOf(name);
    const contained = packagesIn(files);
    expect(contained.length).toBeGreaterThan(3);
    expect(contained.filter((folder) => packages[folder]?.dev === true)).toEqual([]);
  });
});

describe('the notice of third parties', () => {
  it.each(handlerNames)('of %s names every package in it with version and licence', async (name) => {
    const folder = await buildAsset(name);
    const notice = readFileSync(join(folder, 'THIRD-PARTY.txt'), 'utf8');
    const { files } = await bundleOf(name);
    const beside: Partial<Record<HandlerName, readonly string[]>> = {
      render: ['node_modules/@fontsource/inter', 'node_modules/@sparticuz/chromium'],
      publish: ['node_modules/@fontsource/inter'],
      deliver: ['node_modules/@fontsource/inter', 'node_modules/@resvg/resvg-wasm'],
    };
    for (const one of [...packagesIn(files), ...(beside[name] ?? [])]) {
      const { name: title, license } = JSON.parse(
        readFileSync(join(repository, one, 'package.json'), 'utf8'),
      );
      expect(notice.split('\n')).toContain(`${title} ${packages[one]?.version}: ${license}`);
      const text = join(repository, one, 'LICENSE');
      if (existsSync(text))
        expect(notice).toContain(readFileSync(text, 'utf8').replaceAll('\r\n', '\n').trim());
    }
  });

  it('has the text of the Apache licence for packages that only name it', async () => {
    const notice = readFileSync(join(await buildAsset('render'), 'THIRD-PARTY.txt'), 'utf8');
    expect(existsSync(join(repository, 'node_modules/puppeteer-core/LICENSE'))).toBe(false);
    expect(notice).toContain('puppeteer-core 25.1.0: Apache-2.0');
    expect(notice).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
    expect(notice).toContain('Copyright 2023 Google Inc.');
  });

  it('refuses a package that names no licence', async () => {
    const { path, dispose } = await temporaryFolder();
    onTestFinished(dispose);
    mkdirSync(join(path, 'node_modules/@a/b'), { recursive: true });
    const manifest = (fields: object) =>
      writeFileSync(join(path, 'node_modules/@a/b/package.json'), JSON.stringify(fields));
    manifest({ name: '@a/b', version: '1.0.0', license: 'ISC' });
    const files = ['lambda/own.ts', 'node_modules/@a/b/index.js'];
    expect(noticeOf(path, files, '')).toContain('@a/b 1.0.0: ISC');
    manifest({ name: '@a/b', version: '1.0.0' });
    expect(() => noticeOf(path, files, '')).toThrow('@a/b 1.0.0 names no licence');
  });
});
