import { expect, it } from 'vitest';
import { revisedFigures } from '../../../../lambda/briefing/changes/revisions.ts';
import { FigureBook } from '../../../../lambda/figures/book.ts';

const id = 'weight.IWM.Energy';

/** One figure by what the fund's publisher has of a day; what is of after the session counts as none. */
function book(value: number | null, asOf: string, input = 'holdings:IWM'): FigureBook {
  const made = new FigureBook();
  const about = { unit: 'fraction', method: 'by hand', inputs: [input], sources: ['hand'] } as const;
  made.add(id, value, {
    ...about,
    asOf,
    ...(value === null ? { reasons: [{ code: 'list-of', date: asOf, isLater: true }] } : {}),
  });
  return made;
}
const published = { session: '2025-12-03', figures: book(0.05, '2025-12-02').toRecord() };

it.each([
  ['its list of the session itself', book(0.06, '2025-12-03')],
  ['its list of the day after, of which the session may use nothing', book(null, '2025-12-03')],
  ['the same list, and none in its place', book(null, '2025-12-02')],
])('a fund that publishes %s has revised nothing', (_, now) => {
  expect(revisedFigures(published, now)).toEqual([]);
});

it('a list of the same day with another weight is a revision', () => {
  expect(revisedFigures(published, book(0.06, '2025-12-02'))).toEqual([id]);
});

it('ratios of the day after have revised nothing either', () => {
  const of = (value: number | null, asOf: string) => book(value, asOf, 'valuation:IWM');
  const before = { session: '2025-12-03', figures: of(18.2, '2025-12-02').toRecord() };
  expect(revisedFigures(before, of(null, '2025-12-04'))).toEqual([]);
  expect(revisedFigures(before, of(18.3, '2025-12-02'))).toEqual([id]);
});
