/**
 * Everything that is asserted of the synthesised template, without deploying it. One file for Vitest, since loading
 * the CDK takes longer than all of these together.
 */
import './config-suite.ts';
import './archive-suite.ts';
import './reader-suite.ts';
import './functions-suite.ts';
import './workflow-suite.ts';
import './schedule-suite.ts';
import './monitoring-suite.ts';
import './names-suite.ts';
import './rules-suite.ts';
