import { defineConfig } from 'vitest/config';
import { ProjectByProject } from './test/support/sequencer.ts';

/** Suites that replace a module, set the environment before one is loaded, or hold a browser or a stack: a process each. */
const apart = [
  'test/{browser,infra}/**/*.test.ts',
  'test/unit/aws/**/*.test.ts',
  'test/unit/sources/parser-bug.test.ts',
];

/**
 * No test may rest on another: they run in a shuffled order, the same one every time, so that a failure can be repeated.
 * `SHUFFLE_SEED=random` takes another order and prints its number; `SHUFFLE_SEED=NUMBER` repeats it.
 */
const { SHUFFLE_SEED = '20261126' } = process.env;
const seed = SHUFFLE_SEED === 'random' ? Date.now() : Number(SHUFFLE_SEED);

export default defineConfig({
  test: {
    sequence: { shuffle: { files: false, tests: true }, seed, sequencer: ProjectByProject },
    environment: 'node',
    // Many suites wait for a browser, a server or a child process: one worker a core keeps two cores busy.
    maxWorkers: 2,
    // For what hangs: a busy machine, or a public runner, takes many times as long as a quiet one.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    env: { TZ: 'UTC' },
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      {
        extends: true,
        // One process a worker, which starts and loads the code once.
        test: {
          name: 'sharing',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', ...apart],
          isolate: false,
        },
      },
    ],
  },
});
