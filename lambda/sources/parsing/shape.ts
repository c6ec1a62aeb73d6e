import * as z from 'zod';
import { InputError } from '../../errors.ts';

/** A payload in the shape that its schema says. The complaint names the first field that is not. @throws InputError */
export function shaped<T>(schema: z.ZodType<T>, payload: unknown): T {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue === undefined || issue.path.length === 0 ? undefined : issue.path.join('.');
  throw new InputError(
    `not the expected shape: ${issue?.message ?? 'unknown'}`,
    field === undefined ? {} : { field },
  );
}

/** A finite number; JSON has no others, but a string or null in its place is refused. */
export const finite = z.number().refine(Number.isFinite);
