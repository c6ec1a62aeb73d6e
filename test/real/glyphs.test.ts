import { expect, test } from 'vitest';
import { folderSource } from '../../lambda/sources/files/folder.ts';
import { reportFrom } from '../support/briefings.ts';
import { missingGlyphs } from '../support/missing-glyphs.ts';
import { describeShared, sharedDir } from '../support/shared.ts';

describeShared('letters of the page’s own fonts', () => {
  test.each(['2025-12-31', '2020-03-16'])('are all that the briefing of %s uses', async (session) => {
    expect(missingGlyphs(await reportFrom(folderSource(`${sharedDir}/data`), session))).toEqual([]);
  });
});
