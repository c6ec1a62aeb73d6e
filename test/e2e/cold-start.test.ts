import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildAsset } from '../../infra/bundling.ts';
import { handlerNames } from '../../lambda/contract.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { Shaped } from './support/shaped.ts';

/** Milliseconds of processor time to load a function. */
const limit = 250;

/** The best of some: what else the machine does must not count against the function. */
const starts = 5;

it.each(handlerNames.filter((name) => name !== 'render'))('%s is loaded within its time', async (name) => {
  const asset = await buildAsset(name);
  const temporary = await temporaryFolder();
  const walls: number[] = [];
  const processors: number[] = [];
  try {
    for (let turn = 0; turn < starts; turn += 1) {
      const shaped = new Shaped(asset, temporary.path, {});
      const { init, processor } = await shaped.init;
      walls.push(Math.round(init));
      processors.push(Math.round(processor));
      await shaped.end();
    }
  } finally {
    await temporary.dispose();
  }
  const kilobytes = Math.round(statSync(join(asset, 'index.mjs')).size / 1000);
  const least = (times: readonly number[]) => `${Math.min(...times)} ms (${times.join(', ')})`;
  console.log(`${name}: ${kilobytes} kB, ready after ${least(walls)}, processor ${least(processors)}`);
  expect(Math.min(...processors)).toBeLessThan(limit);
});
