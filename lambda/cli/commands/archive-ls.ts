import type { Archive } from '../../archive/archive.ts';
import { everyListedOf, indexIn } from '../../archive/index.ts';
import { readYearData } from '../../archive/site-data.ts';
import { exitCodes } from '../../archive-layout.ts';
import type { SessionLine } from '../../catalogue/day.ts';
import type { IndexEntry } from '../../catalogue/index-entry.ts';
import { yearKey } from '../../catalogue/years.ts';
import { counted } from '../../counted.ts';
import { editionOf } from '../../editions/index.ts';
import { UsageError } from '../../errors.ts';
import { publishedIn } from '../archive/choose.ts';
import { columnsIn } from '../archive/columns.ts';
import { archiveAt } from '../archive/place.ts';
import type { Common, Place } from '../options.ts';
import type { Terminal } from '../terminal.ts';

export interface ListOptions extends Common, Place {
  readonly last?: string;
  readonly year?: string;
  readonly state?: string;
  readonly flips?: boolean;
  readonly corrected?: boolean;
  readonly incomplete?: boolean;
}

/** `archive ls`: the published sessions, newest first, each at its newest revision. */
export async function listCommand(options: ListOptions, terminal: Terminal): Promise<number> {
  const { last, year } = options;
  const limit = last === undefined ? Number.POSITIVE_INFINITY : countOf(last);
  if (year !== undefined && !/^\d{4}$/.test(year))
    throw new UsageError(`--year ${year} is not a year`, { hint: 'Use four digits, as 2025.' });
  const archive = await archiveAt(options);
  const { years, total, entriesOf } = await yearsOf(archive);
  const sessions: IndexEntry[] = [];
  for (const one of years.filter((other) => year === undefined || other === year)) {
    sessions.push(...(await chosenOf(archive, one, await entriesOf(one), options)));
    if (sessions.length >= limit) break;
  }
  const shown = sessions.slice(0, limit);
  if (terminal.json) terminal.printJson({ status: 'listed', exitCode: exitCodes.ok, sessions: shown });
  else {
    const rows = shown.map((entry) => [
      entry.session,
      `r${entry.revision}`,
      [...(entry.simulated ? ['simulated'] : []), ...(entry.incomplete ? ['incomplete'] : [])].join(' '),
      entry.verdict,
    ]);
    const titles = [
      { title: 'session' },
      { title: 'rev' },
      { title: 'marks' },
      { title: 'verdict', cut: true },
    ] as const;
    for (const line of columnsIn(titles, rows, terminal.tableColumns)) terminal.print(line);
    terminal.print(`${shown.length} of ${counted(total, 'session')}`);
  }
  return exitCodes.ok;
}

interface Years {
  /** Newest first. */
  readonly years: readonly string[];
  readonly total: number;
  /** Read when it is asked for: most lists want one year. */
  entriesOf(year: string): Promise<readonly IndexEntry[]>;
}

/** The years that have sessions. @throws UsageError when there is none @throws ArchiveError */
async function yearsOf(archive: Archive): Promise<Years> {
  const index = await indexIn(archive);
  if (index?.schema === 'smallcap-briefing-index/2') {
    const counts = new Map(index.years.map(({ year, sessions }) => [year, sessions]));
    return {
      years: [...counts.keys()].toSorted((a, b) => (a < b ? 1 : -1)),
      total: index.years.reduce((sum, { sessions }) => sum + sessions, 0),
      entriesOf: (year) => everyListedOf(archive, { year, sessions: counts.get(year) ?? 0 }),
    };
  }
  const entries = await publishedIn(archive);
  const years = Map.groupBy(entries, ({ session }) => yearKey(session));
  return {
    years: [...years.keys()].toSorted((a, b) => (a < b ? 1 : -1)),
    total: entries.length,
    entriesOf: async (year) => years.get(year) ?? [],
  };
}

async function chosenOf(
  archive: Archive,
  year: string,
  all: readonly IndexEntry[],
  { state, flips = false, corrected = false, incomplete = false }: ListOptions,
): Promise<IndexEntry[]> {
  const entries = all
    .filter(({ revision }) => !corrected || revision > 1)
    .filter((entry) => !incomplete || entry.incomplete);
  if (state === undefined && !flips) return entries;
  const days = await daysOf(archive, year, all);
  const side = state === undefined ? null : sideOf(state, all[0]?.edition ?? '');
  return entries.filter(({ session }) => {
    const day = days.get(session);
    return (side === null || day?.side === side) && (!flips || day?.flip === true);
  });
}

/** The site's data of a year's sessions. @throws UsageError when it lacks one of the index */
async function daysOf(
  archive: Archive,
  year: string,
  entries: readonly IndexEntry[],
): Promise<ReadonlyMap<string, SessionLine>> {
  const days = new Map((await readYearData(archive, year))?.sessions.map((day) => [day.session, day]));
  const absent = entries.find(({ session }) => !days.has(session));
  if (absent === undefined) return days;
  throw new UsageError(`${archive.locate('')} does not say which state ${absent.session} is in`, {
    hint: '`archive rebuild` makes what is missing again from the briefings.',
  });
}

const sides = ['own', 'other', 'none'] as const;

/** The side that a state is on, by the first letters of its words or by its name. @throws UsageError */
function sideOf(given: string, edition: string): SessionLine['side'] {
  const { states } = editionOf(edition);
  const wanted = given.toLowerCase();
  const found = sides.find((side) => side === wanted || states[side].toLowerCase().startsWith(wanted));
  if (found !== undefined && wanted !== '') return found;
  throw new UsageError(`--state ${given} is no state of the rotation`, {
    hint: `Use the first letters of ${sides.map((side) => `"${states[side]}"`).join(', ')}, or none.`,
  });
}

function countOf(given: string): number {
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new UsageError(`--last ${given} is not a number of sessions`, { hint: 'Use --last 20.' });
}
