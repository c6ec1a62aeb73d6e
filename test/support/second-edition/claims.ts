import type { Claim } from '../../../lambda/editions/claim.ts';

/** A ledger of the second edition: a claim of each form of rule. */
export const claimsOn = (fund: string): readonly Claim[] => [
  {
    number: '01',
    title: 'Growth stocks ahead of the largest three',
    lead: 'excess.QQQ:LARGEST.63d',
    rule: {
      form: 'count',
      tests: [
        { on: 'excess.QQQ:LARGEST.63d', is: '>', limit: 0 },
        { on: 'excess.QQQ:LARGEST.21d', is: '>', limit: 0 },
        { on: 'excess.XLI:XLF.63d', is: '>', limit: 0 },
      ],
      supported: 3,
      notSupported: 0,
    },
    why: 'Each by its sign.',
  },
  {
    number: '02',
    title: 'The fund tracks its multiple',
    lead: `tracking.${fund}.21d`,
    rule: { form: 'scale', on: `tracking.${fund}.21d`, supported: 0.9, notSupported: 0.7 },
    why: 'A quarter of a point.',
  },
  {
    number: '03',
    title: 'Growth leads',
    lead: 'rotation.score',
    rule: {
      form: 'named',
      cases: [
        {
          verdict: 'supported',
          tests: [{ on: 'rotation.state', is: 'word', limit: 'growth leadership' }],
        },
        { verdict: 'not supported', tests: [{ on: 'rs.QQQ:SPY.vs200', is: '<', limit: 0 }] },
      ],
    },
    why: 'The state.',
  },
];
