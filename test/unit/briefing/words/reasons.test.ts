import { describe, expect, it } from 'vitest';
import { archivedFigure, publishedFigure } from '../../../../lambda/briefing/published.ts';
import { reasonsText, reasonText } from '../../../../lambda/briefing/words/reasons.ts';
import type { Figure } from '../../../../lambda/report/schema.ts';
import { distinct, hasReason, type Reason } from '../../../../lambda/series/reason.ts';

describe('a reason in words', () => {
  it.each<[Reason, readonly string[] | undefined, string]>([
    [{ code: 'no-bar', subject: 'IWM', session: '2025-12-31' }, undefined, 'IWM has no bar of 2025-12-31'],
    [
      { code: 'no-bar', subject: 'IWM', session: '2025-12-31' },
      ['AAPL', 'MSFT', 'TSLA'],
      'AAPL, MSFT and TSLA have no bar of 2025-12-31',
    ],
    [
      { code: 'too-young', subject: 'TNA', and: 'IWM', window: '1y' },
      undefined,
      'TNA and IWM do not both reach back over 1y',
    ],
    [
      { code: 'too-young', subject: 'TNA', and: 'IWM', window: '1y' },
      ['TNA', 'TZA'],
      'TNA and TZA and IWM do not all reach back over 1y',
    ],
    [{ code: 'stands-in', subject: 'GOOG', for: 'GOOGL' }, undefined, 'GOOG stands in for GOOGL'],
    [{ code: 'not-used', why: 'an empty file' }, undefined, 'not used: an empty file'],
    [{ code: 'not-used', subject: 'KRE', why: 'empty' }, ['KRE', 'TLT'], 'KRE and TLT are not used: empty'],
    [{ code: 'few-windows', apart: 1, needed: 15 }, undefined, '1 window side by side, fewer than 15'],
    [
      { code: 'never-published', month: '2025-10-01' },
      undefined,
      'October 2025 was not published (2025 appropriations lapse)',
    ],
    [
      { code: 'previous-of', hole: { code: 'no-reading', month: '2025-10-01' }, month: '2025-09-01' },
      undefined,
      'October 2025 has no reading, previous is September 2025',
    ],
    [
      { code: 'without', parts: ['credit', 'trend'], part: 'score' },
      undefined,
      'score: without credit, trend',
    ],
  ])('%j of %j', (reason, subjects, words) => {
    expect(reasonText(reason, subjects)).toBe(words);
  });
});

describe('several reasons', () => {
  const bar: Reason = { code: 'no-bar', subject: 'IWM', session: '2025-12-31' };
  const note: Reason = { code: 'note', words: 'of the archive' };

  it('are each given once, in their order', () => {
    expect(distinct([bar, note, { ...bar }])).toEqual([bar, note]);
    const other: Reason = { ...bar, session: '2025-12-30' };
    expect(distinct([bar, other, { ...bar, part: 'credit' }])).toHaveLength(3);
    expect(hasReason([bar, note], 'note')).toBe(true);
    expect(hasReason(undefined, 'note')).toBe(false);
  });

  it('are published in one text, and read back from an archive as notes', () => {
    expect(reasonsText([bar, note])).toBe('IWM has no bar of 2025-12-31; of the archive');
    expect(reasonsText([])).toBeUndefined();
    const figure: Omit<Figure, 'reason'> = {
      value: null,
      unit: 'fraction',
      asOf: '2025-12-31',
      status: 'missing',
      method: 'return',
      inputs: [],
      source: 'folder',
    };
    const published = publishedFigure({ ...figure, reasons: [bar, note] });
    expect(published.reason).toBe('IWM has no bar of 2025-12-31; of the archive');
    expect(publishedFigure(archivedFigure(published))).toEqual(published);
    expect(publishedFigure(figure)).toBe(figure);
  });
});
