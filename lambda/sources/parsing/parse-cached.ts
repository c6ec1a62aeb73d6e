import type { ParseContext } from './parsed.ts';

type Parse<T> = (bytes: Uint8Array, about: ParseContext) => T;

interface Reading {
  readonly parse: Parse<unknown>;
  readonly about: ParseContext;
  readonly answer: unknown;
}

/** What was parsed from bytes that are still referenced. */
const readings = new WeakMap<Uint8Array, Reading[]>();

/**
 * What a parser makes of bytes, read once however often it is asked: an answer is judged when it comes in, and its
 * snapshot is assembled from the very same bytes a moment later. Parsers are pure, so the result is the same.
 *
 * @throws whatever the parser throws, each time again
 */
export function parseCached<T>(parse: Parse<T>, bytes: Uint8Array, about: ParseContext): T {
  const known = readings.get(bytes) ?? [];
  const found = known.find((one) => one.parse === parse && isSame(one.about, about));
  if (found !== undefined) return found.answer as T;
  const answer = parse(bytes, about);
  readings.set(bytes, [...known, { parse, about, answer }]);
  return answer;
}

const isSame = (a: ParseContext, b: ParseContext): boolean =>
  a.series === b.series && a.fetchedAt === b.fetchedAt;
