import { keyedProviders } from '../providers/keys.ts';
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

/** Other first words by which people look for the variables of a key, each with the right one. */
const alsoCalled: ReadonlyMap<string, string> = new Map(
  keyedProviders.flatMap(({ alsoCalled: names, parts }) => {
    const [variable = ''] = parts.values();
    return names.map((name) => [name, firstWord(variable)] as const);
  }),
);

/** Whose variable it is, by its first word. */
function ownerOf(name: string): string {
  const word = firstWord(name);
  return alsoCalled.get(word) ?? word;
}

function firstWord(name: string): string {
  return name.split('_', 1)[0] ?? '';
}
