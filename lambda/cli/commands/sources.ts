import { FolderArchive } from '../../archive/folder.ts';
import { newYorkDate } from '../../calendar/new-york.ts';
import { exitCodes } from '../../contract.ts';
import { tna } from '../../editions/tna.ts';
import { clockAt } from '../../runtime/clock.ts';
import { tolerance } from '../../sources/cross-check.ts';
import { type Outcome, whyAbsent } from '../../sources/live/outcome.ts';
import { wishesOf } from '../../sources/live/wishes.ts';
import { planSession } from '../../steps/plan.ts';
import type { Common } from '../options.ts';
import { liveConfigured, liveSourceFor } from '../sources.ts';
import type { Terminal } from '../terminal.ts';

export interface SourcesOptions extends Common {
  readonly out: string;
  readonly session?: string;
  readonly offline?: boolean;
  readonly now?: string;
}

/** `sources`: what each provider gives today. Keeps what it receives in the archive and publishes nothing. */
export async function sources(options: SourcesOptions, terminal: Terminal): Promise<number> {
  const now = clockAt(options.now)();
  const session = planSession(options.session, now);
  const source = await liveSourceFor(options, new FolderArchive(options.out));
  const started = performance.now();
  const outcomes = await source.survey({ edition: tna, session, through: session, now });
  const seconds = (performance.now() - started) / 1000;
  const wishes = wishesOf(tna, (await liveConfigured()).keys);
  if (terminal.json) {
    terminal.printJson({ session, now, seconds, series: outcomes.map(machineLine), wishes });
    return exitCodes.ok;
  }
  const width = Math.max(...outcomes.map(({ key }) => key.length));
  for (const outcome of outcomes) terminal.print(line(outcome, width, now, terminal));
  terminal.print('');
  for (const { key, adds } of wishes) terminal.print(`  not configured: ${key} would add ${adds}`);
  const answered = outcomes.filter(({ payload, fromArchive }) => payload !== null && !fromArchive).length;
  terminal.print(
    `  ${answered} of ${outcomes.length} series received for ${session} in ${seconds.toFixed(1)} s`,
  );
  return exitCodes.ok;
}

function line(outcome: Outcome, width: number, now: string, terminal: Terminal): string {
  const { key, payload, rows, last, fromArchive } = outcome;
  const name = `  ${key.padEnd(width)}  `;
  if (payload === null) return `${name}${terminal.styled('red', whyAbsent(outcome))}`;
  const source = (fromArchive ? `archive (${payload.source})` : payload.source).padEnd(20);
  const age = `${last} (${ageOf(last, now)})`.padEnd(18);
  const words = [secondOf(outcome), payload.note].filter((text) => text !== undefined).join('; ');
  return `${name}${source}  ${age}  ${String(rows).padStart(6)} rows  ${words}`.trimEnd();
}

/** `2 d` old; a calendar's newest date lies ahead, `in 14 d`. */
function ageOf(date: string, now: string): string {
  const days = Math.round((Date.parse(newYorkDate(now)) - Date.parse(date)) / 86_400_000);
  return days < 0 ? `in ${-days} d` : `${days} d`;
}

function secondOf({ second }: Outcome): string | undefined {
  if (second === undefined) return undefined;
  if (second.comparison === null) return `no second source: ${second.why}`;
  const { difference, session } = second.comparison;
  const percent = `${(Math.abs(difference) * 100).toFixed(2)} %`;
  const apart = Math.abs(difference) > tolerance ? 'DISAGREES' : 'agrees';
  return `${second.source} ${apart} on ${session} (${percent} apart)`;
}

function machineLine(outcome: Outcome) {
  const { key, payload, rows, first, last, attempts, fromArchive, second } = outcome;
  const from =
    payload === null
      ? null
      : { source: payload.source, origin: payload.origin, fetchedAt: payload.fetchedAt };
  return {
    key,
    from,
    fromArchive,
    rows,
    first,
    last,
    note: payload?.note ?? null,
    second: second ?? null,
    attempts,
  };
}
