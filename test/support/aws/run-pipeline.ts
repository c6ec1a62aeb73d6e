import './silence-powertools.ts';
import { permanentErrors } from '../../../lambda/archive-layout.ts';
import { handler as timedAnalyse } from '../../../lambda/aws/handlers/analyse.ts';
import { handler as timedDeliver } from '../../../lambda/aws/handlers/deliver.ts';
import { handler as timedPlan } from '../../../lambda/aws/handlers/plan.ts';
import { handler as timedPublish } from '../../../lambda/aws/handlers/publish.ts';
import { handler as settle } from '../../../lambda/aws/handlers/settle.ts';

/** What the steps hand to each other, as the state machine keeps it. */
export type State = Readonly<Record<string, unknown>>;

export type Handler = (event: unknown, invocation: { readonly awsRequestId: string }) => Promise<unknown>;

/** A handler whose answer does not say how long it took: the same work gives the same answer. */
export const untimed =
  (handler: Handler): Handler =>
  async (event, invocation) => {
    const { seconds: _, ...answer } = (await handler(event, invocation)) as { readonly seconds: number };
    return answer;
  };

const [plan, analyse, publish, deliver] = [timedPlan, timedAnalyse, timedPublish, timedDeliver].map(
  untimed,
) as [Handler, Handler, Handler, Handler];

/** All handlers but two: `collect` wants providers, and `render` a browser. */
export const handlers = { plan, analyse, publish, deliver, settle } satisfies Record<string, Handler>;

/** How often the state machine tries a task whose error may pass. */
const attempts = 3;

const permanent = new Set<string>(permanentErrors);

/** A task as the state machine runs it, without its waits. @throws the error of the last attempt */
export async function task(name: string, handler: Handler, state: State): Promise<State> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { ...state, [name]: await handler(state, { awsRequestId: `${name}-${attempt}` }) };
    } catch (error) {
      if (attempt === attempts || permanent.has(nameOf(error))) throw error;
    }
  }
}

/**
 * A run from its kept snapshot to its end, in the order of `infra/constructs/workflow-states.ts`.
 * @param staged whether its report and pages are staged already: then it begins with `publish`
 * @throws RunFailed, as the execution would fail
 */
export async function runPipeline(begun: State, render: Handler, staged = false): Promise<State> {
  let state = begun;
  try {
    if (!staged) {
      // Plan is the first: the machine hands it what the run was started with, and no answer of a step.
      const { collect } = state;
      const answers = ['plan', 'collect', 'analyse', 'render', 'publish', 'deliver'];
      const started = Object.fromEntries(Object.entries(state).filter(([name]) => !answers.includes(name)));
      state = await analysedAndRendered({ ...(await task('plan', plan, started)), collect }, render);
    }
    while (true) {
      state = await task('publish', publish, state);
      if (answerOf(state, 'publish').status !== 'taken') break;
      state = await analysedAndRendered(state, render);
    }
    state = await caughtAs('deliverFailure', state, task('deliver', deliver, state));
  } catch (error) {
    state = { ...state, failure: caught(error) };
  }
  return task('settle', settle, state);
}

/** A collected session with its report and pages staged, unless an equal one is published. */
export async function analysedAndRendered(collected: State, render: Handler): Promise<State> {
  const state = await task('analyse', analyse, collected);
  if (answerOf(state, 'analyse').status !== 'new') return state;
  return await caughtAs('renderFailure', state, task('render', render, state));
}

/** What a step answered, of what the next ones read. */
export function answerOf(state: State, step: string): { readonly status?: string; readonly work?: string } {
  return (state[step] ?? {}) as { status?: string; work?: string };
}

/** Goes on with the failure in the state. */
async function caughtAs(field: string, state: State, work: Promise<State>): Promise<State> {
  try {
    return await work;
  } catch (error) {
    return { ...state, [field]: caught(error) };
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const caught = (error: unknown) => ({
  Error: nameOf(error),
  Cause: JSON.stringify({ errorMessage: error instanceof Error ? error.message : String(error) }),
});
