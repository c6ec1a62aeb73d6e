import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'vitest';

/** Third-party data beside the checkout: real prices, macro series, recordings and their reference values. */
export const sharedDir = resolve(import.meta.dirname, '../../../shared');

/** The reference values of real sessions, within `sharedDir`. */
export const references = 'oracle-r2';

/** Those of the second contract: claims, history, calls, depth. */
export const secondReferences = 'oracle-2';

/** What the suites of `test/real` read of it. */
const needed = [
  ...['data/market', 'data/macro', 'data/calendar', 'data/provider-recordings', 'data/vintages'],
  ...[references, secondReferences],
];

export interface Verdict {
  readonly what: 'run' | 'skip' | 'fail';
  readonly why: string;
}

/**
 * What becomes of the suites that need the data: they run where all of it is there. Where it is not they are skipped,
 * or fail under `REQUIRE_SHARED=1`, where a skipped proof must not pass for one that was made.
 *
 * @param folder where the data should be
 * @param required the variable `REQUIRE_SHARED`; empty and `0` mean no
 */
export function sharedSuites(folder: string, required: string | undefined): Verdict {
  const absent = needed.filter((part) => !existsSync(join(folder, part)));
  if (absent.length === 0) return { what: 'run', why: '' };
  const why = `not in ../shared: ${absent.join(', ')}`;
  return { what: required === undefined || required === '' || required === '0' ? 'skip' : 'fail', why };
}

/** A suite of real data, in `test/real` only. */
export function describeShared(name: string, suite: () => void): void {
  declare(sharedSuites(sharedDir, process.env.REQUIRE_SHARED), name, suite, { describe, it });
}

/** Where the suite is skipped it is one line, and where it fails one test: nothing of its body runs. */
export function declare(
  { what, why }: Verdict,
  name: string,
  suite: () => void,
  to: {
    describe: (name: string, suite: () => void) => unknown;
    it: ((name: string, test: () => void) => unknown) & { skip: (name: string) => unknown };
  },
): void {
  if (what === 'run') to.describe(name, suite);
  else if (what === 'skip') to.it.skip(`${name} (skipped, ${why})`);
  else
    to.it(name, () => {
      throw new Error(`REQUIRE_SHARED is set, and there is no data for this suite (${why})`);
    });
}
