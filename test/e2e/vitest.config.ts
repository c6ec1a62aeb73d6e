import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What `npm run test:e2e` runs: slow, one file at a time, on a machine that may start an emulator and a browser. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: 'test/e2e/support/setup.ts',
    environment: 'node',
    fileParallelism: false,
    // A run waits for its providers most of the time: two at once keep two cores busy.
    maxConcurrency: 2,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    env: { TZ: 'UTC' },
  },
});
