import type { Archive } from '../archive/archive.ts';
import { noteRun } from '../archive/run-ledger.ts';
import type { RunEntry } from '../catalogue/runs.ts';
import { RunFailed } from '../errors.ts';
import type { Measures } from './measures.ts';
import { type RunFacts, runEntryOf } from './run-entry.ts';
import { runFailures } from './run-failures.ts';

export type SettleInput = RunFacts;

export interface SettlePorts extends Measures {
  readonly archive: Archive;
  readonly clock: () => string;
}

/**
 * The end of every run, when everything good is saved: measures whether the evening is in order, writes the run into the
 * ledger, and fails it with what went wrong.
 * @throws RunFailed @throws ArchiveError when nothing else went wrong, and the ledger could not be written
 */
export async function settle(input: SettleInput, { archive, clock, measure }: SettlePorts) {
  const { run, plan, publish } = input;
  const failures = runFailures(input);
  const done = publish !== undefined && publish.status !== 'taken';
  const nothingToDo = plan !== undefined && plan.session == null && input.failure === undefined;
  if ((done || nothingToDo) && (run === 'evening' || run === 'final')) measure('eveningInOrder', 1);
  const all = await intoLedger(archive, runEntryOf(input, clock(), archive.locate('')), failures);
  if (all.length > 0)
    throw new RunFailed(all.join('; '), {
      hint: 'See the runbook, entry "Run failed"; starting the run again is always safe.',
    });
  return publish ?? { status: plan?.reason ?? 'nothing to do', revision: null };
}

/**
 * Writes a run into the ledger at its end.
 * @returns what went wrong with the run, and with this
 * @throws ArchiveError when nothing else went wrong: the step may be tried again
 */
export async function intoLedger(
  archive: Archive,
  entry: RunEntry,
  failures: readonly string[],
): Promise<readonly string[]> {
  try {
    await noteRun(archive, entry);
    return failures;
  } catch (error) {
    if (failures.length === 0 || !(error instanceof Error)) throw error;
    return [...failures, `not in the ledger of runs: ${error.message}`];
  }
}
