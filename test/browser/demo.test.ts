import { simulatedSource } from '../../lambda/sources/simulated/source.ts';
import { reportFrom } from '../support/briefings.ts';
import { memo } from '../support/memo.ts';
import { describePage } from './page-suite.ts';
import { describePdf } from './pdf-suite.ts';

const simulated = memo(() => reportFrom(simulatedSource(), '2025-11-14'));
describePage('the demo', simulated);
describePdf('the demo', simulated);
