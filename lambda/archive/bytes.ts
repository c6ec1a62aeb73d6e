import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { ArchiveError } from '../errors.ts';
import { excessOf } from '../sources/parsing/bounded.ts';

/** SHA-256 of bytes, lower-case hexadecimal. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Most bytes of a JSON document; an index of twenty years has three million, a report one. */
const documentLimit = 16_000_000;

/** Small documents, laid out for people too. */
export function writeJson(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

const hint = 'It was changed from outside, or by a newer version of this program; restore it from a copy.';

/**
 * A document of the archive, by its schema.
 * @param place where it lies, for the message
 * @throws ArchiveError naming the document and the field
 */
export function readJson<T>(schema: z.ZodType<T>, bytes: Uint8Array, place: string): T {
  return checked(schema, parsedJson(bytes, place), place);
}

/** A parsed document, by its schema. @throws ArchiveError naming the document and the field */
export function checked<T>(schema: z.ZodType<T>, document: unknown, place: string): T {
  const excess = excessOf(document);
  if (excess !== null) throw new ArchiveError(`${place} holds ${excess}`, { hint });
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue === undefined || issue.path.length === 0 ? '' : `, field ${issue.path.join('.')}`;
  throw new ArchiveError(`${place}${field}: ${issue?.message ?? 'not as expected'}`, {
    cause: parsed.error,
    hint,
  });
}

/** @throws ArchiveError when it is no JSON, or too long to be a document of the archive */
export function parsedJson(bytes: Uint8Array, place: string): unknown {
  if (bytes.length > documentLimit)
    throw new ArchiveError(`${place} has ${bytes.length} bytes; ${documentLimit} are allowed`, { hint });
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  } catch (cause) {
    throw new ArchiveError(`${place} is not JSON`, { cause, hint });
  }
}
