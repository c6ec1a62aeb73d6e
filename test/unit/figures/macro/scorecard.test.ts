import { expect, it } from 'vitest';
import { addMonths } from '../../../../lambda/calendar/civil.ts';
import { sessionsBetween } from '../../../../lambda/calendar/nyse.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import type { FigureBook } from '../../../../lambda/figures/book.ts';
import { figureBook } from '../../../../lambda/figures/index.ts';
import { scoredOf } from '../../../../lambda/figures/macro/scorecard.ts';
import { panelOf } from '../../../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../../../lambda/market-data/session-view.ts';
import type { Observations } from '../../../../lambda/series/observations.ts';
import { figureOf } from '../../../support/published.ts';

/** A monthly series from January 2010 with a value for each month, or none. */
function monthly(id: string, months: number, value: (date: string, i: number) => number): Observations {
  const dates = Array.from({ length: months }, (_, i) => addMonths('2010-01-01', i));
  return { id, dates, values: Float64Array.from(dates, value) };
}

function bookOf(session: string, ...series: readonly Observations[]): FigureBook {
  const panel = panelOf(tna, new Map(), new Map(series.map((each) => [each.id, each])), []);
  return figureBook(viewOf(panel, session));
}

it('reads previous, direction and percentile of a series known by hand', () => {
  // 4.0, 4.1, … 5.9, again and again; December 2021 is the 144th month, the 4th of its round of twenty
  const book = bookOf(
    '2022-01-31',
    monthly('UNRATE', 200, (_, i) => 4 + (i % 20) / 10),
  );
  expect(book.number('macro.unrate')).toBeCloseTo(0.043, 15);
  expect(book.number('macro.unrate.previous')).toBeCloseTo(0.042, 15);
  expect(book.word('macro.unrate.direction')).toBe('rising');
  // four of each round of twenty are at or below, and ten years hold six whole rounds
  expect(book.number('macro.unrate.percentile')).toBeCloseTo(4 / 20, 15);
  expect(book.word('macro.unrate.period')).toBe('2021-12-01');
  expect(book.word('macro.unrate.knownsince')).toBe('2022-01-07');
  expect(book.get('macro.unrate.usualdate').value).toBeNull();
});

it('names a month that is lacking for no known cause before one that was never published', () => {
  const lacking = ['2025-09-01', '2025-10-01'];
  const values = monthly('UNRATE', 191, (date) => (lacking.includes(date) ? Number.NaN : 4.5));
  const previous = figureOf(bookOf('2025-12-31', values), 'macro.unrate.previous');
  expect(previous).toMatchObject({ asOf: '2025-08-01', status: 'stale' });
  expect(previous.reason).toBe('September 2025 has no reading, previous is August 2025');
});

it('goes back over a month that was never published, and says so', () => {
  const book = bookOf(
    '2025-12-31',
    monthly('UNRATE', 191, (date) => (date === '2025-10-01' ? Number.NaN : 4.5)),
  );
  const previous = figureOf(book, 'macro.unrate.previous');
  expect(previous).toMatchObject({ value: 0.045, status: 'stale', asOf: '2025-09-01' });
  expect(previous.reason).toContain('October 2025 was not published');
  expect(previous.reason).toContain('September 2025');
  // two months apart are not one month's direction
  expect(book.get('macro.unrate.direction').value).toBeNull();
  expect(figureOf(book, 'macro.unrate.direction').reason).toContain('neighbouring');
  expect(figureOf(book, 'macro.sahm')).toMatchObject({ value: null, status: 'missing' });
  expect(book.get('macro.sahm.direction').value).toBeNull();
  expect(book.get('macro.softlanding.sahm').value).toBeNull();
  expect(book.number('macro.softlanding.unknown')).toBe(3);
  expect(book.word('macro.softlanding.unemployment')).toBe('yes');
});

it('ranks nothing within less than ten years', () => {
  const short = { ...monthly('UNRATE', 200, () => 4) };
  const from = short.dates.indexOf('2015-01-01');
  const book = bookOf('2022-01-31', {
    ...short,
    dates: short.dates.slice(from),
    values: short.values.slice(from),
  });
  expect(book.get('macro.unrate.percentile').value).toBeNull();
  expect(figureOf(book, 'macro.unrate.percentile').reason).toContain('2015-01-01');
  expect(book.word('macro.unrate.direction')).toBe('little changed');
});

it.each([
  ['2019-01-30', null],
  ['2019-01-29', 1],
])('ranks a spread from %s on, of which its source keeps three years, among these or not', (from, rank) => {
  const dates = sessionsBetween(from, '2021-12-30');
  const values = Float64Array.from(dates, (_, i) => 3 + i / 1000);
  const book = bookOf('2021-12-31', { id: 'BAMLH0A0HYM2', dates, values });
  expect(book.get('macro.hyoas.percentile').value).toBeNull();
  expect(book.get('macro.hyoas.percentile3y').value).toBe(rank);
});

it('uses the vintage of the day: a later revision changes nothing', () => {
  const base = monthly('UNRATE', 191, () => 4.5);
  const rows = base.dates.map((date) => ({ from: addMonths(date, 1), date, value: 4 }));
  const revision = { from: '2025-06-01', date: '2024-12-01', value: 9 };
  const all = [...rows, revision].sort((a, b) => (a.from < b.from ? -1 : 1));
  const series: Observations = {
    ...base,
    vintages: {
      from: all.map(({ from }) => from),
      dates: all.map(({ date }) => date),
      values: Float64Array.from(all, ({ value }) => value),
    },
  };
  const before = bookOf('2025-01-31', series);
  expect(before.number('macro.unrate')).toBe(0.04);
  expect(before.word('macro.unrate.knownsince')).toBe('2025-01-01');
  expect(before.number('macro.unrate.percentile')).toBe(1);
  const after = bookOf('2025-07-31', series);
  expect(after.number('macro.unrate')).toBe(0.04);
  // the revised 9 % of December 2024 is now one of 120 readings above
  expect(after.number('macro.unrate.percentile')).toBeCloseTo(119 / 120, 15);
});

it('says of every column why it is empty when there is no data at all', () => {
  const book = bookOf('2025-12-31');
  for (const { id } of scoredOf(tna))
    for (const column of [
      '',
      '.previous',
      '.direction',
      '.percentile',
      '.period',
      '.knownsince',
      '.usualdate',
    ]) {
      const figure = figureOf(book, id + column);
      expect(figure).toMatchObject({ value: null, status: 'missing' });
      expect(figure.reason, id + column).toMatch(/no data|no bar/);
    }
});
