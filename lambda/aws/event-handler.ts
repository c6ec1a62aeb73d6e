import type { Logger } from '@aws-lambda-powertools/logger';
import type { z } from 'zod';
import type { HandlerName } from '../archive-layout.ts';
import { EventError } from '../errors.ts';
import { logger, measure, metricsClient } from './observe.ts';

/** What the Lambda runtime says of an invocation, as far as it is used. */
export interface Invocation {
  readonly awsRequestId: string;
}

/** The log and the measurements of one invocation. */
export interface Observability {
  readonly logger: Logger;
  readonly measure: typeof measure;
  /** AWS's identifier of the invocation. */
  readonly request: string;
}

/** An answer with how long the step took, in seconds, for the ledger of runs. */
export type Timed<Answer> = Answer & { readonly seconds: number };

/**
 * A step as a Lambda: its event checked, what it does logged and measured. Reads nothing before the first event, so
 * that importing a handler needs no environment.
 *
 * @throws EventError for an event that the schema refuses; otherwise whatever `work` throws
 */
export function eventHandler<
  Event extends { readonly execution?: string | undefined },
  Answer extends object,
>(
  step: HandlerName,
  schema: z.ZodType<Event>,
  work: (event: Event, observed: Observability) => Promise<Answer>,
): (event: unknown, invocation: Invocation) => Promise<Timed<Answer>> {
  return async (received, { awsRequestId: request }) => {
    const began = performance.now();
    logger.resetKeys();
    logger.appendKeys({ step, request });
    try {
      const event = understood(step, schema, received);
      logger.appendKeys({ execution: event.execution });
      const answer = await work(event, { logger, measure, request });
      logger.info('done', { answer });
      return { ...answer, seconds: Math.round(performance.now() - began) / 1000 };
    } catch (error) {
      // Its hint and its cause go along: the logger writes what an error holds.
      if (error instanceof Error) logger.error(error.message, error);
      else logger.error(String(error));
      throw error;
    } finally {
      if (metricsClient.hasStoredMetrics()) metricsClient.publishStoredMetrics();
    }
  };
}

/** @throws EventError that names the step and the field */
function understood<Event>(step: string, schema: z.ZodType<Event>, received: unknown): Event {
  const parsed = schema.safeParse(received);
  if (parsed.success) return parsed.data;
  const said = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'event'}: ${message}`);
  throw new EventError(`${step} cannot work with this event: ${said.join('; ')}`, {
    cause: parsed.error,
    hint: 'Start the state machine with {"session": "2025-12-31"}, or with {} for the newest session that has closed.',
  });
}
