import { exitCodes } from '../../archive-layout.ts';
import { counted } from '../../counted.ts';
import { UsageError } from '../../errors.ts';
import { publishedIn } from '../archive/choose.ts';
import { columnsIn } from '../archive/columns.ts';
import { archiveAt, type Place } from '../archive/place.ts';
import type { Common } from '../options.ts';
import type { Terminal } from '../terminal.ts';

export interface ListOptions extends Common, Place {
  readonly last?: string;
  readonly year?: string;
  readonly corrected?: boolean;
  readonly incomplete?: boolean;
}

/** `archive ls`: the published sessions, newest first, each at its newest revision. */
export async function listCommand(options: ListOptions, terminal: Terminal): Promise<number> {
  const { last, year, corrected = false, incomplete = false } = options;
  const limit = last === undefined ? Number.POSITIVE_INFINITY : countOf(last);
  if (year !== undefined && !/^\d{4}$/.test(year))
    throw new UsageError(`--year ${year} is not a year`, { hint: 'Use four digits, as 2025.' });
  const all = await publishedIn(await archiveAt(options));
  const sessions = all
    .filter(({ session }) => year === undefined || session.startsWith(`${year}-`))
    .filter(({ revision }) => !corrected || revision > 1)
    .filter((entry) => !incomplete || entry.incomplete)
    .slice(0, limit);
  if (terminal.json) terminal.printJson({ status: 'listed', exitCode: exitCodes.ok, sessions });
  else {
    const rows = sessions.map((entry) => [
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
    for (const line of columnsIn(titles, rows, Math.min(terminal.columns, 200))) terminal.print(line);
    terminal.print(`${sessions.length} of ${counted(all.length, 'session')}`);
  }
  return exitCodes.ok;
}

function countOf(given: string): number {
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new UsageError(`--last ${given} is not a number of sessions`, { hint: 'Use --last 20.' });
}
