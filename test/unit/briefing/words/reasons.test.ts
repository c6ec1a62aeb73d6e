import { describe, expect, it } from 'vitest';
import { archivedFigure, publishedFigure } from '../../../../lambda/briefing/published.ts';
import { asPublished, forReaders } from '../../../../lambda/briefing/words/idiom.ts';
import { readersWords } from '../../../../lambda/briefing/words/readers-words.ts';
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
    [{ code: 'stands-in', subject: 'GOOG', replaces: 'GOOGL' }, undefined, 'GOOG stands in for GOOGL'],
    [{ code: 'not-used', why: 'an empty file' }, undefined, 'not used: an empty file'],
    [{ code: 'not-used', subject: 'KRE', why: 'empty' }, ['KRE', 'TLT'], 'KRE and TLT are not used: empty'],
    [{ code: 'few-windows', apart: 1, needed: 15 }, undefined, '1 separate window, fewer than 15'],
    [
      { code: 'never-published', month: '2025-10-01' },
      undefined,
      'October 2025 was not published for want of appropriations',
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
    expect(reasonText(reason, asPublished, subjects && { subjects, windows: ['1y'] })).toBe(words);
  });
});

describe('a reason in a reader’s words', () => {
  const names = { '^RVX': 'RVX', MEGA7: 'the mega-caps', DGS2: '2-year yield', CPI: 'Prices' };
  const on = '2025-12-31';
  it.each<[Reason, string]>([
    [{ code: 'no-bar', subject: '^RVX', session: on }, 'RVX has no bar of Dec 31, 2025'],
    [{ code: 'no-data', subject: 'DGS2', by: on }, 'no data for 2-year yield up to Dec 31, 2025'],
    [{ code: 'not-used', subject: '^RVX', why: `row of ${on}` }, 'RVX is not used: row of Dec 31, 2025'],
    [{ code: 'stands-in', subject: 'MGK', replaces: 'MEGA7' }, 'MGK stands in for the mega-caps'],
    [
      { code: 'no-returns', of: ['AAPL', '^RVX'], window: '5d' },
      'AAPL, RVX without a return over 5 sessions',
    ],
    [
      { code: 'too-young', subject: 'TNA', and: '^RVX', window: 'ytd' },
      'TNA and RVX do not both reach back over the year to date',
    ],
    [{ code: 'begins', on: '2006-05-05' }, 'begins May 5, 2006'],
    [{ code: 'begins', on: undefined }, 'begins nowhere'],
    [
      { code: 'newest', subject: 'CPI', date: on, isMonth: false },
      'the newest value of Prices is of Dec 31, 2025',
    ],
    [
      { code: 'not-after-decision', subject: 'DGS2', date: on, decision: '2026-01-28' },
      'the newest value of 2-year yield is of Dec 31, 2025, no later than the decision of Jan 28, 2026',
    ],
    [
      { code: 'volatility-of-before', name: '^RVX', date: '2025-12-30', session: on },
      'RVX is of Dec 30, 2025: none of Dec 31, 2025 is at hand',
    ],
    [{ code: 'no-rate-of', series: ['DGS2', 'SOFR'], date: on }, 'no 2-year yield or SOFR of Dec 31, 2025'],
    [{ code: 'no-figure', id: 'capex.MEGA7.yoy' }, 'what it rests on is not at hand'],
    [
      { code: 'holdings-of', subject: 'TNA', date: on, isLater: true },
      'the list of TNA at hand is of Dec 31, 2025',
    ],
    [
      { code: 'not-neighbours', why: { code: 'no-value-known', subject: 'CPI', session: on } },
      'the readings are not of neighbouring periods: Prices has no value known by Dec 31, 2025',
    ],
    [{ code: 'note', words: `^RVX is of ${on}`, part: 'credit' }, 'credit: RVX is of Dec 31, 2025'],
  ])('%j, which is what a page makes of the published text', (reason, words) => {
    expect(reasonText(reason, forReaders(names))).toBe(words);
    expect(readersWords(reasonText(reason), names)).toBe(words);
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
