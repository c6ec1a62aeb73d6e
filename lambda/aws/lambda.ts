import type { S3Client } from '@aws-sdk/client-s3';
import type { z } from 'zod';
import type { Archive } from '../archive/archive.ts';
import { S3Archive } from '../archive/s3.ts';
import type { HandlerName } from '../archive-layout.ts';
import type { RuntimeConfig } from '../config.ts';
import { s3Client } from './clients.ts';
import { eventHandler, type Invocation, type Observability, type Timed } from './event-handler.ts';
import { type Deployed, deployedFrom } from './settings.ts';

/** What a handler works with. */
export interface HandlerContext extends Observability {
  readonly archive: Archive;
  readonly config: RuntimeConfig;
  readonly deployed: Deployed;
}

/** Where a handler gets its settings and its archive: from AWS, or, in a test, from the test. */
export interface Services {
  readonly deployed: () => Deployed;
  /** Works on the archive; `metadata` goes along with every object that is written. */
  readonly withArchive: <Answer>(
    bucket: string,
    metadata: Readonly<Record<string, string>>,
    work: (archive: Archive) => Promise<Answer>,
  ) => Promise<Answer>;
}

/** One a container, until an invocation fails: connections stay open between invocations. */
let client: S3Client | undefined;

/** The variables of the function, and its bucket. Read when an event comes, so that importing a handler needs neither. */
export const awsServices: Services = {
  deployed: () => deployedFrom(process.env),
  withArchive: async (bucket, metadata, work) => {
    client ??= s3Client();
    try {
      return await work(new S3Archive({ client, bucket, metadata }));
    } catch (error) {
      // The SDK's retry quota may be exhausted and refills by one per success: the next attempt gets a new client.
      client = undefined;
      throw error;
    }
  },
};

/** A step that works on the archive, as a Lambda. */
export function lambda<Event extends { readonly execution?: string | undefined }, Answer extends object>(
  step: HandlerName,
  schema: z.ZodType<Event>,
  services: Services,
  work: (event: Event, context: HandlerContext) => Promise<Answer>,
): (event: unknown, invocation: Invocation) => Promise<Timed<Answer>> {
  return eventHandler(step, schema, (event, observed) => {
    const deployed = services.deployed();
    const { bucket, config, code } = deployed;
    const metadata = definedOnly({ execution: event.execution, request: observed.request, code });
    return services.withArchive(bucket, metadata, (archive) =>
      work(event, { ...observed, archive, config, deployed }),
    );
  });
}

function definedOnly(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
