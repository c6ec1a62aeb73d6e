import type { ParsedEvents } from '../../parsing/events.ts';
import { icsReleases, type Title } from '../../parsing/ics-releases.ts';

/** Whole titles: there are an Employment Situation of Veterans and state editions of others. */
const titles: readonly Title[] = [
  { title: /^employment situation$/i, release: 'Employment situation' },
  { title: /^consumer price index$/i, release: 'Consumer price index' },
  { title: /^producer price index$/i, release: 'Producer price index' },
  { title: /^employment cost index$/i, release: 'Employment cost index' },
  { title: /^job openings and labor turnover( survey)?$/i, release: 'Job openings' },
];

/** The calendar file of the Bureau of Labor Statistics, of one calendar year ahead. @throws InputError */
export const parseBlsCalendar = (bytes: Uint8Array): ParsedEvents => icsReleases(bytes, titles, 'BLS');
