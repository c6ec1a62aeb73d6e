import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildAsset } from '../../infra/bundling.ts';
import { handlerNames } from '../../lambda/contract.ts';

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);

describe('what is deployed', () => {
  it.each(handlerNames.filter((name) => name !== 'render'))(
    '%s is one file, under 600 kB unzipped',
    async (name) => {
      const folder = await buildAsset(name);
      expect(readdirSync(folder)).toEqual(['index.mjs']);
      expect(sizeOf(folder)).toBeLessThan(600_000);
    },
  );

  it('render brings its browser, and is under 90 MB unzipped', async () => {
    const folder = await buildAsset('render');
    expect(readdirSync(join(folder, 'node_modules/@sparticuz/chromium/bin'))).toContain('chromium.br');
    expect(sizeOf(folder)).toBeLessThan(90e6);
  });
});
