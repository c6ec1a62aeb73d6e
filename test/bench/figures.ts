import { FolderArchive } from '../../lambda/archive/folder.ts';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { figureBook } from '../../lambda/figures/index.ts';
import type { Panel } from '../../lambda/market-data/panel.ts';
import { panelOf } from '../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
import { folderSource } from '../../lambda/sources/files/folder.ts';
import { collect } from '../../lambda/steps/collect.ts';
import { snapshotOf } from '../../lambda/steps/snapshot.ts';
import type { Bench } from './commands.ts';
import { type Measured, median, timed } from './report.ts';

const rounds = 15;
/** Sessions of the long run: from TNA's first weeks on, where the data reach back so far. */
const most = 4200;

/** Milliseconds of processor time that this thread has had. */
function cpuOfThread(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

const bookOf = (panel: Panel, session: string) => figureBook(viewOf(panel, session));

/** All figures of one session, of every further one, and of a history in one process. Histories are parsed before. */
export async function timeFigures({ data, session, scratch }: Bench): Promise<Measured[]> {
  const request = { edition: tna, session, through: session, now: `${session}T23:50:00.000Z` };
  const collection = await collect(request, folderSource(data));
  const { snapshot } = await snapshotOf(collection, session, new FolderArchive(scratch));
  const fresh = () => panelOf(tna, snapshot.market, snapshot.macro, []);
  const sessions = sessionsBetween('2009-01-02', session).slice(-most);

  for (let run = 0; run < rounds; run += 1) bookOf(fresh(), session);
  const first: number[] = [];
  for (let run = 0; run < rounds; run += 1) {
    const panel = fresh();
    first.push(await timed(() => bookOf(panel, session)));
  }
  const panel = fresh();
  bookOf(panel, sessions[0]!);
  const further: number[] = [];
  const before = cpuOfThread();
  const all = await timed(async () => {
    for (const one of sessions.slice(1)) further.push(await timed(() => bookOf(panel, one)));
  });
  const cpu = (cpuOfThread() - before) / further.length;
  const part = Math.floor(further.length / 4);
  const note = `${bookOf(panel, session).size} figures of ${snapshot.market.size} symbols`;
  return [
    { what: 'all figures of one session', value: median(first), unit: 'ms', target: 15, note },
    {
      what: 'all figures of each further session',
      value: median(further),
      unit: 'ms a session',
      target: 2,
      note: `${cpu.toFixed(2)} ms of this thread’s processor time, which a busy machine distorts less`,
    },
    { what: `figures of ${further.length} sessions`, value: all / 1000, unit: 's', target: 20 },
    {
      what: '  memory of the process then',
      value: process.memoryUsage().rss / 1e6,
      unit: 'MB',
      target: 1000,
    },
    {
      what: '  the last quarter beside the third, a session',
      value: median(further.slice(-part)) / median(further.slice(2 * part, 3 * part)),
      unit: 'times',
      target: 1.1,
      note: 'in the first half some symbols are not there yet',
    },
  ];
}
