import type { ParsedEvents } from '../../parsing/events.ts';
import { icsReleases, type Title } from '../../parsing/ics-releases.ts';

/** Gross domestic product by state, county or industry alone is another release. */
const titles: readonly Title[] = [
  {
    title: /^(gross domestic product|gdp)(,| \((advance|initial|second|third|updated) estimate\))/i,
    release: 'Gross domestic product',
  },
  { title: /^personal income and outlays(,|$)/i, release: 'Personal income and outlays' },
];

/** The calendar file of the Bureau of Economic Analysis, in UTC. @throws InputError */
export const parseBeaCalendar = (bytes: Uint8Array): ParsedEvents => icsReleases(bytes, titles, 'BEA');
