import type { Logger } from '@aws-lambda-powertools/logger';
import type { S3Client } from '@aws-sdk/client-s3';
import type { z } from 'zod';
import type { Archive } from '../../archive/archive.ts';
import { S3Archive } from '../../archive/s3.ts';
import type { HandlerName } from '../../contract.ts';
import type { RuntimeConfig } from '../../contract-config.ts';
import { EventError } from '../../errors.ts';
import { s3Client } from './clients.ts';
import { logger, measure, metrics, traced } from './observe.ts';
import { type Deployed, deployedFrom } from './settings.ts';

/** What the runtime tells of an invocation, as far as it matters here. */
export interface Invocation {
  readonly awsRequestId: string;
}

/** What a step finds around it. */
export interface Room {
  readonly archive: Archive;
  readonly config: RuntimeConfig;
  readonly deployed: Deployed;
  readonly logger: Logger;
  readonly measure: typeof measure;
}

/** One a container, until an invocation fails: connections stay open between invocations. */
let client: S3Client | undefined;

/**
 * A step as a Lambda: its event checked, its surroundings read from the environment, what it does logged, measured
 * and traced. Reads nothing before the first event, so that importing a handler needs no environment.
 */
export function lambda<Event extends { readonly execution?: string | undefined }, Answer>(
  step: HandlerName,
  schema: z.ZodType<Event>,
  work: (event: Event, room: Room) => Promise<Answer>,
): (event: unknown, invocation: Invocation) => Promise<Answer> {
  return async (received, { awsRequestId: request }) => {
    logger.resetKeys();
    logger.appendKeys({ step, request });
    try {
      const event = understood(step, schema, received);
      const { execution } = event;
      logger.appendKeys({ execution });
      const deployed = deployedFrom(process.env);
      const { bucket, config, code } = deployed;
      client ??= s3Client();
      const metadata = definedOnly({ execution, request, code });
      const archive = new S3Archive({ client, bucket, metadata });
      const answer = await traced(step, () => work(event, { archive, config, deployed, logger, measure }));
      logger.info('done', { answer });
      return answer;
    } catch (error) {
      // Its stock of repetitions may be used up, and comes back one for each success: the next attempt needs it whole.
      client = undefined;
      // Its hint and its cause go along: the logger writes what an error holds.
      if (error instanceof Error) logger.error(error.message, error);
      else logger.error(String(error));
      throw error;
    } finally {
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
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
    hint: 'Start the state machine with {"session": "2025-12-31"}, or with run and scheduledTime as a schedule does.',
  });
}

function definedOnly(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
