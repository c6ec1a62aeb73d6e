import { describeCrashes, everyThirteenthChange } from './support/crash-suite.ts';

// Between every two changes: test/e2e/crash.test.ts.
describeCrashes('a run that dies between two changes to the disk', everyThirteenthChange);
