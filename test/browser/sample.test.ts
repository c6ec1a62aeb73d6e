import { sampleReport } from '../support/sample-report.ts';
import { allLooks, describePage } from './page-suite.ts';
import { describePdf } from './pdf-suite.ts';

/** A made-up report that uses every kind of block: small, so its PDF is short, and axe can look at it every way. */
const sample = async () => sampleReport();
describePage('the sample', sample, allLooks);
describePdf('the sample', sample, { least: 2, most: 8 });
