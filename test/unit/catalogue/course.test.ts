import { expect, it } from 'vitest';
import { courseCsv, figureCourse, type HistoryFile, standingOf } from '../../../lambda/catalogue/course.ts';
import { spreadsOf } from '../../../lambda/catalogue/spreads.ts';

const file = (sessions: HistoryFile['sessions']): HistoryFile => ({
  schema: 'smallcap-briefing-history/1',
  quarter: '2026-q1',
  shard: '0',
  ids: ['a', 'b'],
  sessions,
});

it('a figure’s course has current and first values, oldest first, simulated ones apart', () => {
  const made = file([
    ['2026-01-05', 2, [3, 'up'], 0, [0], [[0, 2.5]]],
    ['2026-01-02', 1, [null, 'down']],
    ['2026-01-06', 1, [9, '=1+1'], 1],
  ]);
  expect(figureCourse('a', [made])).toEqual([
    { session: '2026-01-02', revision: 1, value: null, first: null, doubtful: false },
    { session: '2026-01-05', revision: 2, value: 3, first: 2.5, doubtful: true },
  ]);
  expect(figureCourse('c', [made])).toEqual([]);
  expect(figureCourse('b', [file([made.sessions[2]!])])).toMatchObject([{ value: '=1+1' }]);
});

it('the last value has its share of all, the extremes and their days', () => {
  const made = file([10, 30, 20, 20].map((value, at) => [`2026-01-0${at + 5}`, 1, [value, null]] as const));
  expect(standingOf(figureCourse('a', [made]))).toEqual({
    count: 4,
    low: { value: 10, session: '2026-01-05' },
    high: { value: 30, session: '2026-01-06' },
    share: 0.75,
    last: { value: 20, session: '2026-01-08' },
  });
  expect(standingOf(figureCourse('b', [made]))).toBeNull();
});

it('a CSV keeps words whole and lets no spreadsheet take one for a formula', () => {
  const point = { session: '2026-01-05', revision: 1, doubtful: false };
  const rows = courseCsv('a', 'word', [
    { ...point, value: '=1+1', first: 'up, "well"' },
    { ...point, value: -1.5, first: null },
    { ...point, value: null, first: '-100..100' },
  ]).split('\r\n');
  expect(rows).toEqual([
    'session,id,unit,value,first published,revision,status',
    `2026-01-05,a,word,'=1+1,"up, ""well""",1,fresh`,
    '2026-01-05,a,word,-1.5,,1,fresh',
    '2026-01-05,a,word,,-100..100,1,missing',
    '',
  ]);
});

it('a spread is the deviation of the sessions before, never of the session or later', () => {
  // 0, 1, 0, 1 …: of 20 values the sample variance is 20 / 4 / 19.
  const days = Array.from({ length: 22 }, (_, at) => `2026-01-${String(at + 1).padStart(2, '0')}`);
  const made = file(days.map((session, at) => [session, 1, [at < 20 ? at % 2 : 1e6, 7]] as const));
  const spreads = spreadsOf([made], days[20]!);
  expect(spreads.get('a')).toBeCloseTo(Math.sqrt(5 / 19), 12);
  expect(spreads.has('b')).toBe(false);
  expect(spreadsOf([made], days[19]!).size).toBe(0);
});
