import { describe, expect, it } from 'vitest';
import { align } from '../../../lambda/series/align.ts';
import { weekEnds } from '../../../lambda/series/weeks.ts';
import { type Window, windowBase, windowStart } from '../../../lambda/series/windows.ts';
import { weekdays } from '../../support/made-up-market.ts';

const sessions = weekdays('2019-12-02', 1700).filter(
  (date) => !date.endsWith('-12-25') && !date.endsWith('-01-01'),
);

const startOf = (session: string, window: Window, own: readonly string[] = sessions) => {
  const row = windowStart(own, own.indexOf(session), windowBase(session, window));
  return row < 0 ? null : own[row];
};

describe('the start of a window', () => {
  it.each<[string, Window, string]>([
    ['2025-12-31', '1d', '2025-12-30'],
    ['2025-12-31', '5d', '2025-12-23'],
    ['2025-03-31', '1m', '2025-02-28'],
    ['2024-03-31', '1m', '2024-02-29'],
    ['2024-02-29', '1y', '2023-02-28'],
    ['2025-02-28', '1y', '2024-02-28'],
    ['2025-05-30', '3m', '2025-02-28'],
    ['2025-12-31', '6m', '2025-06-30'],
    ['2025-07-28', '1m', '2025-06-27'],
    ['2025-12-31', 'mtd', '2025-11-28'],
    ['2025-12-01', 'mtd', '2025-11-28'],
    ['2025-10-01', 'qtd', '2025-09-30'],
    ['2025-12-31', 'qtd', '2025-09-30'],
    ['2025-01-02', 'ytd', '2024-12-31'],
    ['2025-12-31', 'ytd', '2024-12-31'],
  ])('%s back over %s is %s', (session, window, expected) => {
    const own =
      session.endsWith('-31') && !sessions.includes(session) ? [...sessions, session].toSorted() : sessions;
    expect(startOf(session, window, own)).toBe(expected);
  });

  it('is not there when the series does not reach back, by one session or one day', () => {
    const short = ['2025-06-27', '2025-06-30', '2025-07-01', '2025-07-28'];
    expect(startOf('2025-07-28', '1m', short)).toBe('2025-06-27');
    expect(startOf('2025-07-28', '1m', short.slice(1))).toBeNull();
    expect(startOf('2025-07-28', '5d', short)).toBeNull();
    expect(startOf('2025-07-28', 'qtd', short)).toBe('2025-06-30');
    expect(startOf('2025-07-28', 'ytd', short)).toBeNull();
    expect(windowStart(short, -1, { sessions: 1 })).toBe(-1);
  });
});

describe('the ends of weeks', () => {
  const ends = (own: readonly string[], end: string, count: number) =>
    [...weekEnds(own, own.indexOf(end), count)].map((row) => own[row]);

  it('are the last sessions of Monday-to-Sunday weeks, the current one to date', () => {
    expect(ends(sessions, '2025-12-30', 3)).toEqual(['2025-12-19', '2025-12-26', '2025-12-30']);
  });

  it('cross the year inside one week', () => {
    expect(ends(sessions, '2026-01-02', 2)).toEqual(['2025-12-26', '2026-01-02']);
  });

  it('skip a week without sessions, and stop where the sessions do', () => {
    const own = ['2025-01-02', '2025-01-03', '2025-01-20', '2025-01-21'];
    expect(ends(own, '2025-01-21', 5)).toEqual(['2025-01-03', '2025-01-21']);
    expect([...weekEnds(own, -1, 5)]).toEqual([]);
  });
});

it('two series are aligned on the sessions of both', () => {
  const { sessions: common, first, second } = align(['a', 'b', 'd', 'e'], ['b', 'c', 'e']);
  expect(common).toEqual(['b', 'e']);
  expect([...first]).toEqual([1, 3]);
  expect([...second]).toEqual([0, 2]);
});
