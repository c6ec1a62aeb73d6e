/** What is deployed of the code. One file for Vitest: each function is bundled once for all of these. */
import './assets-suite.ts';
import './bundle-suite.ts';
