import { editionOf } from '../../editions/index.ts';
import { clockAt } from '../../runtime/clock.ts';
import { probeLive } from '../../runtime/live.ts';
import type { Probed } from '../../sources/live/probe.ts';
import {
  adviceOn,
  exitCodeOfProbe,
  nothingToDo,
  probeAnswer,
  whyNobody,
} from '../../sources/live/probe-words.ts';
import { planSession } from '../../steps/plan.ts';
import { archiveAt } from '../archive/place.ts';
import type { SourcesOptions } from '../options.ts';
import { liveConfigured } from '../sources.ts';
import { type Terminal, wrap } from '../terminal.ts';

/**
 * `sources --probe`: one series from each source, what came back, what it means and what to do. Exit code 4 when no provider
 * answered, 1 when no source of prices or none of macro series did.
 */
export async function probeCommand(options: SourcesOptions, terminal: Terminal): Promise<number> {
  const now = clockAt(options.now)();
  const session = planSession(options.session, now);
  const config = await liveConfigured(terminal);
  const choice = { archive: await archiveAt(options), config, now: options.now, offline: false };
  const all = await probeLive(choice, {
    edition: editionOf(options.edition),
    session,
    through: session,
    now,
  });
  const exitCode = exitCodeOfProbe(all);
  if (terminal.json) {
    terminal.printJson({ ...probeAnswer(all), session, now });
    return exitCode;
  }
  const nobody = whyNobody(all);
  if (nobody === null) printTable(all, terminal);
  else
    for (const text of wrap(nobody, terminal.columns - 2))
      terminal.print(terminal.styled('red', `  ${text}`));
  return exitCode;
}

const cameBack = ({ outcome, status, milliseconds, why }: Probed): string =>
  outcome === 'not configured' ? why : `${status ?? 'nothing'}, ${(milliseconds / 1000).toFixed(1)} s`;

function printTable(all: readonly Probed[], terminal: Terminal): void {
  const head = ['source', 'asked for', 'came back', 'what it means', 'what to do'];
  const rows = all.map((one) => {
    const { means, todo } = adviceOn(one);
    return [one.source, one.key, cameBack(one), means, todo];
  });
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const lineOf = (row: readonly string[]) =>
    `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd();
  const isNarrow = [head, ...rows].some((row) => lineOf(row).length > terminal.columns);
  for (const row of [head, ...rows]) {
    terminal.print(lineOf(isNarrow ? row.slice(0, 3) : row));
    if (isNarrow)
      for (const text of wrap(
        row
          .slice(3)
          .filter((cell) => cell !== nothingToDo)
          .join('; '),
        terminal.columns - 4,
      ))
        terminal.print(`    ${text}`);
  }
  terminal.print('');
  // The words of the refusals themselves, below the table: they are long.
  for (const { source, why } of all.filter(({ outcome }) => outcome === 'refused'))
    for (const text of wrap(`${source}: ${why}`, terminal.columns - 2)) terminal.print(`  ${text}`);
  const answered = all.filter(({ outcome }) => outcome === 'answered').length;
  terminal.print(`  ${answered} of ${all.length} sources answered`);
}
