import { mutatedRoomOf } from './test/mutation/mutated-rooms.ts';

const { name, code } = mutatedRoomOf(process.env);
const kept = `node_modules/.cache/stryker/${name.replaceAll('/', '-')}`;

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `${kept}.incremental.json`,
  // There is none of this name: Stryker would call TypeScript's compiler in JavaScript, which TypeScript 7 has not.
  tsconfigFile: 'no-tsconfig.json',
  concurrency: 2,
  timeoutMS: 5000,
  dryRunTimeoutMinutes: 10,
  mutate: [...code],
  ignorePatterns: ['cdk.out', 'dist', 'reports'],
  // The wording of messages is no rule.
  mutator: { excludedMutations: ['StringLiteral'] },
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: `${kept}.report.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  thresholds: { high: 90, low: 80, break: 80 },
  // Not below node_modules: Node runs no TypeScript there, and a step starts a thread of its own.
  tempDirName: `dist/mutation/${name.replaceAll('/', '-')}`,
};
