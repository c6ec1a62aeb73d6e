import type { RunEntry, RunOutcome, SeriesReceived } from '../catalogue/runs.ts';
import { withoutReaders } from '../delivery/addresses.ts';
import { noteOf } from '../outside-text.ts';
import { type Caught, causeOf, type Failures } from './run-failures.ts';

/** What the steps of a run answered, as far as the ledger records it. */
export interface RunFacts extends Failures {
  readonly run: RunEntry['run'];
  /** Name of the execution, and when it started. */
  readonly execution?: string | undefined;
  readonly started?: string | undefined;
  readonly scheduledTime?: string | undefined;
  readonly plan?:
    | (Timed & {
        readonly status?: string | undefined;
        readonly session?: string | null | undefined;
        readonly reason?: string | null | undefined;
      })
    | undefined;
  readonly collect?:
    | (Timed & { readonly looks?: number | undefined; readonly series?: SeriesReceived | null | undefined })
    | undefined;
  readonly analyse?: Timed | undefined;
  readonly render?: Timed | undefined;
  readonly publish?:
    | (Timed & {
        readonly status: string;
        readonly revision: number;
        readonly siteFailure?: Caught | undefined;
      })
    | undefined;
  readonly deliver?:
    | (Timed & { readonly sent: number; readonly before: number; readonly unchanged: number })
    | undefined;
}

interface Timed {
  readonly seconds?: number | undefined;
}

/**
 * A run as the ledger holds it.
 * @param ended ISO 8601 UTC
 * @param place of the archive: readers of the ledger have it, and it may be a path on a private machine
 */
export function runEntryOf(facts: RunFacts, ended: string, place: string): RunEntry {
  const { plan, publish, failure, deliver, collect, scheduledTime } = facts;
  const started = utc(facts.started ?? ended);
  const saying = (caught: Caught | undefined) =>
    caught === undefined ? '' : readable(`${nameOf(caught)}: ${causeOf(caught.Cause ?? '')}`, place);
  const problems = [
    { part: 'pdf' as const, why: saying(facts.renderFailure) },
    { part: 'site' as const, why: saying(publish?.siteFailure) },
    { part: 'messages' as const, why: saying(facts.deliverFailure) },
  ];
  const outcome = outcomeOf(facts);
  const published = outcome === 'published' || outcome === 'unchanged';
  return {
    id: facts.execution ?? `${started.replaceAll(/[^\dTZ]/g, '')}-${facts.run}`,
    run: facts.run,
    session: plan?.session ?? null,
    from: null,
    scheduled: scheduledTime === undefined ? null : utc(scheduledTime),
    started,
    ended: utc(ended),
    outcome,
    revision: published ? (publish?.revision ?? null) : null,
    why: failure === undefined ? readable(plan?.reason ?? '', place) : saying(failure),
    problems: published ? problems.filter(({ why }) => why !== '') : [],
    steps: stepsOf(facts),
    looks: collect?.looks ?? 0,
    series: collect?.series ?? null,
    messages:
      deliver === undefined
        ? null
        : { sent: deliver.sent, before: deliver.before, unchanged: deliver.unchanged },
    sessions: null,
  };
}

/** What a backfill came to. */
export interface BackfillFacts {
  /** Those asked for, ascending. */
  readonly sessions: readonly string[];
  /** How many of them have a briefing at its end, and how many revisions it published; undefined where that is not known. */
  readonly there: number;
  readonly published?: number | undefined;
  /** Whether all that went wrong is sessions that the gate refused. */
  readonly onlyRefused?: boolean;
  /** What went wrong, a sentence each. */
  readonly failures: readonly string[];
}

/** A backfill as the ledger holds it: as one run, whatever the number of its sessions. */
export function backfillEntryOf(facts: RunFacts, ended: string, place: string, of: BackfillFacts): RunEntry {
  const { sessions, there, published, failures, onlyRefused = false } = of;
  return {
    ...runEntryOf({ ...facts, run: 'backfill' }, ended, place),
    session: sessions.at(-1) ?? facts.plan?.session ?? null,
    from: sessions[0] ?? null,
    outcome:
      failures.length > 0
        ? onlyRefused
          ? 'refused'
          : 'failed'
        : published === 0
          ? 'unchanged'
          : 'published',
    why: readable(failures.join('; '), place),
    sessions: { asked: sessions.length, there, published: published ?? null },
  };
}

function outcomeOf({ plan, publish, failure }: RunFacts): RunOutcome {
  if (failure !== undefined) return failure.Error === 'GateError' ? 'refused' : 'failed';
  if (plan !== undefined && plan.session == null)
    return plan.status === 'already final' ? 'final' : 'no session';
  if (publish === undefined || publish.status === 'taken') return 'failed';
  return publish.status === 'published' ? 'published' : 'unchanged';
}

const steps = ['plan', 'collect', 'analyse', 'render', 'publish', 'deliver'] as const;

const stepsOf = (facts: RunFacts): [string, number][] =>
  steps.flatMap((step): [string, number][] => {
    const seconds = facts[step]?.seconds;
    return seconds === undefined ? [] : [[step, seconds]];
  });

const arn = /\barn:[\w-]+:[\w-]*:[\w-]*:\d*:[^\s,;()'"]+/g;
const account = /\b\d{12}\b/g;
/** Folders of an absolute path; an address on the web is none. */
const folders = /(?<![\w.:/])\/(?:[^\s/:;,()'"]+\/)+/g;

/**
 * A reason for the readers of the site: on one line, of some length, and without where the archive lies, the owner's account
 * and its resources, readers, and folders of the machine.
 */
function readable(text: string, place: string): string {
  const elsewhere = place === '' ? text : text.replaceAll(place, '');
  const ownerless = elsewhere
    .replace(arn, 'an AWS resource')
    .replace(account, 'an account')
    .replace(folders, '');
  return noteOf(withoutReaders(ownerless));
}

const nameOf = ({ Error: name = 'unknown error' }: Caught): string => name;

const utc = (instant: string): string => new Date(instant).toISOString();
