import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildAsset } from '../../infra/bundling.ts';

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);

describe('what is deployed', () => {
  it.each([
    ['settle', 400],
    ['plan', 400],
    ['publish', 400],
    ['deliver', 500],
    ['collect', 600],
    ['analyse', 600],
  ] as const)('%s is one file, under %i kB unzipped', async (name, kilobytes) => {
    const folder = await buildAsset(name);
    expect(readdirSync(folder)).toEqual(['index.mjs']);
    expect(sizeOf(folder)).toBeLessThan(kilobytes * 1000);
  });

  it('render brings its browser, and is under 90 MB unzipped', async () => {
    const folder = await buildAsset('render');
    expect(readdirSync(join(folder, 'node_modules/@sparticuz/chromium/bin'))).toContain('chromium.br');
    expect(sizeOf(folder)).toBeLessThan(90e6);
  });
});
