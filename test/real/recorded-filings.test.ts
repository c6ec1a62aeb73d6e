import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { quartersOf } from '../../lambda/series/filings.ts';
import { capitalExpenditure, parseConcept } from '../../lambda/sources/providers/sec/parse.ts';
import { describeShared, sharedDir } from '../support/shared.ts';

/** What a body says by a day. */
const quartersIn = (body: Uint8Array, known: string) =>
  quartersOf(parseConcept(body, { series: 'MSFT', fetchedAt: '2026-12-31T12:00:00Z' }).filings, known);

describeShared('the recorded filings of a company', () => {
  it('add up: four quarters make the fiscal year that it reported', () => {
    const file = join(sharedDir, 'data/provider-recordings/sec/companyfacts_snow.json');
    const { cik, facts } = JSON.parse(readFileSync(file, 'utf8'));
    const [tag] = capitalExpenditure;
    const { units } = facts['us-gaap'][tag];
    const quarters = quartersIn(Buffer.from(JSON.stringify({ cik, tag, units })), '2026-12-31');
    const fiscal2022 = quarters.filter(({ end }) => end > '2021-01-31' && end <= '2022-01-31');
    expect(fiscal2022.map(({ value }) => value)).toEqual([6_430_000, 3_497_000, 2_282_000, 4_012_000]);
    expect(fiscal2022.reduce((sum, { value }) => sum + value, 0)).toBe(16_221_000);
  });
});
