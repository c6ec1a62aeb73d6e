import { folderSource } from '../../lambda/sources/folder/folder.ts';
import { simulatedSource } from '../../lambda/sources/simulated/source.ts';
import { reportFrom } from '../support/briefings.ts';
import { sampleReport } from '../support/sample-report.ts';
import { describeShared, sharedDir } from '../support/shared.ts';
import { describePage } from './page-suite.ts';
import { describePdf } from './pdf-suite.ts';

/** A made-up report that uses every kind of block: small, so its PDF is short. */
const sample = async () => sampleReport();
describePage('the sample', sample);
describePdf('the sample', sample, { least: 2, most: 8 });

const simulated = memo(() => reportFrom(simulatedSource(), '2025-11-14'));
describePage('the demo', simulated);
describePdf('the demo', simulated);

describeShared('on real data', () => {
  const real = memo(() => reportFrom(folderSource(`${sharedDir}/data`), '2025-12-31'));
  describePage('31 December 2025', real);
  describePdf('31 December 2025', real);
});

function memo<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
