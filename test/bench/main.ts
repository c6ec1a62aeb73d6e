import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { folderSource } from '../../lambda/sources/files/folder.ts';
import { collect } from '../../lambda/steps/collect.ts';
import { snapshotOf } from '../../lambda/steps/snapshot.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { timeArchive } from './archive.ts';
import { timeAws } from './aws.ts';
import { timeBrowser } from './browser.ts';
import { type Bench, timeBackfill, timeCommand } from './commands.ts';
import { timeData } from './data.ts';
import { timeFigures } from './figures.ts';
import { writeFolder } from './folder.ts';
import { timeProviders } from './providers.ts';
import { lineOf, type Measured, machine, medianOf } from './report.ts';
import { timeScale } from './scale.ts';
import { timeSite } from './site.ts';
import { timeStarts } from './starts.ts';
import { timeTogether } from './together.ts';

const help = `Measures what the project promises, beside what was asked of it.

  npm run bench -- [--data DIR --session DATE] [SUITE ...]

Suites: figures, parsing, command, backfill, scale, archive, providers, starts, site, browser, data, together, aws; all of them when none is named.
Without --data it takes the simulated market, written to a folder of CSV files. Nothing fails on a time. The suites together and aws use an
emulator of AWS and need Python, as npm run test:e2e does.`;

async function timeParsing({ data, session, scratch }: Bench): Promise<Measured[]> {
  const request = { edition: tna, session, through: session, now: `${session}T23:50:00.000Z` };
  const empty = new FolderArchive(scratch);
  const value = await medianOf(5, async () =>
    snapshotOf(await collect(request, folderSource(data)), session, empty),
  );
  return [{ what: 'reading, hashing and parsing the folder', value, unit: 'ms', target: 400 }];
}

const suites: Record<string, (bench: Bench) => Measured[] | Promise<Measured[]>> = {
  figures: timeFigures,
  parsing: timeParsing,
  command: timeCommand,
  backfill: timeBackfill,
  scale: timeScale,
  archive: timeArchive,
  providers: timeProviders,
  starts: timeStarts,
  site: timeSite,
  browser: timeBrowser,
  data: timeData,
  together: timeTogether,
  aws: timeAws,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, session: { type: 'string' }, help: { type: 'boolean' } },
});
const unknown = positionals.find((name) => !(name in suites));
if (values.help === true || unknown !== undefined) {
  console.log(unknown === undefined ? help : `There is no suite ${unknown}.\n\n${help}`);
  process.exit(unknown === undefined ? 0 : 2);
}

const scratch = await temporaryFolder();
try {
  const session = values.session ?? '2025-12-31';
  const data = resolve(values.data ?? join(scratch.path, 'data'));
  if (values.data === undefined) await writeFolder(tna, session, data);
  const sessions = sessionsBetween('2024-01-01', session).slice(-250);
  const bench: Bench = { data, session, sessions, scratch: scratch.path };
  console.log(
    `${machine()}\n${values.data === undefined ? 'simulated market, 2005 on' : data}, session ${session}`,
  );
  for (const name of positionals.length > 0 ? positionals : Object.keys(suites)) {
    console.log(`\n${name}`);
    for (const measured of await suites[name]!(bench)) console.log(lineOf(measured));
  }
} finally {
  await scratch.dispose();
}
