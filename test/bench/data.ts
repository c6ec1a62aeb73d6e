import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { figureFile, readFigureFile } from '../../lambda/archive/figure-file.ts';
import { figureTable, mergeFigureTables } from '../../lambda/catalogue/figure-rows.ts';
import type { Bench } from './commands.ts';
import { processorTime } from './processor.ts';
import { type Measured, median } from './report.ts';
import { reportsOf } from './scale.ts';

const rounds = 7;

/** The month of figures as a Parquet file: its size, and what one more session costs. */
export async function timeData({ data, sessions, scratch }: Bench): Promise<Measured[]> {
  const month = sessions.slice(-22);
  const out = join(scratch, 'month');
  await reportsOf(data, month[0]!, month.at(-1)!, out);
  const reports = join(out, 'reports');
  const tables = await Promise.all(
    (await readdir(reports))
      .sort()
      .map(async (name) => figureTable(JSON.parse(await readFile(join(reports, name), 'utf8')))),
  );
  const [added, before] = [tables.at(-1)!, figureFile(mergeFigureTables(tables.slice(0, -1)))];
  const times: number[] = [];
  let after = before;
  for (let round = 0; round <= rounds; round += 1) {
    const started = processorTime();
    after = figureFile(mergeFigureTables([await readFigureFile(before, 'the month'), added]));
    times.push(processorTime() - started);
  }
  return [
    {
      what: `one more session in a month of ${month.length}, processor time`,
      value: median(times.slice(1)),
      unit: 'ms',
      target: 600,
      note: 'read, merged and written',
    },
    { what: '  the file then', value: after.length / 1e3, unit: 'kB', target: 350 },
    { what: '  of one session', value: figureFile(added).length / 1e3, unit: 'kB' },
  ];
}
