import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { archiveQueries } from '../../../../lambda/rendering/view/site/queries.ts';
import { sampleReport } from '../../../support/sample-report.ts';

it('the queries of the front page are those of the README, which DuckDB runs in another test', () => {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
  const excess = { label: 'IWM − SPY, 5 days', figure: 'excess.IWM:SPY.5d' };
  const { front } = sampleReport();
  const queries = archiveQueries({ front: { ...front, keys: [...front.keys, excess] } });
  expect(queries).toHaveLength(3);
  const spaced = (text: string) => text.replaceAll(/\s+/g, ' ');
  for (const query of queries)
    expect(spaced(readme)).toContain(spaced(query.replaceAll("'figures/*", "'out/figures/*")));
});
