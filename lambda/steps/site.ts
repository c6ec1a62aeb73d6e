import type { Archive } from '../archive/archive.ts';
import { indexIn, yearEntries } from '../archive/index.ts';
import { mapLimited } from '../archive/limited.ts';
import { parseHere, readYearData } from '../archive/site-data.ts';
import { keys } from '../archive-layout.ts';
import { nextSession } from '../calendar/nyse.ts';
import { sessionLineOf } from '../catalogue/day.ts';
import { gradeOf } from '../catalogue/grade.ts';
import { hereWeight, mergeHere } from '../catalogue/here.ts';
import { latestOf } from '../catalogue/index-entry.ts';
import { dataScript } from '../catalogue/script.ts';
import { shownTogether, weightOf } from '../catalogue/year-data.ts';
import { type ArchiveIndex, yearKey } from '../catalogue/years.ts';
import { siteFiles, sitePage } from '../rendering/site.ts';
import { frontPage, sessionPage, yearPage } from '../rendering/view/site/pages.ts';
import { shellPages } from '../rendering/view/site/shells.ts';
import type { RevisionHistories } from './histories.ts';
import { readRecord, updateIndexData } from './site-data.ts';

const atATime = 8;

/**
 * The pages of some sessions and of their neighbours, of their years, and the front page. Each says from which state it
 * was made, and gives way to one of a later state: so runs that overlap leave what the last of them would have made.
 * @throws ArchiveError
 */
export async function updateSite(
  archive: Archive,
  sessions: readonly string[],
  histories: RevisionHistories,
): Promise<void> {
  await placeFiles(archive);
  const index = await indexIn(archive);
  if (index?.schema !== 'smallcap-briefing-index/2') return;
  await updateIndexData(archive, index);
  const sides = await neighboursOf(archive, index, sessions);
  await mapLimited([...sides], atATime, ([session, of]) => updateSession(archive, session, of, histories));
  const years = [...new Set([...sides.keys()].map(yearKey))];
  await mapLimited(years, 2, (year) => updateYear(archive, year));
  await updateFront(archive, histories);
}

/** Style and fonts; they are there already, unless the code is newer than the last briefing. */
async function placeFiles(archive: Archive): Promise<void> {
  const files = [...siteFiles()];
  const [last] = files.at(-1)!;
  if ((await archive.get(last)) !== null) return;
  // The style sheet is last, so that its presence says that all are there.
  for (const [key, bytes] of files) await archive.putNew(key, bytes);
}

interface Sides {
  readonly previous: string | null;
  readonly next: string | null;
}

/** The sessions and those beside them, each with its own neighbours. */
async function neighboursOf(
  archive: Archive,
  index: ArchiveIndex,
  sessions: readonly string[],
): Promise<ReadonlyMap<string, Sides>> {
  const wanted = new Set(sessions.map(yearKey));
  // The last session of a year has its neighbour in the next.
  const near = index.years.filter(
    (_, at) =>
      wanted.has(index.years[at]!.year) ||
      wanted.has(index.years[at - 1]?.year ?? '') ||
      wanted.has(index.years[at + 1]?.year ?? ''),
  );
  const lists = await mapLimited([...near], atATime, ({ year }) => yearEntries(archive, year));
  const entries = lists.flat().toSorted((a, b) => (a.session < b.session ? -1 : 1));
  const found = new Map<string, Sides>();
  for (const simulated of [false, true]) {
    const line = entries.filter((one) => one.simulated === simulated).map(({ session }) => session);
    const touched = new Set(
      line.flatMap((session, at) => (sessions.includes(session) ? [at - 1, at, at + 1] : [])),
    );
    for (const at of touched) {
      const session = line[at];
      if (session !== undefined)
        found.set(session, { previous: line[at - 1] ?? null, next: line[at + 1] ?? null });
    }
  }
  return found;
}

async function updateSession(
  archive: Archive,
  session: string,
  sides: Sides,
  histories: RevisionHistories,
): Promise<void> {
  const history = await histories(session);
  const newest = history.at(-1);
  // A neighbour that is listed and cannot be read is for `archive check` to name.
  if (newest === undefined) return;
  const day = sessionLineOf(history);
  let state = mergeHere(null, {
    session,
    newest: day.revision,
    why: day.corrected?.note ?? '',
    previous: sides.previous,
    next: sides.next,
  });
  await archive.update(keys.here(session), (old) => {
    state = mergeHere(parseHere(archive, session, old), state);
    return Buffer.from(dataScript('here', state));
  });
  const page = sessionPage(history, day, state);
  const html = sitePage('session', page, `${page.front.date} · ${page.title}`, '../../');
  await putPage(archive, keys.sessionPage(session), html, String(hereWeight(state)).padStart(12, '0'));
}

async function updateYear(archive: Archive, year: string): Promise<void> {
  const data = await readYearData(archive, year);
  if (data === null) return;
  const html = sitePage('year', yearPage(data), `${year} · ${data.title}`, '../');
  await putPage(archive, keys.yearPage(year), html, String(weightOf(data.sessions)).padStart(12, '0'));
}

/** An older session never becomes the front page: the index names the newest there is. */
async function updateFront(archive: Archive, histories: RevisionHistories): Promise<void> {
  const index = await indexIn(archive);
  if (index?.schema !== 'smallcap-briefing-index/2') return;
  const year = yearKey(index.newest.session);
  const before = index.years.find((one) => one.year < year)?.year;
  const years = before === undefined ? [year] : [year, before];
  const [ours, theirs] = await Promise.all([
    readYearData(archive, year),
    before === undefined ? null : readYearData(archive, before),
  ]);
  const all = [...(ours?.sessions ?? []), ...(theirs?.sessions ?? [])];
  const days = shownTogether(all);
  const newest = latestOf(days);
  if (newest === undefined) return;
  const { report } = (await histories(newest.session)).at(-1)!;
  const records = await mapLimited(years, 2, (one) => readRecord(archive, one));
  const kind = records.flat().filter(({ simulated }) => simulated === newest.simulated);
  const page = frontPage(index, days, report, gradeOf(kind, nextSession));
  const html = sitePage('front', page, page.title, '');
  const counted = index.years.reduce((sum, { sessions, real }) => sum + sessions + real, weightOf(all));
  const state = [newest.simulated ? 0 : 1, newest.session, String(counted).padStart(9, '0')].join(' ');
  await putPage(archive, keys.frontPage, html, state);
  await mapLimited(shellPages(page.title), atATime, (shell) =>
    putPage(archive, keys.shell(shell.kind), sitePage('shell', shell, shell.heading, ''), '0'),
  );
  const missing = { title: page.title, description: 'There is no such page.' };
  await putPage(archive, keys.missingPage, sitePage('missing', missing, 'No such page', '/'), '0');
}

/** Writes a page unless one of a later state is there. States are compared as text. */
export async function putPage(archive: Archive, key: string, html: string, state: string): Promise<void> {
  const bytes = Buffer.from(`${html}<!-- state ${state} -->\n`);
  await archive.update(key, (old) => (old !== null && stateOf(old) > state ? old : bytes));
}

function stateOf(page: Uint8Array): string {
  const end = Buffer.from(page.subarray(Math.max(0, page.length - 100))).toString();
  return /<!-- state (.*) -->\n$/.exec(end)?.[1] ?? '';
}
