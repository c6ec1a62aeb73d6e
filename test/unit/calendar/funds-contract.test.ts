import { expect, it } from 'vitest';
import { fundsContract } from '../../../lambda/calendar/funds-contract.ts';

it.each([
  // The decision of 28 January 2026 has a February without one after it.
  ['2025-12-31', { decision: '2026-01-28', month: '2026-02', isOfDecision: false }],
  ['2026-01-27', { decision: '2026-01-28', month: '2026-02', isOfDecision: false }],
  // That of 18 March is followed by one of 29 April.
  ['2026-01-28', { decision: '2026-03-18', month: '2026-03', isOfDecision: true }],
  ['2026-03-18', { decision: '2026-04-29', month: '2026-05', isOfDecision: false }],
  // January 2028 is the last that is known here.
  ['2027-12-08', { decision: '2028-01-26', month: '2028-02', isOfDecision: false }],
])('on %s is %o', (date, contract) => {
  expect(fundsContract(date)).toEqual(contract);
});

it.each(['2013-01-29', '2028-01-26'])('is none on %s: the decisions ahead are not known here', (date) => {
  expect(fundsContract(date)).toBeNull();
});
