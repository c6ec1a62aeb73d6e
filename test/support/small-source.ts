import { tna } from '../../lambda/editions/tna.ts';
import type { CollectRequest, Payload, Source } from '../../lambda/sources/source.ts';
import { type Shape, smallFiles } from '../e2e-local/support/small-data.ts';

/** The files of the small data as a source gives them, without a disk. */
export const smallPayloads = (shape: Shape = {}, fetchedAt = '2026-01-01T12:00:00.000Z'): Payload[] =>
  [...smallFiles(shape)].map(([name, text]) => ({
    key: `bars:${name.replace('.csv', '')}`,
    source: 'folder',
    origin: `market/${name}`,
    fetchedAt,
    bytes: Buffer.from(text),
  }));

/** A source that gives these, and keeps what it was asked. */
export function sourceOf(
  give: (request: CollectRequest) => readonly Payload[],
): Source & { readonly asked: CollectRequest[] } {
  const asked: CollectRequest[] = [];
  return {
    name: 'small data',
    simulated: false,
    asked,
    collect: async (request) => {
      asked.push(request);
      return give(request);
    },
  };
}

/** A request for a session as of the day after, when all of it is known. */
export const requestOf = (session: string, now = '2026-01-01T12:00:00.000Z'): CollectRequest => ({
  edition: tna,
  session,
  through: session,
  now,
});
