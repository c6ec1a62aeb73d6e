import { describe, expect, it } from 'vitest';
import { splitNotices } from '../../../../lambda/briefing/sections/splits.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import { plainText } from '../../../../lambda/report/plain-text.ts';
import { headerOf } from '../../../support/sentences.ts';

const wordsOf = (session: string, collectedAt = '2026-01-02T00:00:00.000Z', simulated = false) =>
  splitNotices(tna, { ...headerOf(session), collectedAt, simulated }).map(plainText);

describe('a session before a split of the fund', () => {
  it('has its prices in the shares of today, and says what it traded at', () => {
    expect(wordsOf('2008-11-20')).toEqual([
      'TNA was split after this session, 2 for 1 on Tue Apr 2, 2013 and 2 for 1 on Mon May 1, 2017: its prices, levels and sizes in dollars are in today’s shares, and it traded at 4 times these prices.',
    ]);
    expect(wordsOf('2013-04-01')).toEqual(wordsOf('2008-11-20'));
    expect(wordsOf('2013-04-02')[0]).toMatch(/, 2 for 1 on Mon May 1, 2017: .* at 2 times these prices\.$/);
    expect(wordsOf('2017-04-28')).toHaveLength(1);
    expect(wordsOf('2005-06-08').map((sentence) => sentence.slice(0, 3))).toEqual(['IWM', 'TNA']);
  });

  it('ends on the first day of the new shares', () => {
    expect(wordsOf('2017-05-01')).toEqual([]);
    expect(wordsOf('2025-12-31')).toEqual([]);
  });

  it('knows nothing of a split after its prices were collected', () => {
    expect(wordsOf('2013-04-01', '2013-04-01T22:00:00.000Z')).toEqual([]);
    expect(wordsOf('2013-04-01', '2014-01-02T22:00:00.000Z')[0]).toContain('2 times');
  });

  it('is none in a simulated market', () => {
    expect(wordsOf('2008-11-20', undefined, true)).toEqual([]);
  });
});
