import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { siteScript, siteScriptFile } from '../support/write-site.ts';

it('the script of the site is what its sources make (`npm run site`), and small', async () => {
  const kept = readFileSync(siteScriptFile, 'utf8');
  expect(kept === (await siteScript())).toBe(true);
  expect(kept.length).toBeLessThanOrEqual(100_000);
  expect(gzipSync(kept).length).toBeLessThanOrEqual(35_000);
});
