import type { Claim, Rule } from '../claim.ts';
import { above, atLeast, atMost, below, count, scale } from './forms.ts';

/** Kupiec’s likelihood ratio at 5 %. */
const kupiecLimit = 3.841458820694124;
/** Exceedances that are expected of 252 sessions at 5 %. */
const expected = 12.6;

/** Supported where even the low end of the hit rate is above that of luck. */
const beatsLuck = (of: 'calls' | 'stance'): Rule => ({
  form: 'named',
  cases: [
    {
      verdict: 'supported',
      tests: [above(`${of}.IWM:SPY.21d.low`, `${of}.IWM:SPY.21d.baseline`)],
    },
    {
      verdict: 'not supported',
      tests: [atMost(`${of}.IWM:SPY.21d.hitrate`, `${of}.IWM:SPY.21d.baseline`)],
    },
  ],
});

/** Claims on levels, days of events, size, stops, options and records. */
export const tradingClaims: readonly Claim[] = [
  {
    number: '41',
    title: 'Support levels hold',
    lead: 'held.IWM.S1.share',
    rule: {
      form: 'named',
      cases: [
        { verdict: 'supported', tests: [above('held.IWM.S1.low', 0.5)] },
        { verdict: 'not supported', tests: [below('held.IWM.S1.high', 0.5)] },
      ],
    },
    why: 'A level that means nothing is closed above half the time, by reflection.',
  },
  {
    number: '42',
    title: 'Releases move the price',
    lead: 'event.move.t',
    rule: scale('event.move.t', 2, 0),
    why: 'Two standard errors.',
  },
  {
    number: '51',
    title: 'Positions must be resized',
    lead: 'atr.TNA.range63',
    rule: scale('atr.TNA.range63', 1.75, 1.4),
    why: 'The same risk needs half, or two thirds, of the size within a quarter.',
  },
  {
    number: '52',
    title: 'A stop protects',
    lead: 'overnight.IWM',
    rule: scale('overnight.IWM', 1 / 3, 1 / 2),
    why: 'The part of bad days that came while no stop could act.',
  },
  {
    number: '55',
    title: 'CPI and jobs move the Fed’s path',
    lead: 'event.ust2y.t',
    rule: scale('event.ust2y.t', 2, 0),
    why: 'Two standard errors.',
  },
  {
    number: '56',
    title: 'Options can carry the leverage’s risk',
    lead: 'hedge.TNA.fullshare',
    rule: scale('hedge.TNA.fullshare', 0.06, 0.1),
    why: 'A month’s cover under 6, over 10 % of the position: the cheapest quarter, the dearest third of 2009–25.',
    proxy: 'a model stands in for market prices of options',
  },
  {
    number: '57',
    title: 'Elections call for care',
    lead: 'election.days',
    rule: count(2, 0, atMost('election.days', 180), atLeast('macro.vix.percentile5y', 0.75)),
    why: 'Half a year; the highest quarter of five years.',
  },
  {
    number: '60',
    title: 'Small caps go on leading',
    lead: 'stance.IWM:SPY.21d.hitrate',
    rule: beatsLuck('stance'),
    instead: {
      from: { count: 'calls.IWM:SPY.21d.apart', atLeast: 15 },
      lead: 'calls.IWM:SPY.21d.hitrate',
      rule: beatsLuck('calls'),
    },
    why: 'Wilson’s interval against the same calls without skill.',
    proxy: 'the stance as it would have been stands in for published calls',
  },
  {
    number: '61',
    title: 'The risk measures hold',
    lead: 'var95.exceed.252d',
    rule: {
      form: 'named',
      cases: [
        { verdict: 'supported', tests: [atMost('var95.kupiec.252d', kupiecLimit)] },
        { verdict: 'not supported', tests: [above('var95.exceed.252d', expected)] },
      ],
    },
    why: 'Kupiec’s test at 5 %; 12.6 exceedances are expected.',
  },
];
