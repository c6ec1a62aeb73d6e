import { expect, it } from 'vitest';
import { numberNames, type SessionLine, sessionLineOf } from '../../../lambda/catalogue/day.ts';
import { matches, parseQuery } from '../../../lambda/catalogue/search.ts';
import { reportOf, siteRevision } from '../../support/site-archive.ts';

const day: SessionLine = {
  ...sessionLineOf([siteRevision(reportOf({ session: '2026-01-05' })).revision]),
  verdict: 'Small caps gain ground: ÉTÉ <b>bold</b>',
  changes: ['Core CPI rose'],
  side: 'own',
  flip: true,
  numbers: [27.4, 0.031, 0.011, -0.0123],
};
const found = (typed: string) => matches(day, parseQuery(typed));

it.each([
  ['gain cpi', true],
  ['été', true],
  ['<b>', true],
  ['gain loss', false],
  ['2026-01', true],
  ['state:small flip gain', true],
  ['state:large', false],
  ['corrected', false],
  ['score>27', true],
  ['score>27.4', false],
  ['fund>3 underlying<1.2', true],
  ['excess<-1.2', true],
  ['excess<−1.3', false],
  ['after:2026-01-05 before:2026-02', true],
  ['after:2026-01-06', false],
  // An unknown filter is a word that no text has.
  ['price>3', false],
  ['', true],
])('%s finds the day: %s', (typed, finds) => {
  expect(found(typed)).toBe(finds);
});

it('finds words of a state in which a side leads, and not those of no clear leadership', () => {
  const of = (side: SessionLine['side'], state: string) =>
    matches({ ...day, side, state }, parseQuery('leadership'));
  expect(of('other', 'large-cap leadership')).toBe(true);
  expect(of('none', 'no clear leadership')).toBe(false);
});

it('compares the numbers that a day has in these places, as they are printed', () => {
  const report = reportOf({ session: '2026-01-05', score: -20.5 });
  for (const [id, value] of [
    ['return.TNA.1d', -0.022950000001],
    ['return.IWM.1d', 0.00285],
  ] as const)
    Object.assign(report.figures, { [id]: { ...report.figures[id]!, value } });
  const { numbers } = sessionLineOf([siteRevision(report).revision]);
  expect(Object.fromEntries(numberNames.map((name, at) => [name, numbers[at]]))).toMatchObject({
    score: -21,
    fund: -0.023,
    underlying: 0.0029,
  });
  expect(numbers).toHaveLength(numberNames.length);
});
