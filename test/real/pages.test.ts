import { folderSource } from '../../lambda/sources/files/folder.ts';
import { describePage } from '../browser/page-suite.ts';
import { describeLength, describePdf } from '../browser/pdf-suite.ts';
import { reportFrom } from '../support/briefings.ts';
import { onceAsync } from '../support/memo.ts';
import { describeShared, sharedDir } from '../support/shared.ts';

describeShared('on real data', () => {
  const of = (session: string) => onceAsync(() => reportFrom(folderSource(`${sharedDir}/data`), session));
  const newest = of('2025-12-31');
  describePage('31 December 2025', newest);
  describePdf('31 December 2025', newest);
  // A crash, days before and soon after the fund began, an early history, an election, a rotation, a jump, and an evening
  // on which much macro was missing.
  for (const session of [
    '2020-03-16',
    '2008-10-10',
    '2009-03-09',
    '2010-05-06',
    '2016-11-09',
    '2024-07-11',
    '2025-04-09',
    '2025-11-28',
  ])
    describeLength(session, of(session));
});
