import { describeCrashes, everyChange } from '../e2e-local/support/crash-suite.ts';

describeCrashes('a run that dies between any two changes to the disk', everyChange);
