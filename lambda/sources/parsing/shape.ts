import type * as z from 'zod';
import { InputError } from '../../errors.ts';
import { excessOf } from './bounded.ts';

/** A payload in the shape that its schema says. The complaint names the first field that is not. @throws InputError */
export function shaped<T>(schema: z.ZodType<T>, payload: unknown): T {
  const excess = excessOf(payload);
  if (excess !== null) throw new InputError(`not the expected shape: ${excess}`);
  const result = parsed(schema, payload);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue === undefined || issue.path.length === 0 ? undefined : issue.path.join('.');
  throw new InputError(
    `not the expected shape: ${issue?.message ?? 'unknown'}`,
    field === undefined ? {} : { field },
  );
}

/** The library adds up the faults of an answer on the stack, which a hundred thousand of them overflow. */
function parsed<T>(schema: z.ZodType<T>, payload: unknown): z.ZodSafeParseResult<T> {
  try {
    return schema.safeParse(payload);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new InputError('not the expected shape: too many wrong entries', {}, { cause });
  }
}
