import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe } from 'vitest';

/** The third-party test data beside the checkout: real prices, macro series, recordings, reference values. */
export const sharedDir = resolve(import.meta.dirname, '../../../shared');

const present = existsSync(sharedDir);

/**
 * A suite that needs the data beside the checkout. Where it is absent the suite is skipped and says so; under
 * `CI=true` its absence is a failure, so that nobody mistakes a skipped proof for a passed one.
 */
export function describeShared(name: string, suite: () => void): void {
  if (!present && process.env.CI === 'true')
    throw new Error(`${name}: the test data at ../shared is absent, and CI must not skip it`);
  const title = present ? name : `${name} (skipped: no test data at ../shared)`;
  describe.skipIf(!present)(title, suite);
}
