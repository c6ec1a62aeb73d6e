import type { Flag, FlagCode } from '../series/flag.ts';

/** What cannot be read or cannot be itself, and what makes a step that it never makes: nothing of either is used. */
const codes: readonly FlagCode[] = ['left-out', 'refused-series'];

/** The series of a kind that came and cannot be used. */
export const leftOutOf = (flags: readonly Flag[], kind: 'bars' | 'macro'): readonly string[] =>
  flags.flatMap(({ code, subject }) =>
    codes.includes(code) && subject.startsWith(`${kind}:`) ? [subject.slice(kind.length + 1)] : [],
  );

/** The same for the strip: "KRE, TZA not usable"; null of none. */
export const notUsable = (names: readonly string[]): string | null =>
  names.length === 0 ? null : `${names.join(', ')} not usable`;
