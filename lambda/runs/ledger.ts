import type { Archive } from '../archive/archive.ts';
import { noteUnnamedRun } from '../archive/run-ledger.ts';
import type { RunEntry } from '../catalogue/runs.ts';
import { InputError, UsageError } from '../errors.ts';
import type { Source } from '../sources/source.ts';
import { backfillEntryOf, type RunFacts, runEntryOf } from '../steps/run-entry.ts';
import { seriesReceived } from '../steps/series-received.ts';
import type { Backfilled } from './backfill.ts';
import type { RunResult } from './publish-run.ts';
import type { Watch } from './watch.ts';

export interface LedgerPorts {
  readonly archive: Archive;
  readonly source: Source;
  readonly watch: Watch;
  readonly clock: () => string;
  /** Whether the clock was set: such a run takes no time, so that the same run leaves the same bytes. */
  readonly clockIsSet: boolean;
}

/** Source and watch as a run is to use them, so that the ledger can record it. */
export type LedgerView = Pick<LedgerPorts, 'source' | 'watch'>;

/**
 * A run on one machine, written into the ledger of its archive however it ends. Bad usage and bad input are not: they are
 * refused before anything is done, and leave the archive as it was.
 * @throws what the run throws @throws ArchiveError when the ledger of a run that did not fail cannot be written
 */
export function runInLedger(
  session: string,
  ports: LedgerPorts,
  run: (view: LedgerView) => Promise<RunResult>,
): Promise<RunResult> {
  return noted(ports, run, ({ result, failure, facts, fellBack, ended, place }) => {
    const about = facts(`briefing-${session}`);
    const publish = result === null ? {} : { publish: { ...about.publish, ...publishedBy(result) } };
    const series = result === null ? null : { ...seriesIn(result, ports.source), fellBack };
    const collect = { ...about.collect, looks: 1, series };
    return runEntryOf({ ...about, ...publish, collect, plan: { session }, failure }, ended, place);
  });
}

/** As `runInLedger`, of a backfill: one run, whatever the number of its sessions. @throws as `runInLedger` */
export function backfillInLedger(
  sessions: readonly string[],
  ports: LedgerPorts,
  run: (view: LedgerView) => Promise<Backfilled[]>,
): Promise<Backfilled[]> {
  return noted(ports, run, ({ result, failure, facts, ended, place }) => {
    const results = result ?? [];
    const count = (status: Backfilled['status']) => results.filter((one) => one.status === status).length;
    const published = count('published');
    const refused = results.filter(({ status }) => status === 'refused');
    const failed = failure === undefined ? [] : [`${failure.Error}: ${failure.Cause}`];
    return backfillEntryOf(facts(`backfill-${sessions[0]}`), ended, place, {
      sessions,
      there: published + count('already published'),
      published: failure === undefined ? published : undefined,
      onlyRefused: failure === undefined,
      failures: [...failed, ...refused.map(({ session, reason }) => `${session} ${reason}`)],
    });
  });
}

const publishedBy = ({ status, manifest }: RunResult) => ({ status, revision: manifest.revision });

const seriesIn = ({ report }: RunResult, source: Source) =>
  seriesReceived({ provenance: report.sources, flags: report.flags }, { payloads: [] }, source);

/** What is known of a run at its end. */
interface Ending<T> {
  /** Null when it failed. */
  readonly result: T | null;
  readonly failure: { readonly Error: string; readonly Cause: string } | undefined;
  /** What every run has, under a name that says what it did. */
  readonly facts: (what: string) => RunFacts;
  /** Series that another than the first provider gave. */
  readonly fellBack: number;
  readonly ended: string;
  readonly place: string;
}

async function noted<T>(
  { archive, source, watch, clock, clockIsSet }: LedgerPorts,
  run: (view: LedgerView) => Promise<T>,
  entryOf: (ending: Ending<T>) => RunEntry,
): Promise<T> {
  const started = clock();
  const seconds = new Map<string, number>();
  let fellBack = 0;
  const view: LedgerView = {
    source: {
      ...source,
      collect: async (request) => {
        const payloads = await source.collect(request);
        fellBack += payloads.filter((payload) => payload.fellBack === true).length;
        return payloads;
      },
    },
    watch: async (step, work) => {
      const began = performance.now();
      const done = await watch(step, work);
      seconds.set(step, Math.round(performance.now() - began) / 1000);
      return done;
    },
  };
  const took = (step: string) => ({ seconds: clockIsSet ? undefined : seconds.get(step) });
  const facts = (what: string): RunFacts => ({
    run: 'manual',
    execution: `${started.replaceAll(/[^\dTZ]/g, '')}-${what}`,
    started,
    collect: took('collect'),
    analyse: took('analyse'),
    render: took('render'),
  });
  const end = (ending: Pick<Ending<T>, 'result' | 'failure'>) =>
    noteUnnamedRun(
      archive,
      entryOf({ ...ending, facts, fellBack, ended: clock(), place: archive.locate('') }),
    );
  const result = await run(view).catch(async (error: unknown) => {
    if (!(error instanceof UsageError || error instanceof InputError)) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      // The run's own failure is reported, whether or not its row was written.
      await end({ result: null, failure: { Error: name, Cause: message } }).catch(() => undefined);
    }
    throw error;
  });
  await end({ result, failure: undefined });
  return result;
}
