import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildAsset } from '../../infra/bundling.ts';
import { handlerNames } from '../../lambda/contract.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { Shaped } from './support/shaped.ts';

const light = handlerNames.filter((name) => name !== 'render');

/** The best of some: what else the machine does must not count against the function. */
const starts = 5;

it.each(light)('%s starts within 250 ms, Node included', async (name) => {
  const asset = buildAsset(name);
  const temporary = await temporaryFolder();
  const times: number[] = [];
  try {
    for (let turn = 0; turn < starts; turn += 1) {
      const shaped = new Shaped(asset, temporary.path, {});
      times.push(Math.round(await shaped.init));
      await shaped.end();
    }
  } finally {
    await temporary.dispose();
  }
  const kilobytes = Math.round(statSync(join(asset, 'index.mjs')).size / 1000);
  console.log(`${name}: ${kilobytes} kB, ${times.join(', ')} ms`);
  expect(Math.min(...times)).toBeLessThan(250);
});
