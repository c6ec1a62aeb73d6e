const page = 'docs/methods/calendar.md';

/** Methods of what is ahead, and of how far the index fund moved on such days. */
export const calendarMethods = {
  'next event': {
    definition:
      'The nearest of decisions of the Fed, jobs and consumer prices, reconstitutions of the Russell indices, large companies’ earnings, closures and early closes, by the calendars named as its inputs and the tables kept here.',
    page,
  },
  'move on days': {
    definition:
      'Mean of the daily returns without their sign on such days of the last 2520 sessions, as a fraction.',
    page,
  },
  'error of moves': {
    definition:
      'Standard error of that mean: deviation of the returns without their sign over the root of their number, as a fraction.',
    page,
  },
  'days counted': { definition: 'Such days among the last 2520 sessions, a count.', page },
} as const;
