import type { Flag } from '../series/flag.ts';

/**
 * The series of a kind that came and cannot be used, for the strip: "KRE, TZA not usable"; null when there are none.
 * @param nameOf what readers call a series
 */
export function leftOutInWords(
  flags: readonly Flag[],
  kind: 'bars' | 'macro',
  nameOf: (series: string) => string = (series) => series,
): string | null {
  const names = flags.flatMap(({ code, subject }) =>
    code === 'left-out' && subject.startsWith(`${kind}:`) ? [nameOf(subject.slice(kind.length + 1))] : [],
  );
  return names.length === 0 ? null : `${names.join(', ')} not usable`;
}
