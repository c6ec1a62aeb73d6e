import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../lambda/errors.ts';
import { chunksOf, newestClosedSession, plan, planRange, planSession } from '../../../lambda/steps/plan.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { publishSample, sample } from '../../support/published-sample.ts';
import { sampleReport } from '../../support/sample-report.ts';

describe('the newest closed session', () => {
  it.each([
    // New York is five hours behind Greenwich in winter, four in summer.
    ['one second before the close', '2025-12-31T20:59:59Z', '2025-12-30'],
    ['at the close', '2025-12-31T21:00:00Z', '2025-12-31'],
    ['at the close in summer', '2025-07-01T20:00:00Z', '2025-07-01'],
    ['after midnight in Greenwich, evening in New York', '2026-01-01T02:00:00Z', '2025-12-31'],
    ['before the open', '2025-12-31T13:00:00Z', '2025-12-30'],
    ['on a holiday', '2025-12-25T23:00:00Z', '2025-12-24'],
    ['at an early close, 13:00', '2025-12-24T18:00:00Z', '2025-12-24'],
    ['just before an early close', '2025-12-24T17:59:00Z', '2025-12-23'],
    ['on a Sunday', '2025-12-28T12:00:00Z', '2025-12-26'],
    ['with an offset', '2025-12-31T16:00:00-05:00', '2025-12-31'],
  ])('%s', (_, now, session) => {
    expect(newestClosedSession(new Date(now).toISOString())).toBe(session);
  });

  it('is not guessed outside the calendar', () => {
    expect(() => newestClosedSession('2061-01-05T12:00:00Z')).toThrow(UsageError);
  });
});

describe('a planned session', () => {
  it('is the one asked for, or the newest', () => {
    expect(planSession('2025-12-30', '2025-12-31T22:00:00Z')).toBe('2025-12-30');
    expect(planSession(undefined, '2025-12-31T22:00:00Z')).toBe('2025-12-31');
  });

  it('is over', () => {
    expect(() => planSession('2025-12-31', '2025-12-31T20:00:00Z')).toThrow(UsageError);
  });
});

describe('a planned range', () => {
  const now = '2026-01-02T12:00:00Z';

  it('holds the sessions between two dates that need not be sessions', () => {
    expect(planRange({ from: '2025-12-25', to: '2026-01-01' }, now)).toEqual([
      '2025-12-26',
      '2025-12-29',
      '2025-12-30',
      '2025-12-31',
    ]);
  });

  it.each([
    ['2025-12-31', '2025-12-01', /lies after/],
    ['2025-12-27', '2025-12-28', /no session/],
    ['2025-12-29', '2026-01-02', /is not over/],
    ['2025-12-1', '2025-12-31', /"2025-12-1" is not a date/],
    ['1980-01-01', '2025-12-31', /outside the NYSE calendar/],
  ])('from %s to %s is refused', (from, to, message) => {
    expect(() => planRange({ from, to }, now)).toThrow(message);
    expect(() => planRange({ from, to }, now)).toThrow(UsageError);
  });
});

describe('the plan of a run', () => {
  const asked = { now: '2026-01-02T12:00:00.000Z', deadlineMinutes: 150, waitSeconds: 600 };
  const evening = '2025-12-31T22:45:00Z';

  it('by hand has a deadline that is past, so that it waits for nothing', async () => {
    const planned = await plan(asked, { archive: new MemoryArchive() });
    expect(planned).toEqual({
      status: 'go',
      session: '2025-12-31',
      deadline: '1970-01-01T00:00:00.000Z',
      waitSeconds: 600,
    });
  });

  it('of a schedule waits from the scheduled time, however late it starts', async () => {
    expect(await plan({ ...asked, scheduledTime: evening }, { archive: new MemoryArchive() })).toEqual({
      status: 'go',
      session: '2025-12-31',
      deadline: '2026-01-01T01:15:00.000Z',
      waitSeconds: 600,
    });
  });

  it('of a schedule on a holiday has no session', async () => {
    const planned = await plan(
      { ...asked, scheduledTime: '2025-12-25T22:45:00Z' },
      { archive: new MemoryArchive() },
    );
    expect(planned).toMatchObject({ status: 'no session', session: null });
  });

  it('of a schedule goes on until what is published is final', async () => {
    const archive = new MemoryArchive();
    const pdf = Buffer.from('%PDF-1.7');
    const provisional = sampleReport();
    await publishSample(archive, asked.now, pdf, provisional);
    const planned = () => plan({ ...asked, scheduledTime: evening }, { archive });
    expect(await planned()).toMatchObject({ status: 'go', session: sample.session });
    await publishSample(archive, asked.now, pdf, {
      ...provisional,
      revision: 2,
      collectedAt: '2026-01-01T01:15:00.000Z',
    });
    expect(await planned()).toEqual({
      status: 'already final',
      session: null,
      reason: '2025-12-31 is final since revision 2',
    });
  });

  it('of a backfill is its sessions in chunks, and the last of them', async () => {
    const range = { ...asked, from: '2025-12-25', to: '2026-01-01' };
    expect(await plan(range, { archive: new MemoryArchive() })).toEqual({
      status: 'go',
      session: '2025-12-31',
      chunks: [['2025-12-26'], ['2025-12-29'], ['2025-12-30'], ['2025-12-31']],
    });
  });
});

describe('the chunks of a backfill', () => {
  const days = (count: number) => Array.from({ length: count }, (_, at) => `day ${at}`);

  it.each([
    [0, 0, 0],
    [1, 1, 1],
    [10, 10, 1],
    [11, 6, 2],
    [250, 10, 25],
    [251, 11, 25],
    [5000, 200, 25],
  ])('of %i sessions are %i of at most %i, in order', (count, chunks, most) => {
    const cut = chunksOf(days(count));
    expect(cut.flat()).toEqual(days(count));
    expect(cut).toHaveLength(chunks);
    for (const chunk of cut.slice(0, -1)) expect(chunk).toHaveLength(most);
  });
});
