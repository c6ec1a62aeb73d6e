import { describe, expect, it } from 'vitest';
import { type BackfillFacts, backfillEntryOf, runEntryOf } from '../../../lambda/steps/run-entry.ts';

const facts = { run: 'manual', started: '2026-01-02T12:00:00Z', plan: { session: '2025-12-31' } } as const;
const ended = '2026-01-02T12:30:00.000Z';
const whole: BackfillFacts = {
  sessions: ['2025-12-29', '2025-12-30', '2025-12-31'],
  there: 3,
  published: 2,
  failures: [],
};
const entryOf = (change: Partial<BackfillFacts> = {}) =>
  backfillEntryOf(facts, ended, 's3://archive/', { ...whole, ...change });

describe('a backfill in the ledger', () => {
  it('is one run, from its first session to its last', () => {
    expect(entryOf()).toMatchObject({
      id: '20260102T120000000Z-backfill',
      run: 'backfill',
      session: '2025-12-31',
      from: '2025-12-29',
      outcome: 'published',
      why: '',
      sessions: { asked: 3, there: 3, published: 2 },
    });
  });

  it.each<[Partial<BackfillFacts>, string]>([
    [{ published: 0 }, 'unchanged'],
    [{ published: undefined }, 'published'],
    [{ failures: ['2025-12-30 no PDF'] }, 'failed'],
    [{ failures: ['2025-12-30 no PDF'], onlyRefused: false }, 'failed'],
    [{ failures: ['2025-12-30 refused'], onlyRefused: true }, 'refused'],
  ])('that came to %j is %s', (change, outcome) => {
    expect(entryOf(change).outcome).toBe(outcome);
  });

  it('says why it failed, and counts only what is known', () => {
    expect(entryOf({ failures: ['one', 's3://archive/two'] }).why).toBe('one; two');
    expect(entryOf({ published: undefined }).sessions).toMatchObject({ published: null });
    expect(entryOf({ sessions: [] })).toMatchObject({ session: '2025-12-31', from: null });
    const planless = { run: 'manual' } as const;
    expect(backfillEntryOf(planless, ended, '', { ...whole, sessions: [] }).session).toBeNull();
  });
});

describe('a run in the ledger', () => {
  it('that ended before it had a plan failed, at its end', () => {
    expect(runEntryOf({ run: 'evening' }, ended, '')).toMatchObject({
      outcome: 'failed',
      session: null,
      scheduled: null,
      started: ended,
      revision: null,
      why: '',
    });
  });

  it('that lost its revision to another failed, and has none', () => {
    const lost = { ...facts, publish: { status: 'taken', revision: 2 } };
    expect(runEntryOf(lost, ended, '')).toMatchObject({ outcome: 'failed', revision: null });
  });
});
