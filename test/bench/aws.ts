import { loadavg } from 'node:os';
import { type Deployment, deployed } from '../e2e/support/deployment.ts';
import type { Execution } from '../e2e/support/states.ts';
import type { Measured } from './report.ts';

/** Milliseconds after which each of the played providers answers. */
const delay = 200;

/** The steps in order, as the state machine names them. */
const steps = ['Plan', 'Collect', 'Analyse', 'Render', 'Publish', 'Deliver', 'Settle'] as const;

/** One run, measured from its start in the schedule's place. */
interface Timed {
  /** Seconds until the revision could be found by `latest.json`. */
  readonly toLatest: number;
  /** Seconds in each step. */
  readonly steps: ReadonlyMap<string, number>;
  /** One-minute load average of the machine at its end. */
  readonly load: number;
}

/**
 * The evening of the deployed stack in the emulator: the first run finds nothing started, the others find every
 * function warm and a session that is new to the archive. Nothing is shortened: providers are asked at their own pace.
 */
export async function timeAws({ sessions }: { sessions: readonly string[] }): Promise<Measured[]> {
  const [session = ''] = sessions.slice(-1);
  const now = `${session}T22:50:00Z`;
  const stack = await deployed(session, now);
  try {
    stack.provider.delay = delay;
    const timed: Timed[] = [];
    for (const one of sessions.slice(-4)) timed.push(await timeRun(stack, one, now));
    const [cold, ...warm] = timed;
    if (cold === undefined) throw new Error('there is no session to run');
    const [quickest] = warm.toSorted((a, b) => a.toLatest - b.toLatest);
    return [
      ...linesOf('cold', cold, 20),
      ...(quickest === undefined ? [] : linesOf(`warm, the best of ${warm.length}`, quickest, 6)),
    ];
  } finally {
    await stack.stop();
  }
}

async function timeRun({ states, machines }: Deployment, session: string, now: string): Promise<Timed> {
  const executionArn = await states.start(machines.run, { session, now });
  const execution = await states.end(executionArn);
  const published = JSON.parse(execution.output ?? '{}').publish?.status;
  if (published !== 'published') throw new Error(`${session} was not published: ${causeOf(execution)}`);
  const passages = await states.history(executionArn);
  const [begun] = passages;
  const at = (way: 'entered' | 'left', name: string) =>
    passages.findLast((one) => one[way] === name)?.at ?? Number.NaN;
  return {
    toLatest: (at('left', 'Publish') - (begun?.at ?? Number.NaN)) / 1000,
    steps: new Map(steps.map((name) => [name, (at('left', name) - at('entered', name)) / 1000])),
    load: loadavg()[0] ?? Number.NaN,
  };
}

const causeOf = ({ status, cause }: Execution): string => `${status} ${cause ?? ''}`;

function linesOf(what: string, { toLatest, steps: taken, load }: Timed, target: number): Measured[] {
  const note = `load average ${load.toFixed(1)}`;
  return [
    { what: `${what}: from the start to latest.json`, value: toLatest, unit: 's', target, note },
    ...[...taken].map(([name, value]): Measured => ({ what: `  of which ${name}`, value, unit: 's' })),
  ];
}
