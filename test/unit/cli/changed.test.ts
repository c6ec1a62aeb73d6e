import { expect, it, onTestFinished } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { newestRevision } from '../../../lambda/archive/revisions.ts';
import { changedLines, changedSince } from '../../../lambda/cli/changed.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { publishSample } from '../../support/published-sample.ts';
import { sampleReport } from '../../support/sample-report.ts';
import { temporaryFolder } from '../../support/temporary.ts';

it('another revision names what prints otherwise, key figures first; a first one and an old one nothing', async () => {
  const folder = await temporaryFolder();
  onTestFinished(folder.dispose);
  const archive = new FolderArchive(folder.path);
  const first = sampleReport();
  const second: Report = structuredClone({ ...first, revision: 2 });
  second.figures['return.TNA.5d']!.value = -0.0701;
  second.figures['close.TNA']!.value = 45.55;
  // Beyond the printed decimals.
  second.figures['return.TNA.1d']!.value = Number(first.figures['return.TNA.1d']!.value) + 1e-9;
  second.figures['close.IWM'] = { ...second.figures['close.IWM']!, value: null, status: 'missing' };
  await publishSample(archive, '2026-01-01T00:00:00.000Z', undefined, first);
  const made = { ...(await newestRevision(archive, first.session))!, byAnotherRun: false };
  expect(await changedSince({ ...made, status: 'published' }, archive)).toBeNull();
  await publishSample(archive, '2026-01-01T00:00:00.000Z', undefined, second);
  const again = { ...(await newestRevision(archive, first.session))!, byAnotherRun: false };
  expect(await changedSince({ ...again, status: 'already published' }, archive)).toBeNull();
  const changed = await changedSince({ ...again, status: 'published' }, archive);
  expect(changedLines(changed!)).toEqual([
    'Since r1:',
    'close.TNA  45.54 → 45.55',
    'close.IWM  246.16 → n/a',
    expect.stringMatching(/^return\.TNA\.5d {2}−7\.02\s% → −7\.01\s%$/),
  ]);
});
