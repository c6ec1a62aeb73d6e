import { statSync } from 'node:fs';
import { join } from 'node:path';
import { buildAsset } from '../../infra/assets.ts';
import { handlerNames } from '../../lambda/archive-layout.ts';
import { Shaped } from '../e2e/support/shaped.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { type Measured, median } from './report.ts';

const starts = 7;

/** Processor time to load each of the light functions, as a cold Lambda does before its first event. */
export async function timeStarts(): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const name of handlerNames.filter((one) => one !== 'render')) {
    const asset = await buildAsset(name);
    const temporary = await temporaryFolder();
    const walls: number[] = [];
    const processors: number[] = [];
    try {
      for (let turn = 0; turn < starts; turn += 1) {
        const shaped = new Shaped(asset, temporary.path, {});
        const { init, processor } = await shaped.init;
        walls.push(init);
        processors.push(processor);
        await shaped.end();
      }
    } finally {
      await temporary.dispose();
    }
    const kilobytes = Math.round(statSync(join(asset, 'index.mjs')).size / 1000);
    const note = `by the clock ${median(walls).toFixed(0)} ms, ${kilobytes} kB`;
    const what = `cold start of ${name}, processor time`;
    measured.push({ what, value: median(processors), unit: 'ms', note });
  }
  return measured;
}
