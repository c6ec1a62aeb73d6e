import { UsageError } from '../errors.ts';
import type { Edition } from './edition.ts';
import { tna } from './tna.ts';

/** Every edition, by the name that the setting `edition` and the option `--edition` call it. */
const editions = { tna } as const satisfies Record<string, Edition>;

export type EditionName = keyof typeof editions;

export const editionNames = Object.keys(editions) as [EditionName, ...EditionName[]];

export const defaultEdition: EditionName = 'tna';

/** The edition of a name, whatever its case. @throws UsageError that names those there are */
export function editionOf(name: string): Edition {
  const known = editionNames.find((one) => one === name.toLowerCase());
  if (known === undefined)
    throw new UsageError(`there is no edition ${name}`, {
      hint: `Known: ${editionNames.join(', ')}. README.md says how to add one.`,
    });
  return editions[known];
}
