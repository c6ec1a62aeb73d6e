import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agree } from './agreement.ts';

type Value = number | string | null;

/** What an independent program computed for one session. */
export interface Reference {
  readonly file: string;
  readonly session: string;
  readonly figures: Readonly<Record<string, Value>>;
  /** Of a macro series, as in `macro.cpi`, the period whose reading its year-on-year figure takes. */
  readonly periods: Readonly<Record<string, string>>;
}

interface Written {
  readonly session: string;
  readonly figures: Readonly<Record<string, Value>>;
}

/** A figure of `report.json`, as far as it is compared. */
export interface Found {
  readonly value: Value;
  readonly asOf?: string;
}

const note = '_asof.';

/** Figures that references of the second contract have and the product does not compute yet: this list only ever shrinks. */
const awaited = /^$/;

/** The reference values of every file of a folder whose name ends with a session. */
export function referencesOf(folder: string): Reference[] {
  return readdirSync(folder)
    .filter((file) => /\d{4}-\d{2}-\d{2}\.json$/.test(file))
    .toSorted()
    .map((file) => {
      const { session, figures } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Written;
      const all = Object.entries(figures);
      const periods = all
        .filter(([id]) => id.startsWith(note))
        .map(([id, period]) => [id.slice(note.length), String(period)]);
      return {
        file,
        session,
        figures: Object.fromEntries(all.filter(([id]) => !id.startsWith('_'))),
        periods: Object.fromEntries(periods),
      };
    });
}

/** References of the second contract, as far as the product computes their figures. */
export const computedOf = (reference: Reference): Reference => ({
  ...reference,
  figures: Object.fromEntries(Object.entries(reference.figures).filter(([id]) => !awaited.test(id))),
});

/** Every reference value that the figures do not have: numbers to 1e-9 relative, words and nulls exactly. */
export function referenceDisagreements(
  { figures, periods }: Reference,
  found: Readonly<Record<string, Found | undefined>>,
): string[] {
  const values = Object.entries(figures).flatMap(([id, expected]) => {
    const value = found[id]?.value;
    const same =
      typeof expected === 'number' && typeof value === 'number' ? agree(value, expected) : value === expected;
    return same ? [] : [`${id}: ${value} instead of ${expected}`];
  });
  const dates = Object.entries(periods).flatMap(([series, expected]) => {
    const period = found[`${series}.yoy`]?.asOf;
    return period === expected ? [] : [`${series}.yoy: of ${period} instead of ${expected}`];
  });
  return [...values, ...dates];
}
