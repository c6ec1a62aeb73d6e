import { defineConfig } from 'vitest/config';

/** What mutants are held against: the tests of their own rooms. Whole briefings would take minutes a mutant. */
export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'test/unit/{analytics,calendar,series}/**/*.test.ts',
      'test/unit/sources/quality/**/*.test.ts',
      'test/unit/archive/index.test.ts',
    ],
    env: { TZ: 'UTC' },
  },
});
