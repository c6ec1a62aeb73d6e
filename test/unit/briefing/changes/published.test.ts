import { describe, expect, it } from 'vitest';
import type { ComparedReport } from '../../../../lambda/briefing/changes/published-report.ts';
import { comparedWith } from '../../../../lambda/briefing/changes/published-report.ts';
import type { EventAhead, Figure, Report } from '../../../../lambda/report/schema.ts';
import { handMadeBook } from '../../../support/hand-made-book.ts';
import { changesOfBooks, type Told } from '../../../support/two-sessions.ts';

type Sources = Report['sources'];

const report = (
  figures: Parameters<typeof handMadeBook>[0]['values'],
  more: Partial<ComparedReport> = {},
): ComparedReport => ({
  session: '2025-12-30',
  figures: handMadeBook({ values: figures }).toRecord() as Record<string, Figure>,
  sources: [],
  ...more,
});

const words = (changes: readonly Told[]): string[] => changes.map((change) => change.words);

describe('revised: what the last briefing gave and its session’s data give otherwise now', () => {
  const then = { 'return.SPY.21d': 0.012, 'return.IWM.21d': 0.02 };
  const published = (spy: number) => report({ 'return.SPY.21d': spy, 'return.IWM.21d': 0.02 });

  it('names the series and keeps what was and what is', () => {
    const [change] = changesOfBooks(then, then, { published: published(0.013) });
    expect(change).toMatchObject({
      kind: 'revised',
      ids: ['return.SPY.21d'],
      before: [0.013],
      now: [0.012],
      words: 'Data were revised in SPY: 1 figure of the last briefing would read differently now.',
    });
  });

  it('is silent on a difference below the printed digits', () => {
    expect(changesOfBooks(then, then, { published: published(0.012 + 4e-9) })).toEqual([]);
  });
});

describe('data: how far sections and required series can be trusted', () => {
  const values = { 'expected.IWM.1d': 0.01 };

  it('names a section whose status differs', () => {
    const status = [{}, { 'expected.IWM.1d': 'proxy' }] as const;
    expect(words(changesOfBooks(values, values, { status }))).toEqual([
      'Data: Levels and risk is proxy, fresh before.',
    ]);
  });

  it('names the fund’s prices, and not its section beside them', () => {
    const status = [{ 'return.TNA.1d': 'missing' }, {}] as const;
    const [change] = changesOfBooks({ 'return.TNA.1d': null }, {}, { status });
    expect(change).toMatchObject({
      ids: ['section:fund', 'return.TNA.1d'],
      before: ['missing', 'missing'],
      now: ['fresh', 'fresh'],
      words: 'Data: TNA’s prices are fresh, missing before.',
    });
  });

  it('names a required series that is late, and not one that is a proxy', () => {
    const late = [{}, { 'return.SPY.1d': 'stale' }] as const;
    expect(words(changesOfBooks({}, {}, { status: late }))).toEqual([
      'Data: SPY’s prices are stale, fresh before.',
    ]);
    const proxy = [{}, { 'return.SPY.1d': 'proxy' }] as const;
    expect(changesOfBooks({}, {}, { status: proxy })).toEqual([]);
  });
});

describe('alarm: the record of calls', () => {
  const broken = { 'calls.chain': 'broken at 2025-12-01 r1' };

  it.each([
    ['no report', undefined, 1],
    ['a report of a sound record', report({ 'calls.chain': 'intact' }), 1],
    ['a report that said so', report(broken), 0],
  ])('that is broken, after %s', (_, published, count) => {
    const changes = changesOfBooks(broken, broken, published === undefined ? {} : { published });
    expect(changes.map(({ kind }) => kind)).toEqual(Array(count).fill('alarm'));
    if (count === 1)
      expect(words(changes)).toEqual(['Data alarm: the record of calls is broken at Dec 1, 2025 r1.']);
  });
});

describe('schedule: dates of the next ten sessions against the last published report', () => {
  const event = (date: string, more: Partial<EventAhead> = {}): EventAhead => ({
    ...{ date, when: '08:30', kind: 'release', name: 'Employment situation' },
    ...{ standing: 'published', source: 'BLS', major: true },
    ...more,
  });
  const source = (key: string, status: 'fresh' | 'missing' = 'fresh') =>
    ({ key, status }) as unknown as Sources[number];
  const asked = [source('events:bls')];

  /** What is said when the last report had the first events and this one has the second. */
  function schedule(
    then: readonly EventAhead[] | undefined,
    ahead: readonly EventAhead[],
    { was = asked, is = asked }: { was?: Sources; is?: Sources } = {},
  ): string[] {
    const past = report({}, { sources: was, ...(then === undefined ? {} : { ahead: [...then] }) });
    const published = comparedWith(past, handMadeBook({ values: {} }));
    const header = { session: '2025-12-31', provenance: is as never, flags: [] };
    return words(changesOfBooks({}, {}, { of: { published, ahead, header } }));
  }

  it.each([
    [
      'moved',
      [event('2026-01-09')],
      [event('2026-01-12')],
      'Moved in the calendar: Employment situation, from Fri Jan 9 to Mon Jan 12.',
    ],
    [
      'added',
      [],
      [event('2026-01-09', { kind: 'closure', name: 'A day of mourning' })],
      'New in the calendar: Closed: A day of mourning, Fri Jan 9.',
    ],
    ['dropped', [event('2026-01-09')], [], 'No longer in the calendar: Employment situation, Fri Jan 9.'],
  ])('says what was %s', (_, then, ahead, sentence) => {
    expect(schedule(then, ahead)).toEqual([sentence]);
  });

  it('is silent where nothing can be held against it', () => {
    const jobs = [event('2026-01-09')];
    expect(schedule(jobs, jobs)).toEqual([]);
    // A report from before it was kept.
    expect(schedule(undefined, jobs)).toEqual([]);
    // What the report did not reach: its tenth session is 14 January.
    expect(schedule([], [event('2026-01-15')])).toEqual([]);
    expect(schedule([], [event('2026-01-14')])).toHaveLength(1);
    // What is over.
    expect(schedule([event('2025-12-31')], [])).toEqual([]);
    // What no reader waits for.
    expect(schedule([], [event('2026-01-09', { major: false })])).toEqual([]);
    // A calendar that is not at hand drops nothing, and one that was not at hand adds nothing.
    expect(schedule(jobs, [], { is: [source('events:bls', 'missing')] })).toEqual([]);
    expect(schedule([], jobs, { was: [] })).toEqual([]);
  });
});

describe('reading: a period that was not reported before', () => {
  const figure = (value: number, asOf: string): Figure => ({
    ...{ value, unit: 'fraction', asOf, status: 'fresh' },
    ...{ method: 'by hand', inputs: [], source: 'hand' },
  });
  const wordsOf = (now: Record<string, Figure>, published: Record<string, Figure>) => {
    const past = { ...report({}), figures: published };
    const changes = changesOfBooks({}, {}, { more: now, published: past });
    return words(changes.filter(({ kind }) => kind === 'reading'));
  };

  it('is one line a release, with the value before, even where both print alike', () => {
    const now = {
      'macro.cpi.yoy': figure(0.0296, '2025-12-01'),
      'macro.corecpi.yoy': figure(0.033, '2025-12-01'),
    };
    const then = {
      'macro.cpi.yoy': figure(0.0304, '2025-11-01'),
      'macro.corecpi.yoy': figure(0.034, '2025-11-01'),
    };
    expect(wordsOf(now, then)).toEqual([
      'Now known: consumer prices of December, 3.0 % on the year, as before; core 3.3 %, 3.4 % before.',
    ]);
    expect(wordsOf({ ...now, 'macro.cpi.yoy': figure(0.031, '2025-11-01') }, then)).toEqual([
      'Now known: consumer prices of December, core 3.3 %, 3.4 % before.',
    ]);
    expect(wordsOf(then, then)).toEqual([]);
  });

  it('names a quarter as a quarter', () => {
    expect(
      wordsOf(
        { 'macro.gdp.saar': figure(0.043, '2025-07-01') },
        { 'macro.gdp.saar': figure(0.038, '2025-04-01') },
      ),
    ).toEqual(['Now known: GDP of the third quarter, +4.3 % at an annual rate, +3.8 % before.']);
  });
});
