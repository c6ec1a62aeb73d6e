import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { addDays, addMonths, endOfMonth } from '../../lambda/calendar/civil.ts';
import { previousSession } from '../../lambda/calendar/nyse.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { knownOf } from '../../lambda/series/known.ts';
import { realMarket } from '../support/real-market.ts';
import { describeShared, sharedDir } from '../support/shared.ts';

/** FRED's names and those of the monthly vintages of McCracken and Ng's FRED-MD. */
const names = {
  ...{ PAYEMS: 'PAYEMS', UNRATE: 'UNRATE', CPIAUCSL: 'CPIAUCSL', PCEPI: 'PCEPI' },
  ...{ RSAFS: 'RETAILx', INDPRO: 'INDPRO', HOUST: 'HOUST', DGORDER: 'AMDMNOx' },
} as const;

/** The newest period with a value, by vintage and series. */
function newestByVintage(): Map<string, string> {
  const text = gunzipSync(readFileSync(join(sharedDir, 'data/vintages/fredmd.csv.gz'))).toString();
  const newest = new Map<string, string>();
  for (const line of text.trim().split('\n').slice(1)) {
    const [vintage, series, period = '', value] = line.split(',');
    const key = `${vintage} ${series}`;
    if (value !== '' && period > (newest.get(key) ?? '')) newest.set(key, period);
  }
  return newest;
}

describeShared('at each month’s last session of 2009 to 2025', () => {
  it('no series has a period that the vintage of the month lacks', () => {
    const { macro } = realMarket();
    const newest = newestByVintage();
    let pairs = 0;
    for (const [series, name] of Object.entries(names)) {
      const spec = tna.macro.find((each) => each.series === series)!;
      const known = knownOf(macro.get(series)!, spec);
      for (let month = '2009-01-01'; month < '2026-01-01'; month = addMonths(month, 1)) {
        const session = previousSession(addDays(endOfMonth(month), 1));
        const { dates, length } = known(session);
        const vintage = newest.get(`${month.slice(0, 7)} ${name}`);
        expect(vintage, `${series} ${session}`).toBeDefined();
        expect(dates[length - 1]! <= vintage!, `${series} ${session}: ${dates[length - 1]}, ${vintage}`).toBe(
          true,
        );
        pairs++;
      }
    }
    expect(pairs).toBe(1632);
  });
});
