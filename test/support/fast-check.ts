import fc from 'fast-check';

/**
 * fast-check with the same cases on every run, so that a change is judged by what it changed and not by luck.
 * `FUZZ_SEED=random npx vitest run test/property` looks for new ones; a number repeats a run.
 */
const seed = process.env.FUZZ_SEED ?? '20051108';
if (seed !== 'random') fc.configureGlobal({ seed: Number.parseInt(seed, 10) });

export default fc;
