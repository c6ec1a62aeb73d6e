import type { Claim, Test } from '../claim.ts';
import { above, atLeast, atMost, below, count, scale } from './forms.ts';

const state = (is: 'word' | 'not word', limit: string): Test => ({ on: 'rotation.state', is, limit });
const [ours, theirs, none] = ['small-cap leadership', 'large-cap leadership', 'no clear leadership'];

/** Claims on who leads, and on whether the largest companies hold back. */
export const leadershipClaims: readonly Claim[] = [
  {
    number: '01',
    title: 'Small caps ahead of the mega-caps',
    lead: 'excess.IWM:MEGA.63d',
    rule: count(
      3,
      0,
      above('excess.IWM:MEGA.63d', 0),
      above('excess.IWM:MEGA.21d', 0),
      above('excess.IWM:MEGA.126d', 0),
    ),
    why: 'Ahead or behind at three horizons.',
  },
  {
    number: '02',
    title: 'The rotation has settled',
    lead: 'rotation.score',
    rule: {
      form: 'named',
      cases: [
        { verdict: 'supported', tests: [state('word', ours), atLeast('rotation.age', 10)] },
        { verdict: 'not supported', tests: [state('word', theirs)] },
        { verdict: 'not supported', tests: [state('word', none), below('rs.IWM:SPY.vs200', 0)] },
      ],
    },
    why: 'Two weeks of leadership; else the line of 200 sessions decides.',
  },
  {
    number: '03',
    title: 'Ahead over month, quarter and year so far',
    lead: 'excess.IWM:SPY.ytd',
    rule: count(
      3,
      0,
      above('excess.IWM:SPY.ytd', 0),
      above('excess.IWM:SPY.qtd', 0),
      above('excess.IWM:SPY.mtd', 0),
    ),
    why: 'Each by its sign.',
  },
  {
    number: '04',
    title: 'Investors are wary of AI',
    lead: 'ai.gauge',
    rule: scale('ai.gauge', 40, 60),
    why: 'A fifth either side of the middle.',
  },
  {
    number: '05',
    title: 'Mega-caps hold large-cap indices back',
    lead: 'excess.RSP:SPY.63d',
    rule: count(
      3,
      1,
      above('excess.RSP:SPY.63d', 0),
      below('excess.MEGA:RSP.63d', 0),
      above('excess.IWM:SPY.63d', 0),
    ),
    why: 'Each by its sign.',
  },
  {
    number: '06',
    title: 'Sentiment has turned to small caps',
    lead: 'vol.IWM:SPY.21d',
    rule: count(
      3,
      1,
      below('vol.IWM:SPY.21d', 'vol.IWM:SPY.21d.median'),
      below('macro.baa10y.change63', 0),
      above('upvolume.IWM.63d', 0.5),
    ),
    why: 'Its own median of a year; the sign; half of the volume.',
  },
  {
    number: '07',
    title: 'Small caps draw more of the trading',
    lead: 'attention.IWM.z',
    rule: scale('attention.IWM.z', 0.5, -0.5),
    why: 'Half a deviation: a third of the time on each side.',
  },
  {
    number: '16',
    title: 'Small caps win session after session',
    lead: 'wins.IWM:SPY.20d',
    rule: {
      form: 'named',
      cases: [
        {
          verdict: 'supported',
          tests: [atLeast('wins.IWM:SPY.20d', 12), atLeast('wins.IWM:QQQ.20d', 12)],
        },
        {
          verdict: 'not supported',
          tests: [atMost('wins.IWM:SPY.20d', 10), atMost('wins.IWM:QQQ.20d', 10)],
        },
      ],
    },
    why: 'Twelve of twenty or more come by luck one time in four.',
  },
  {
    number: '17',
    title: 'A rotation is beginning',
    lead: 'rs.IWM:SPY.vs50',
    rule: {
      form: 'named',
      cases: [
        { verdict: 'supported', tests: [state('word', ours), atMost('rotation.age', 21)] },
        { verdict: 'not supported', tests: [state('not word', ours), atMost('rs.IWM:SPY.vs50', 0)] },
      ],
    },
    why: 'A month from its first session; an older leadership is mixed: it is under way.',
  },
  {
    number: '23',
    title: 'Small caps are cheap against large',
    lead: 'rs.IWM:SPY.percentile5y',
    rule: scale('rs.IWM:SPY.percentile5y', 0.25, 0.5),
    why: 'The lowest quarter of five years; the upper half.',
    proxy: 'the relative price stands in for valuation',
  },
  {
    number: '24',
    title: 'Ahead of the S&P 500 and the Nasdaq',
    lead: 'excess.IWM:SPY.3m',
    rule: count(
      4,
      0,
      above('excess.IWM:SPY.3m', 0),
      above('excess.IWM:SPY.1m', 0),
      above('excess.IWM:QQQ.1m', 0),
      above('excess.IWM:QQQ.3m', 0),
    ),
    why: 'Each by its sign.',
  },
  {
    number: '27',
    title: 'AI cools while small caps are cheap',
    lead: 'ai.gauge.change.63d',
    rule: count(2, 0, below('ai.gauge.change.63d', 0), atMost('rs.IWM:SPY.percentile5y', 0.5)),
    why: 'Falling; the lower half of five years.',
  },
  {
    number: '58',
    title: 'Mega-cap dominance is challenged',
    lead: 'rs.RSP:SPY.vs200',
    rule: count(
      3,
      0,
      above('rs.RSP:SPY.vs200', 0),
      below('excess.MEGA:RSP.63d', 0),
      above('rs.IWM:MGK.vs200', 0),
    ),
    why: 'Each by its sign.',
  },
];
