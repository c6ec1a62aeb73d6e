import { editionNames, editionOf } from '../../editions/index.ts';

/** The titles of claims by edition and number: the id of a claim's figure has the number alone. */
export const claimTitles = (): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  Object.fromEntries(
    editionNames.map((name) => [
      name,
      Object.fromEntries(editionOf(name).claims.rows.map(({ number, title }) => [number, title])),
    ]),
  );
