import { describe, expect, it } from 'vitest';
import { fed } from '../../../../../lambda/briefing/sections/macro/fed.ts';
import { Words } from '../../../../../lambda/briefing/words/sentence.ts';
import { addDays, weekday } from '../../../../../lambda/calendar/civil.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { figureBook } from '../../../../../lambda/figures/index.ts';
import { panelOf } from '../../../../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../../../../lambda/market-data/session-view.ts';
import { plainText } from '../../../../../lambda/report/plain-text.ts';
import type { Observations } from '../../../../../lambda/series/observations.ts';
import { plainSpaces } from '../../../../support/hand-made-book.ts';
import { figureOf } from '../../../../support/published.ts';

/** A daily series from `first` to `last`, with a new value from each of some days on. */
function daily(
  id: string,
  first: string,
  last: string,
  steps: Readonly<Record<string, number>>,
): Observations {
  const dates: string[] = [];
  const values: number[] = [];
  let value = Number.NaN;
  for (let date = first; date <= last; date = addDays(date, 1)) {
    value = steps[date] ?? value;
    if (id === 'DGS2' && weekday(date) > 5) continue;
    dates.push(date);
    values.push(value);
  }
  return { id, dates, values: Float64Array.from(values) };
}

/** Upper and lower end of a target, 4.00 % until the cut of 10 December 2025, in force from the 11th. */
const target = (last: string): Observations[] => [
  daily('DFEDTARU', '2025-06-01', last, { '2025-06-01': 4, '2025-12-11': 3.75 }),
  daily('DFEDTARL', '2025-06-01', last, { '2025-06-01': 3.75, '2025-12-11': 3.5 }),
];
const yields = (last = '2025-12-31') => daily('DGS2', '2025-06-02', last, { '2025-06-02': 3.6 });

function evening(session: string, ...series: readonly Observations[]) {
  const panel = panelOf(tna, new Map(), new Map(series.map((each) => [each.id, each])), []);
  const view = viewOf(panel, session);
  const book = figureBook(view);
  const block = fed({ words: new Words(book), book } as never);
  return {
    upper: figureOf(book, 'macro.fedfunds.upper'),
    gap: figureOf(book, 'macro.policygap'),
    said: block.kind === 'prose' ? plainSpaces(block.sentences.map(plainText).join(' ')) : block.reason,
  };
}

describe('the target of the Federal Reserve', () => {
  it('is the new one on the evening of a decision, when the next day’s is at hand', () => {
    const { upper, gap, said } = evening('2025-12-10', yields(), ...target('2025-12-11'));
    expect(upper).toMatchObject({ value: 0.0375, status: 'fresh', asOf: '2025-12-11' });
    expect(gap.value).toBeCloseTo(-0.00025, 15);
    expect(said).toMatch(/The two-year yield stands 0\.0\d points below the middle of the target; it also/);
    expect(said).not.toMatch(/lean/);
  });

  it('is stale on that evening when it is not, and there is no gap', () => {
    const { upper, gap, said } = evening('2025-12-10', yields(), ...target('2025-12-10'));
    expect(upper).toMatchObject({ value: 0.04, status: 'stale', reason: "as before today's decision" });
    expect(gap).toMatchObject({ value: null, reason: "no target dated after today's decision is at hand" });
    expect(said).toContain('The policy gap is not computable');
  });

  it.each([
    ['2025-12-09', 0.04],
    ['2025-12-11', 0.0375],
    ['2025-12-12', 0.0375],
  ])('on %s, no day of decision, is that of the day', (session, upper) => {
    const found = evening(session, yields(), ...target('2025-12-31'));
    expect(found.upper).toMatchObject({ value: upper, status: 'fresh', asOf: session });
    expect(found.gap.value).not.toBeNull();
  });

  it('is stale while the newest at hand is of the day of decision, on whatever evening', () => {
    const { upper, gap } = evening('2025-12-11', yields(), ...target('2025-12-10'));
    expect(upper).toMatchObject({
      value: 0.04,
      status: 'stale',
      reason: 'the newest value of DFEDTARU is of 2025-12-10, no later than the decision of 2025-12-10',
    });
    expect(gap.value).toBeNull();
  });

  it('is no measure for a yield once a decision has passed since its newest date', () => {
    const old = { '2025-06-01': 3.75 };
    const until = '2026-03-27';
    const { upper, gap, said } = evening(
      '2026-09-25',
      yields('2026-08-20'),
      daily('DFEDTARU', '2025-06-01', until, old),
      daily('DFEDTARL', '2025-06-01', until, { '2025-06-01': 3.5 }),
    );
    expect(upper).toMatchObject({
      value: 0.0375,
      status: 'stale',
      asOf: until,
      reason: 'the newest value of DFEDTARU is of 2026-03-27, no later than the decision of 2026-09-16',
    });
    expect(gap).toMatchObject({
      value: null,
      status: 'missing',
      reason: 'the newest target is of 2026-03-27, and there was a decision on 2026-09-16',
    });
    expect(said).toContain('The policy gap is not computable');
    expect(said).not.toMatch(/lean/);
  });

  it('needs both ends of the range after the decision', () => {
    const [upper] = target('2025-12-31');
    const [, lower] = target('2025-12-10');
    expect(evening('2025-12-12', yields(), upper!, lower!).gap.value).toBeNull();
  });
});
