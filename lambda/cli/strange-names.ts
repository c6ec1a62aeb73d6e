import { oneSlipApart } from './one-slip.ts';

/**
 * Names that look like ours and are not understood, each in a sentence with the one that was perhaps meant. A key
 * under a wrong name would be left unused without a word.
 *
 * @param names those that are set
 * @param known those that are understood
 */
export function strangeNames(names: readonly string[], known: readonly string[]): readonly string[] {
  return names
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const alike = known.filter((one) => oneSlipApart(one, name.toUpperCase()));
      const meant =
        alike.length > 0 ? alike : known.filter((one) => ownerOf(one) === ownerOf(name.toUpperCase()));
      if (meant.length === 0) return [];
      const shown =
        meant.length > 4 ? 'docs/providers.md lists those that are' : `${meant.join(', ')} would be`;
      return [`${name} is set and is not understood: ${shown}`];
    });
}

/** Names under which providers are known too. */
const alsoCalled: Readonly<Record<string, string>> = { ALPACA: 'APCA', POLYGON: 'MASSIVE' };

/** Whose variable it is, by its first word. */
function ownerOf(name: string): string {
  const [word = ''] = name.split('_', 1);
  return alsoCalled[word] ?? word;
}
