import type { Archive } from '../../lambda/archive/archive.ts';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { readRevision } from '../../lambda/archive/revisions.ts';
import { files } from '../../lambda/archive-layout.ts';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { renderHtmlHere as renderHtml } from '../../lambda/rendering/render-html.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { backfill } from '../../lambda/runs/backfill.ts';
import { unwatched } from '../../lambda/runs/watch.ts';
import { folderSource } from '../../lambda/sources/files/folder.ts';
import { updateCatalogue } from '../../lambda/steps/catalogue.ts';
import { MemoryArchive } from '../support/memory-archive.ts';
import { reportOf, siteRevision } from '../support/site-archive.ts';
import type { Bench } from './commands.ts';
import { type Measured, median } from './report.ts';

const rounds = 5;

/** An archive in memory that lists a session at once, as a bucket does, however many there are. */
function listed(memory: MemoryArchive, calls: { count: number }): Archive {
  const bySession = new Map<string, string[]>();
  const counted = <T>(work: Promise<T>): Promise<T> => {
    calls.count += 1;
    return work;
  };
  return {
    locate: (key) => memory.locate(key),
    get: (key) => counted(memory.get(key)),
    list: (prefix) => counted(Promise.resolve(bySession.get(prefix) ?? [])),
    putNew: (key, bytes) => counted(memory.putNew(key, bytes)),
    update: (key, change) => counted(memory.update(key, change)),
    publish: (session, revision, contents) => {
      const folder = `reports/${session}/`;
      const known = bySession.get(folder) ?? [];
      bySession.set(folder, [
        ...known,
        ...[...contents.keys()].map((name) => `${folder}r${revision}/${name}`),
      ]);
      return memory.publish(session, revision, contents);
    },
  };
}

/** What bringing one more session into the site costs, in an archive of a given size. */
async function publishedAt(
  count: number,
  whole: Report,
): Promise<{ cpu: number; calls: number; bytes: number }> {
  const memory = new MemoryArchive([0]);
  const calls = { count: 0 };
  const archive = listed(memory, calls);
  const sessions = sessionsBetween('2010-01-04', '2026-12-31').slice(-count - rounds);
  const made = async (session: string, full: boolean) => {
    const report = full ? { ...whole, session } : reportOf({ session });
    const { revision, contents } = siteRevision(report);
    await archive.publish(session, 1, new Map([...contents].filter(([name]) => name !== files.html)));
    return revision;
  };
  // Reports are whole in the last year; what lies before it is not read again.
  for (let at = 0; at < count; at += 100) {
    const batch = sessions.slice(at, Math.min(at + 100, count));
    await updateCatalogue(
      archive,
      await Promise.all(batch.map((one, i) => made(one, at + i >= count - 260))),
    );
  }
  const times: number[] = [];
  const cost = { calls: 0, bytes: 0 };
  for (const session of sessions.slice(count)) {
    const revision = await made(session, true);
    const before = { calls: calls.count, bytes: memory.written };
    const started = process.cpuUsage();
    await updateCatalogue(archive, [revision]);
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1000);
    cost.calls += calls.count - before.calls;
    cost.bytes += memory.written - before.bytes;
  }
  return {
    cpu: median(times),
    calls: cost.calls / rounds,
    bytes: cost.bytes / rounds,
  };
}

/** Publishing into archives of every age: requests, bytes and processor time. */
export async function timeSite({ data, session, scratch }: Bench): Promise<Measured[]> {
  const archive = new FolderArchive(`${scratch}/site`);
  const request = {
    edition: tna,
    sessions: [session],
    paper: 'A4',
    allowIncomplete: false,
    code: 'bench',
  } as const;
  const ports = { source: folderSource(data), archive, renderHtml, printer: null, watch: unwatched };
  await backfill({ ...request, now: `${session}T23:50:00.000Z` }, { ...ports, tell: () => undefined });
  const { report } = await readRevision(archive, session, 1);
  const measured: Measured[] = [];
  let year = 0;
  for (const count of [10, 252, 504, 4000]) {
    const { cpu, calls, bytes } = await publishedAt(count, report);
    if (count === 504) year = cpu;
    measured.push(
      {
        what: `one more session beside ${count}`,
        value: cpu,
        unit: 'ms',
        target: 150,
        note: 'processor time',
      },
      { what: '  calls of the archive', value: calls, unit: 'calls', target: 90 },
      { what: '  written', value: bytes / 1e3, unit: 'kB', target: 5000 },
    );
    if (count === 4000)
      measured.push({
        what: '  beside 504, which also have a year before',
        value: cpu / year,
        unit: 'times',
        target: 1.1,
      });
  }
  return measured;
}
