import type { Claim } from '../claim.ts';
import { above, atLeast, atMost, below, count, none, scale } from './forms.ts';

const few = 'weight.IWM.Industrials.rank';

/** Claims on sectors and companies, and on what analysts and filings say. */
export const companiesClaims: readonly Claim[] = [
  {
    number: '09',
    title: 'Analysts’ strong buy',
    lead: null,
    rule: none(
      'an opinion without a target or a horizon cannot be held to anything; claim 60 holds our own stance to its record',
    ),
    why: 'An opinion is no measurement.',
  },
  {
    number: '11',
    title: 'Industrials weigh much in the Russell 2000',
    lead: 'weight.IWM.Industrials',
    rule: {
      form: 'named',
      cases: [
        { verdict: 'supported', tests: [atLeast('weight.IWM.Industrials', 0.15), atMost(few, 3)] },
        { verdict: 'not supported', tests: [below('weight.IWM.Industrials', 0.1)] },
        { verdict: 'not supported', tests: [above(few, 4)] },
      ],
    },
    why: 'Equal weights of eleven sectors are 0.09 each.',
  },
  {
    number: '15',
    title: 'Domestic cyclicals gain',
    lead: 'cyclicals.63d',
    rule: count(
      3,
      1,
      above('excess.XLI:SPY.63d', 0),
      above('excess.XHB:SPY.63d', 0),
      above('excess.KRE:SPY.63d', 0),
      above('excess.XLF:SPY.63d', 0),
    ),
    why: 'Each by its sign.',
    proxy: 'large-cap sectors stand in for domestic firms',
  },
  {
    number: '25',
    title: 'Industrials lead, and orders agree',
    lead: 'excess.XLI:SPY.63d',
    rule: count(
      3,
      1,
      above('excess.XLI:SPY.63d', 0),
      above('macro.indpro.3m3m', 0),
      above('macro.capexorders.3m3m', 0),
    ),
    why: 'Each by its sign.',
    proxy: 'XLI stands in for the industrials among small caps',
  },
  {
    number: '28',
    title: 'Mega-caps are expensive',
    lead: 'valuation.MEGA7.pe',
    rule: scale('valuation.MEGA7.pe', 30, 20),
    why: 'Half as much again as the market’s multiple over the long run, and about that multiple.',
  },
  {
    number: '29',
    title: 'Technology spending slows',
    lead: 'capex.MEGA7.yoy',
    rule: {
      form: 'named',
      cases: [
        { verdict: 'supported', tests: [atMost('capex.MEGA7.yoy', 0)] },
        { verdict: 'supported', tests: [atMost('capex.MEGA7.yoy.change', -0.1)] },
        { verdict: 'not supported', tests: [atLeast('capex.MEGA7.yoy', 0.1)] },
      ],
    },
    why: 'A tenth is more than a quarter’s noise.',
  },
  {
    number: '30',
    title: 'Manufacturing thrives',
    lead: 'macro.manufacturing.jobs.3m',
    rule: count(
      3,
      1,
      above('macro.manufacturing.jobs.3m', 0),
      above('excess.XLI:SPY.63d', 0),
      above('macro.regional.z', 0),
    ),
    why: 'Each by its sign.',
  },
  {
    number: '31',
    title: 'Construction thrives',
    lead: 'macro.housing.3m.yoy',
    rule: count(
      3,
      1,
      above('macro.housing.3m.yoy', 0),
      above('excess.XHB:SPY.63d', 0),
      above('excess.ITB:SPY.63d', 0),
    ),
    why: 'Each by its sign.',
  },
  {
    number: '32',
    title: 'Regional banks thrive',
    lead: 'excess.KRE:SPY.63d',
    rule: count(
      3,
      1,
      above('excess.KRE:SPY.63d', 0),
      above('excess.KRE:XLF.63d', 0),
      above('macro.curve.2s10s.change63', 0),
    ),
    why: 'Each by its sign.',
  },
  {
    number: '54',
    title: 'Mega-cap earnings turn money to small caps',
    lead: 'earnings.MEGA7.reaction.t',
    rule: scale('earnings.MEGA7.reaction.t', 2, 0),
    why: 'Two standard errors.',
  },
];
