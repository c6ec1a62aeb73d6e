import { defineConfig } from 'vitest/config';

/** Rooms whose tests leave nothing behind in their process: they share one, which starts and loads the code once. */
const sharing = [
  'test/unit/{analytics,archive,briefing,calendar,catalogue,cli,figures,rendering}/**/*.test.ts',
  'test/unit/{runs,runtime,series,steps}/**/*.test.ts',
  // It replaces a module, which must not be loaded yet.
  'test/unit/sources/**/!(parser-bug).test.ts',
  'test/{golden,property,reference}/**/*.test.ts',
  'test/{contract,walls}/**/*.test.ts',
];

/** Suites on the data beside the checkout: `npm run test:real` runs these alone. */
const real = ['test/real/**/*.test.ts'];

/**
 * No test may rest on another: they run in a shuffled order, the same one every time, so that a failure can be repeated.
 * `SHUFFLE_SEED=random` takes another order and prints its number; `SHUFFLE_SEED=NUMBER` repeats it.
 */
const { SHUFFLE_SEED = '20261126' } = process.env;
const seed = SHUFFLE_SEED === 'random' ? Date.now() : Number(SHUFFLE_SEED);

export default defineConfig({
  test: {
    sequence: { shuffle: true, seed },
    environment: 'node',
    // Many suites wait for a browser, a server or a child process: one worker a core keeps two cores busy.
    maxWorkers: 2,
    // For what hangs: a busy machine, or a public runner, takes many times as long as a quiet one.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', ...sharing, ...real],
        },
      },
      { extends: true, test: { name: 'sharing', include: sharing, isolate: false } },
      { extends: true, test: { name: 'real', include: real, isolate: false } },
    ],
  },
});
