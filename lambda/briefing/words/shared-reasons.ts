import { weakMemo } from '../../market-data/memo.ts';
import type { Reason } from '../../series/reason.ts';

/** The series and the windows that a reason is about. */
export interface ReasonScope {
  readonly subjects: readonly string[];
  readonly windows: readonly string[];
}

/** What one reason says itself of its series and its window. */
export const scopeOf = (reason: Reason): ReasonScope => ({
  subjects: 'subject' in reason && reason.subject !== undefined ? [reason.subject] : [],
  windows: 'window' in reason ? [reason.window] : [],
});

/** A reason, the series and windows that it is about, and what it was given for. */
export interface SharedReason<Of> extends ReasonScope {
  readonly reason: Reason;
  readonly of: readonly Of[];
}

/** Reasons that differ in their series or their window alone are one; in the order of the first of each. */
export function shareReasons<Of>(given: readonly (readonly [of: Of, reason: Reason])[]): SharedReason<Of>[] {
  const alike = Map.groupBy(given, ([, reason]) => keyWithoutScope(reason));
  return [...alike.values()].map((those) => {
    const scopes = those.map(([, reason]) => scopeOf(reason));
    return {
      reason: those[0]![1],
      subjects: [...new Set(scopes.flatMap(({ subjects }) => subjects))],
      windows: [...new Set(scopes.flatMap(({ windows }) => windows))],
      of: those.map(([of]) => of),
    };
  });
}

/** Hundreds of figures share a few dozen reasons. */
const keyWithoutScope = weakMemo((reason: Reason): string => {
  const { subjects, windows } = scopeOf(reason);
  return JSON.stringify({
    ...reason,
    ...(subjects.length > 0 && { subject: '' }),
    ...(windows.length > 0 && { window: '' }),
  });
});
