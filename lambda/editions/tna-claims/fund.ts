import type { Claim } from '../claim.ts';
import { atLeast, atMost, below, count, difference, distance, ratio, scale } from './forms.ts';

export const fundClaims: readonly Claim[] = [
  {
    number: '08',
    title: 'TNA gives three times the day’s move',
    lead: 'tracking.TNA.21d',
    rule: scale('tracking.TNA.21d', 0.9, 0.7),
    why: 'A quarter of a point is two to three deviations of a day’s tracking.',
  },
  {
    number: '10',
    title: 'Suited to short holding',
    lead: 'near.TNA.5d',
    rule: {
      form: 'named',
      cases: [
        { verdict: 'supported', tests: [atLeast('near.TNA.5d', 0.95), atMost('near.TNA.63d', 0.5)] },
        { verdict: 'not supported', tests: [below('near.TNA.5d', 0.85)] },
      ],
    },
    why: 'Within a point in nineteen weeks of twenty, but not over a quarter.',
  },
  {
    number: '35',
    title: 'Gains and losses are both tripled',
    lead: 'capture.TNA.down',
    rule: count(
      2,
      0,
      atMost(distance('capture.TNA.down', 3), 0.03),
      atMost(distance('capture.TNA.up', 3), 0.03),
    ),
    why: 'One percent of the multiple.',
  },
  {
    number: '36',
    title: 'Daily compounding eats the return',
    lead: 'gap.TNA.63d.compounding',
    rule: count(2, 0, below('gap.TNA.63d.compounding', 0), below('gap.TNA.252d.compounding', 0)),
    why: 'Below zero; compounding adds in trends.',
  },
  {
    number: '37',
    title: 'The worse the swings, the more it eats',
    lead: 'volgap.TNA.252d',
    rule: scale('volgap.TNA.252d', -0.3, 0),
    why: 'Plain; none.',
  },
  {
    number: '38',
    title: 'Not to buy and hold',
    lead: 'gap.TNA.252d.total',
    rule: count(
      2,
      0,
      below('gap.TNA.252d.total', 0),
      atMost('drawdown.TNA.max1y', -0.5),
      below('return.TNA.252d', 'return.IWM.252d'),
    ),
    why: 'Below zero; half lost; less than without leverage.',
  },
  {
    number: '39',
    title: 'A cheap way to the exposure',
    lead: difference('cost.TNA.252d.rate', 'cost.margin.252d'),
    rule: scale(difference('cost.TNA.252d.rate', 'cost.margin.252d'), 0, 0.01),
    why: 'No dearer than a margin loan; a point dearer.',
  },
  {
    number: '40',
    title: 'TNA gains in a broad advance',
    lead: 'return.TNA.63d',
    rule: count(
      3,
      0,
      atLeast('return.TNA.63d', 0.1),
      atLeast('breadth.above50', 0.6),
      atLeast('breadth.up63', 0.7),
    ),
    why: 'Its median quarter is 0.08.',
  },
  {
    number: '49',
    title: 'TNA multiplies an advance',
    lead: 'amplify.TNA.21d',
    rule: scale('amplify.TNA.21d', 3, 2.85),
    why: 'All of it; a twentieth short.',
  },
  {
    number: '50',
    title: 'It magnifies drawdowns',
    lead: ratio('drawdown.TNA.max1y', 'drawdown.IWM.max1y'),
    rule: scale(ratio('drawdown.TNA.max1y', 'drawdown.IWM.max1y'), 2.5, 2.25),
    why: 'Three times compounds to less on the way down.',
  },
  {
    number: '53',
    title: 'Going sideways costs',
    lead: 'sideways.TNA.21d',
    rule: scale('sideways.TNA.21d', -0.0075, -0.005),
    why: 'Three quarters, and half, of a point a month.',
  },
];
