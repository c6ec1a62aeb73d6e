import { methodOn } from './method.ts';

const calendar = methodOn('calendar');

/** Methods of what is ahead, and of how far the index fund moved on such days. */
export const eventsMethods = {
  'next event': calendar(
    ({ reconstitution }) =>
      `The nearest of decisions of the Fed, jobs and consumer prices, ${reconstitution === null ? '' : `reconstitutions of ${reconstitution.indices}, `}large companies’ earnings, closures and early closes, by the calendars named as its inputs and the tables kept here.`,
  ),
  'move on days': calendar(
    'Mean of the daily returns without their sign on such days of the last 2520 sessions, as a fraction.',
  ),
  'error of moves': calendar(
    'Standard error of that mean: deviation of the returns without their sign over the root of their number, as a fraction.',
  ),
  'days counted': calendar('Such days among the last 2520 sessions, a count.'),
} as const;
