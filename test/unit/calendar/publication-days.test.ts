import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../lambda/calendar/civil.ts';
import { isNeverPublished, knownDayOf } from '../../../lambda/calendar/publication-days.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { publicationDay } from '../../../lambda/series/publication.ts';

describe('days of publication', () => {
  it('are facts for what a lapse put off and for every jobs and price report', () => {
    expect(knownDayOf('PAYEMS', '2025-09-01')).toEqual({ day: '2025-11-20', kind: 'published' });
    expect(knownDayOf('CPIAUCSL', '2009-12-01')).toEqual({ day: '2010-01-15', kind: 'published' });
    expect(knownDayOf('HOUST', '2026-02-01')).toEqual({ day: '2026-05-21', kind: 'not later' });
    expect(knownDayOf('CPIAUCSL', '2009-11-01')).toBeUndefined();
    expect(knownDayOf('HOUST', '2024-02-01')).toBeUndefined();
  });

  it('have none of the months that were never published', () => {
    for (const series of ['CPIAUCSL', 'CPILFESL', 'UNRATE']) {
      expect(isNeverPublished(series, '2025-10-01')).toBe(true);
      expect(knownDayOf(series, '2025-10-01')).toBeUndefined();
    }
    expect(isNeverPublished('PAYEMS', '2025-10-01')).toBe(false);
  });

  it('come in the order of the periods, so that nothing is known before what precedes it', () => {
    for (const spec of tna.macro.filter(
      ({ frequency }) => frequency === 'monthly' || frequency === 'quarterly',
    )) {
      const step = spec.frequency === 'monthly' ? 1 : 3;
      let before = '';
      for (let period = '2005-01-01'; period < '2028-01-01'; period = addMonths(period, step)) {
        const { day, kind } = publicationDay(period, spec);
        expect(day >= before, `${spec.series} ${period}`).toBe(true);
        // A bound may lie a few days after what is computed of the next period.
        if (kind === 'usual') continue;
        before = day;
      }
    }
  });
});
