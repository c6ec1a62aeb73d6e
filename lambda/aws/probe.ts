import { editionOf } from '../editions/index.ts';
import { clockAt } from '../runtime/clock.ts';
import { probeLive } from '../runtime/live.ts';
import { probeAnswer } from '../sources/live/probe-words.ts';
import { planSession } from '../steps/plan.ts';
import type { Invocation } from './event-handler.ts';
import { probeEvent } from './events.ts';
import { awsServices, lambda } from './lambda.ts';
import { liveChoice } from './live-source.ts';

type Handler = (event: unknown, invocation: Invocation) => Promise<unknown>;

/** `{"probe": true}` asks each source for one series, and answers with what came back and what that means. */
const probe: Handler = lambda('collect', probeEvent, awsServices, async ({ now: set }, context) => {
  const now = clockAt(set)();
  const session = planSession(undefined, now);
  const request = { edition: editionOf(context.config.edition), session, through: session, now };
  return { session, ...probeAnswer(await probeLive(await liveChoice(context, set), request)) };
});

/** A handler that also answers a probe. */
export const orProbe =
  (handler: Handler): Handler =>
  (event, invocation) =>
    typeof event === 'object' && event !== null && 'probe' in event
      ? probe(event, invocation)
      : handler(event, invocation);
