import type { S3Client } from '@aws-sdk/client-s3';
import type { z } from 'zod';
import type { Archive } from '../archive/archive.ts';
import { S3Archive } from '../archive/s3.ts';
import type { HandlerName } from '../archive-layout.ts';
import type { RuntimeConfig } from '../config.ts';
import { s3Client } from './clients.ts';
import { eventHandler, type Invocation, type Observed } from './event-handler.ts';
import { type Deployed, deployedFrom } from './settings.ts';

/** What a step finds around it. */
export interface Room extends Observed {
  readonly archive: Archive;
  readonly config: RuntimeConfig;
  readonly deployed: Deployed;
}

/** One a container, until an invocation fails: connections stay open between invocations. */
let client: S3Client | undefined;

/** A step that works on the archive, as a Lambda, with its surroundings read from the environment. */
export function lambda<Event extends { readonly execution?: string | undefined }, Answer>(
  step: HandlerName,
  schema: z.ZodType<Event>,
  work: (event: Event, room: Room) => Promise<Answer>,
): (event: unknown, invocation: Invocation) => Promise<Answer> {
  return eventHandler(step, schema, async (event, observed) => {
    const deployed = deployedFrom(process.env);
    const { bucket, config, code } = deployed;
    client ??= s3Client();
    const metadata = definedOnly({ execution: event.execution, request: observed.request, code });
    const archive = new S3Archive({ client, bucket, metadata });
    try {
      return await work(event, { ...observed, archive, config, deployed });
    } catch (error) {
      // Its stock of repetitions may be used up, and comes back one for each success: the next attempt needs it whole.
      client = undefined;
      throw error;
    }
  });
}

function definedOnly(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
