import { expect, it } from 'vitest';
import { sectionTitles } from '../../../../lambda/briefing/sections/statuses.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import { simulatedReport } from '../../../support/briefings.ts';

/** Sections of which a status says nothing: each row of the ledger has its own, and methods have none. */
const without = ['claims', 'methods'];

it('every section that has a status is named as the changes of statuses name it', async () => {
  const { sections } = await simulatedReport('2025-11-26');
  const named = sections.filter(({ id }) => !without.includes(id)).map(({ id, title }) => [id, title]);
  expect(named).toEqual(Object.entries(sectionTitles(tna)));
});
