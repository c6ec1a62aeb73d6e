import { methodOn } from './method.ts';

const history = methodOn('history');

/** Methods of event studies. */
export const studyMethods = {
  'study date': history('Last session of the month before: a study reads nothing after it.'),
  'similar days': history('Group of scores that today’s is of: the event of past days like this one.'),
  'study cells': history('Events, outcomes and horizons with at least 15 separate cases, a count.'),
  'study cells that differ': history('Those of them whose q is at most 0.10, a count.'),
  'study closest': history(
    'The three with the smallest q, from the smallest on: event, outcome and horizon.',
  ),
  regime: history(
    'Inside while a measure that passed a limit has not left another: its percentile of five years, or the fall from the high.',
  ),
  'study cases': history(
    'Cases with a complete outcome, and those of them that lie at least the horizon apart, a count.',
  ),
  'study mean': history('Mean of the outcomes over the horizon, as a fraction.'),
  'study median': history('Median of the outcomes over the horizon, as a fraction.'),
  'study hit': history('Share of the outcomes above zero, as a fraction.'),
  'study difference': history('Mean outcome after the event less that of all sessions, as a fraction.'),
  'study error': history(
    'Standard deviation of that difference over 499 resampled histories, as a fraction.',
  ),
  'study interval': history('2.5 and 97.5 % quantiles of the resampled differences, as fractions.'),
  'study p': history(
    'Two-sided probability of a difference as large if the event did not matter, as a fraction.',
  ),
  'study q': history(
    'The same with every cell that is shown taken into account (Benjamini–Hochberg), as a fraction.',
  ),
  'study block': history('Mean length of the blocks that histories are resampled in, in sessions.'),
} as const;
