import { methodOn } from './method.ts';

const rotation = methodOn('rotation');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Methods of relative strength, the map, the score and breadth. */
export const rotationMethods = {
  'ratio to average': rotation(
    'Ratio of the two adjusted closes over its mean of the last n sessions, less one, as a fraction.',
  ),
  'ratio percentile': rotation(
    'Share of the last 1260 values of the ratio that are at or below today’s, as a fraction.',
  ),
  wins: rotation('Sessions of the last n in which the first returned more than the second, a count.'),
  streak: rotation(
    'Sessions that the first has out- (+) or underperformed (−) the second without a break; a tie is 0.',
  ),
  'map ratio': rotation(
    '100 plus the z-score of the smoothed weekly log ratio against its last 14 weeks, an index around 100.',
  ),
  'map momentum': rotation(
    '100 plus the z-score of the two-week change of the map ratio against its last 14, an index around 100.',
  ),
  'map quadrant': rotation(
    'Leading, weakening, lagging or improving: map ratio and momentum at or above 100, or below.',
  ),
  'score component': rotation(
    'Standing of a statistic against its own trailing 1260 sessions, in standard deviations, not clipped.',
  ),
  'rotation score': rotation(
    'Weighted mean of the components clipped at two deviations, scaled to −100 to 100.',
  ),
  'rotation state': rotation(
    ({ states }) =>
      `${capital(states.own)} from 25 up until below 10, ${states.other} from −25 down until above −10.`,
  ),
  'rotation age': rotation('Sessions that the state has lasted, its first counted as 1.'),
  'rotation record': rotation(
    ({ score }) =>
      `Correlation of the score with the log return of ${score.momentum.pair.join(' against ')} over the next n sessions, −1 to 1.`,
  ),
  'rotation record interval': rotation(
    'The 95 % interval of that correlation by Fisher’s transformation, by the separate spans, −1 to 1.',
  ),
  'rotation record count': rotation(
    'Sessions with a score and a known outcome behind the record, or separate spans of that many, a count.',
  ),
  'state before': rotation('The state that the present one followed.'),
  'state onset': rotation('First session of the present state.'),
  'share above average': rotation(
    ({ breadth }) =>
      `Share of the edition’s ${breadth.called} whose adjusted close is above its 50-session mean, as a fraction.`,
  ),
  'share count': rotation('Funds behind a share, a count.'),
} as const;
