import { expect, it } from 'vitest';
import {
  callRecord,
  linked,
  noRecord,
  recordHashOf,
  statedCall,
} from '../../../lambda/archive/call-record.ts';
import { calling } from '../../support/called-reports.ts';

const sha = 'a'.repeat(64);

it('a call is stated as its report has it, named by the hash of its bytes', () => {
  const report = calling('2025-12-30', -1, { revision: 2 });
  expect(statedCall(report, sha)).toEqual({
    schema: 'smallcap-call/1',
    edition: 'TNA',
    ...report.call,
    session: '2025-12-30',
    revision: 2,
    late: false,
    report: sha,
  });
});

it('a report of before calls were recorded states none', () => {
  const { call: _, ...old } = calling('2025-12-30', 1);
  expect(statedCall(old, sha)).toBeNull();
});

it('made-up sessions are of an edition of their own', () => {
  const marks = { simulated: true, incomplete: false, incompleteBecause: [] };
  expect(statedCall(calling('2025-12-30', 1, { marks }), sha)?.edition).toBe('TNA, simulated');
});

it.each([
  // The next session closes at 16:00 in New York, which is 21:00 UTC in winter.
  ['2025-12-30', '2025-12-31T21:00:00.000Z', false],
  ['2025-12-30', '2025-12-31T21:00:00.001Z', true],
  // Christmas Eve closes at 13:00.
  ['2025-12-23', '2025-12-24T18:00:00.000Z', false],
  ['2025-12-23', '2025-12-24T18:00:01.000Z', true],
  // Over a weekend.
  ['2026-01-02', '2026-01-05T20:59:59.000Z', false],
])('a call of %s that was collected at %s came late: %s', (session, collectedAt, late) => {
  expect(statedCall(calling(session, 1, { collectedAt }), sha)?.late).toBe(late);
});

it('a record names the one before, and its hash covers all of it', () => {
  const first = linked(statedCall(calling('2025-12-30', 1), sha)!, noRecord);
  const second = linked(statedCall(calling('2025-12-31', 1), sha)!, first.hash);
  expect(second.previous).toBe(first.hash);
  for (const record of [first, second]) {
    expect(callRecord.parse(record)).toEqual(record);
    expect(recordHashOf(record)).toBe(record.hash);
    expect(recordHashOf({ ...record, late: true })).not.toBe(record.hash);
  }
});

it.each([
  ['revision 0', { revision: 0 }],
  ['half a revision', { revision: 1.5 }],
  ['a hash that is too short', { hash: sha.slice(1) }],
  ['a hash with more before it', { previous: `0${noRecord}` }],
  ['a member that no record has', { more: true }],
])('a record with %s is none', (_, change) => {
  const record = linked(statedCall(calling('2025-12-30', 1), sha)!, noRecord);
  expect(callRecord.safeParse({ ...record, ...change }).success).toBe(false);
});
