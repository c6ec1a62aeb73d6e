import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lastFourQuarters, newestOwnQuarter, quartersOf } from '../../lambda/series/filings.ts';
import { type ConceptKind, conceptParser, concepts } from '../../lambda/sources/providers/sec/parse.ts';
import { describeShared, sharedDir } from '../support/shared.ts';

/** What a body says by a day. */
const quartersIn = (body: Uint8Array, known: string) =>
  quartersOf(
    conceptParser('filings')(body, { series: 'MSFT', fetchedAt: '2026-12-31T12:00:00Z' }).filings,
    known,
  );

/** One concept of the recorded company, as the SEC answers for it alone. */
function recorded(kind: ConceptKind) {
  const file = join(sharedDir, 'data/provider-recordings/sec/companyfacts_snow.json');
  const { cik, facts } = JSON.parse(readFileSync(file, 'utf8'));
  const tag = concepts[kind].tags[0]!;
  const bytes = Buffer.from(JSON.stringify({ cik, tag, units: facts['us-gaap'][tag].units }));
  return conceptParser(kind)(bytes, { series: 'SNOW', fetchedAt: '2026-12-31T12:00:00Z' });
}

describeShared('the recorded filings of a company', () => {
  it('add up: four quarters make the fiscal year that it reported', () => {
    const file = join(sharedDir, 'data/provider-recordings/sec/companyfacts_snow.json');
    const { cik, facts } = JSON.parse(readFileSync(file, 'utf8'));
    const tag = concepts.filings.tags[0]!;
    const { units } = facts['us-gaap'][tag];
    const quarters = quartersIn(Buffer.from(JSON.stringify({ cik, tag, units })), '2026-12-31');
    const fiscal2022 = quarters.filter(({ end }) => end > '2021-01-31' && end <= '2022-01-31');
    expect(fiscal2022.map(({ value }) => value)).toEqual([6_430_000, 3_497_000, 2_282_000, 4_012_000]);
    expect(fiscal2022.reduce((sum, { value }) => sum + value, 0)).toBe(16_221_000);
  });

  it('give a loss of four quarters: fiscal year less its first quarter, plus the next one', () => {
    const { filings } = recorded('income');
    const four = lastFourQuarters(filings, '2025-06-30') ?? [];
    expect(four.map(({ end }) => end)).toEqual(['2024-07-31', '2024-10-31', '2025-01-31', '2025-04-30']);
    expect(four.reduce((sum, { value }) => sum + value, 0)).toBe(
      -1_285_640_000 - -316_988_000 + -430_092_000,
    );
  });

  it('give the diluted shares of the last quarter of which they were filed', () => {
    expect(newestOwnQuarter(recorded('shares').filings, '2024-03-31')).toMatchObject({
      end: '2023-10-31',
      value: 329_310_000,
      filed: '2023-12-01',
    });
  });
});
