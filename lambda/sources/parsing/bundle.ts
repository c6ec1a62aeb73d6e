import * as z from 'zod';
import { shaped } from './shape.ts';
import { jsonOf } from './text.ts';

/**
 * Several answers that make one series together: the pages of a long one, a year each, two adjustments, or today's
 * answer and the older ones whose past it no longer has. Each part is the answer's own text.
 */
export interface BundlePart {
  /** What this part is among the others: `split`, `all`, `2025`, `page 2`. */
  readonly label: string;
  readonly origin: string;
  readonly fetchedAt: string;
  readonly text: string;
}

const schema = z.strictObject({
  bundle: z.literal('smallcap-briefing/1'),
  parts: z
    .array(z.strictObject({ label: z.string(), origin: z.string(), fetchedAt: z.string(), text: z.string() }))
    .min(1),
});

/** The parts as one payload. */
export function packBundle(parts: readonly BundlePart[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ bundle: 'smallcap-briefing/1', parts }));
}

/** @throws InputError when the payload is no bundle */
export function bundleParts(bytes: Uint8Array): readonly BundlePart[] {
  return shaped(schema, jsonOf(bytes)).parts;
}

export const bytesOf = (part: BundlePart): Uint8Array => new TextEncoder().encode(part.text);

const start = '{"bundle":"smallcap-briefing/1"';

/** Whether a payload is a bundle rather than a single answer. */
export function isBundle(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, start.length)) === start;
}
