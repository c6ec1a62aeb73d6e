import type { Archive } from '../../archive/archive.ts';
import { exitCodes } from '../../archive-layout.ts';
import { newYorkDate } from '../../calendar/new-york.ts';
import type { Edition } from '../../editions/edition.ts';
import { editionOf } from '../../editions/index.ts';
import { UsageError } from '../../errors.ts';
import { clockAt } from '../../runtime/clock.ts';
import { missingKeys } from '../../sources/live/missing-keys.ts';
import { failuresText, type SeriesOutcome, whyAbsent } from '../../sources/live/outcome.ts';
import { planSession } from '../../steps/plan.ts';
import { archiveAt } from '../archive/place.ts';
import { whyNothingKept } from '../offline.ts';
import type { SourcesOptions } from '../options.ts';
import { liveConfigured, liveSourceFor } from '../sources.ts';
import { type Terminal, wrap } from '../terminal.ts';

/**
 * `sources`: what each provider gives today. Keeps what it receives in the archive and publishes nothing.
 * Exit code 4 when no provider gave anything, 1 when a required symbol has no bar of the session.
 */
export async function sourcesCommand(options: SourcesOptions, terminal: Terminal): Promise<number> {
  if (options.probe === true) {
    if (options.offline === true) throw new UsageError('--probe asks every source, --offline asks none');
    return (await import('./probe.ts')).probeCommand(options, terminal);
  }
  const now = clockAt(options.now)();
  const edition = editionOf(options.edition);
  const session = planSession(options.session, now);
  const archive = await archiveAt(options);
  const config = await liveConfigured(terminal);
  const source = await liveSourceFor(options, archive, config);
  const started = performance.now();
  const outcomes = await source.survey({ edition, session, through: session, now });
  const seconds = (performance.now() - started) / 1000;
  const unset = missingKeys(edition, session, config.keys);
  const missing = missingOf(outcomes, edition, session);
  const nothing = outcomes.every(({ payload }) => payload === null);
  const exitCode = exitCodeOf(nothing && options.offline !== true, missing);
  if (terminal.json) {
    const status = nothing
      ? 'nothing received'
      : missing.length === 0
        ? 'complete'
        : 'required series missing';
    const series = outcomes.map(machineLine);
    terminal.printJson({ status, exitCode, session, now, seconds, missing, series, missingKeys: unset });
    return exitCode;
  }
  if (nothing)
    await printNothing(outcomes, options.offline === true, archive, { edition, session }, terminal);
  else printLines(outcomes, now, terminal);
  terminal.print('');
  for (const { key, adds } of unset)
    for (const text of wrap(`not configured: ${key} would add ${adds}`, terminal.columns - 2))
      terminal.print(`  ${text}`);
  const answered = outcomes.filter(({ payload, fromArchive }) => payload !== null && !fromArchive).length;
  terminal.print(
    `  ${answered} of ${outcomes.length} series received for ${session} in ${seconds.toFixed(1)} s`,
  );
  if (missing.length > 0)
    terminal.print(`  no briefing can be made of ${session}: no bar of it for ${missing.join(', ')}`);
  return exitCode;
}

/** Required symbols without a bar of the session. */
const missingOf = (
  outcomes: readonly SeriesOutcome[],
  edition: Edition,
  session: string,
): readonly string[] =>
  edition.required.filter((symbol) => {
    const outcome = outcomes.find(({ key }) => key === `bars:${symbol}`);
    return outcome === undefined || outcome.payload === null || outcome.last < session;
  });

function exitCodeOf(unreachable: boolean, missing: readonly string[]): number {
  if (unreachable) return exitCodes.unreachable;
  return missing.length === 0 ? exitCodes.ok : exitCodes.failed;
}

function printLines(outcomes: readonly SeriesOutcome[], now: string, terminal: Terminal): void {
  const width = Math.max(...outcomes.map(({ key }) => key.length));
  for (const outcome of outcomes) terminal.print(line(outcome, width, now, terminal));
}

/** What holds for every series is said once, before their keys. */
async function printNothing(
  outcomes: readonly SeriesOutcome[],
  offline: boolean,
  archive: Archive,
  of: { readonly edition: Edition; readonly session: string },
  terminal: Terminal,
): Promise<void> {
  const said = offline
    ? (await whyNothingKept(archive, of)).message
    : `no provider gave anything: ${failuresText(outcomes)}`;
  const width = terminal.columns - 2;
  for (const text of wrap(said, width)) terminal.print(terminal.styled('red', `  ${text}`));
  terminal.print('');
  for (const text of wrap(outcomes.map(({ key }) => key).join(' '), width)) terminal.print(`  ${text}`);
}

function line(outcome: SeriesOutcome, width: number, now: string, terminal: Terminal): string {
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

function secondOf({ second }: SeriesOutcome): string | undefined {
  if (second === undefined) return undefined;
  if (second.comparison === null) return `no second source: ${second.why}`;
  const { difference, session, apart } = second.comparison;
  const percent = `${(Math.abs(difference) * 100).toFixed(2)} %`;
  return `${second.source} ${apart.length > 0 ? 'DISAGREES' : 'agrees'} on ${session} (${percent} apart)`;
}

function machineLine(outcome: SeriesOutcome) {
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
