import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What `npm run test:e2e` runs: slow, one file at a time, on a machine that may start an emulator and a browser. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['test/e2e/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    env: { TZ: 'UTC' },
  },
});
