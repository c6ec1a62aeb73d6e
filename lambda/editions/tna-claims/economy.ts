import type { Claim } from '../claim.ts';
import { above, atLeast, atMost, below, count, ratio, scale } from './forms.ts';

const coreFalls = below('macro.corecpi.yoy', 'macro.corecpi.yoy.before');

/** Claims on the economy: activity, prices, jobs, growth. */
export const economyClaims: readonly Claim[] = [
  {
    number: '12',
    title: 'Activity is resilient',
    lead: 'macro.indpro.3m3m',
    rule: count(
      4,
      2,
      above('macro.indpro.3m3m', 0),
      above('macro.retail.3m3m', 0),
      atLeast('macro.payrolls.3m', 100),
      atMost('macro.claims.4w', 'macro.claims.26w'),
      above('macro.openings.3m3m', 0),
    ),
    why: '100,000 jobs a month are about what the labour force needs.',
  },
  {
    number: '13',
    title: 'Inflation is slowing',
    lead: 'macro.corecpi.yoy',
    rule: count(
      3,
      1,
      coreFalls,
      below('macro.cpi.yoy', 'macro.cpi.yoy.before'),
      below('macro.corepce.yoy', 'macro.corepce.yoy.before'),
      below('macro.corecpi.3m', 'macro.corecpi.yoy'),
    ),
    why: 'Each by its sign.',
  },
  {
    number: '14',
    title: 'Purchasing managers report growth',
    lead: 'macro.regional.z',
    rule: count(
      3,
      1,
      atLeast('macro.regional.z', 0.25),
      above('macro.empire.3m', 0),
      above('macro.philadelphia.3m', 0),
    ),
    why: 'A quarter of a deviation above the norm of ten years; more firms up than down.',
    proxy: 'regional surveys stand in for the purchasing managers’ indices',
  },
  {
    number: '18',
    title: 'The job market is stable',
    lead: 'macro.unrate',
    rule: count(
      4,
      2,
      below('macro.sahm', 0.3),
      atLeast('macro.payrolls.3m', 50),
      atMost(ratio('macro.claims.4w', 'macro.claims.52w'), 1.05),
      atMost('macro.unrate.change12m', 0.3),
    ),
    why: 'Short of the 0.50 at which Sahm’s reading has marked recessions.',
  },
  {
    number: '19',
    title: 'Price pressure is contained',
    lead: 'macro.corecpi.3m',
    rule: count(
      3,
      1,
      atMost('macro.corecpi.3m', 0.03),
      atMost('macro.corecpi.yoy', 0.03),
      atMost('macro.breakeven5y', 0.025),
    ),
    why: 'Two percent of PCE inflation are some 2.3 of CPI; 0.7 of room.',
  },
  {
    number: '20',
    title: 'A soft landing',
    lead: 'macro.unrate.abovelow',
    rule: count(
      4,
      2,
      coreFalls,
      atMost('macro.unrate.abovelow', 0.3),
      above('macro.gdp.saar', 0.01),
      below('macro.sahm', 0.5),
    ),
    why: 'The limits of the soft-landing table.',
  },
  {
    number: '34',
    title: 'Growth is steady',
    lead: 'macro.gdp.saar',
    rule: {
      form: 'named',
      cases: [
        {
          verdict: 'supported',
          tests: [above('macro.gdp.low4', 0), atLeast('macro.gdp.saar', 0.02)],
        },
        { verdict: 'not supported', tests: [below('macro.gdp.saar', 0.01)] },
      ],
    },
    why: 'No fall in a year; the trend; half of the trend.',
  },
  {
    number: '44',
    title: 'Factories and services both expand',
    lead: 'macro.empire',
    rule: count(3, 1, above('macro.empire', 0), above('macro.philadelphia', 0), above('macro.services', 0)),
    why: 'More firms up than down.',
    proxy: 'regional surveys stand in for the purchasing managers’ indices',
  },
  {
    number: '59',
    title: 'Economy and price together favour small caps',
    lead: 'balance.macro',
    rule: scale('balance.macro', 2, -1),
    why: 'Two more claims for than against.',
  },
];

/** Claims on the Federal Reserve, yields, credit and the dollar. */
export const ratesClaims: readonly Claim[] = [
  {
    number: '21',
    title: 'Cuts are expected',
    lead: 'macro.policygap',
    rule: scale('macro.policygap', -0.0025, 0),
    why: 'One cut; none.',
    proxy: 'the two-year yield stands in for what is expected of the Federal Reserve',
  },
  {
    number: '22',
    title: 'Falling rates lift small caps over large',
    lead: 'sens.IWM-SPY:DGS2.252d.t',
    rule: scale('sens.IWM-SPY:DGS2.252d.t', -2, 2),
    why: 'Two standard errors.',
  },
  {
    number: '26',
    title: 'Credit eases for small firms',
    lead: 'macro.baa10y',
    rule: count(
      3,
      1,
      below('macro.baa10y.change63', 0),
      below('macro.nfci.change63', 0),
      below('macro.ust2y.change63', 0),
    ),
    why: 'Each by its sign.',
  },
  {
    number: '33',
    title: 'Cyclicals gain when rates fall',
    lead: 'rates.cyclicals.504d',
    rule: scale('rates.cyclicals.504d', -0.2, 0.2),
    why: 'Two years hold eight quarters side by side: a limit of tone, not of proof.',
  },
  {
    number: '43',
    title: 'Lower inflation ends the fear of tightening',
    lead: 'macro.ust2y.change63',
    rule: count(3, 1, below('macro.ust2y.change63', 0), coreFalls, atMost('macro.policygap', 0.0025)),
    why: 'No rise is priced beyond one step.',
  },
  {
    number: '45',
    title: 'Home markets shield from a strong dollar',
    lead: 'sens.IWM-SPY:DOLLAR.252d.t',
    rule: scale('sens.IWM-SPY:DOLLAR.252d.t', 2, -2),
    why: 'Two standard errors.',
  },
  {
    number: '46',
    title: 'Small caps lead after a trough',
    lead: 'study.trough.excess.126d.diff',
    rule: {
      form: 'named',
      cases: [
        {
          verdict: 'supported',
          tests: [above('study.trough.excess.126d.diff', 0), atMost('study.trough.excess.126d.q', 0.1)],
        },
        { verdict: 'not supported', tests: [atMost('study.trough.excess.126d.diff', 0)] },
      ],
      needs: ['study.trough.excess.126d.n'],
    },
    why: 'Under fifteen troughs nothing is shown; a difference counts where its false-discovery rate is at most a tenth.',
  },
  {
    number: '47',
    title: 'Small caps lead while rates are cut',
    lead: 'phase.excess',
    rule: scale('phase.excess', 0.02, -0.02),
    why: 'Two points a year either way.',
  },
  {
    number: '48',
    title: 'The Fed eases',
    lead: 'macro.policygap',
    rule: count(2, 0, atMost('macro.policygap', -0.0025), {
      on: 'macro.cutting',
      is: 'word',
      limit: 'yes',
    }),
    why: 'One more cut is priced; cuts are under way.',
  },
];
