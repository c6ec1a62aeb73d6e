import type { Reconstitution } from './edition.ts';

const friday = 5;

/**
 * The fourth Friday of June and, from 2026 on, the second Friday of November. Before 2010 the day in June followed another
 * rule in some years: the last Friday.
 * Source: FTSE Russell, "Russell US Indexes move to semi-annual reconstitution", 2025, and its yearly schedules.
 */
export const russell: Reconstitution = {
  indices: 'the Russell indices',
  name: 'Russell reconstitution',
  publisher: 'FTSE Russell',
  days: [
    { month: 6, weekday: friday, nth: 4, from: 2010 },
    { month: 11, weekday: friday, nth: 2, from: 2026 },
  ],
};
