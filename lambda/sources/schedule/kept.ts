import { announced, announcedFrom, announcedThrough } from '../../calendar/announced.ts';
import { byRule } from '../../calendar/by-rule.ts';
import { addDays } from '../../calendar/civil.ts';
import { inOrder } from '../../calendar/events.ts';
import type { SeriesRequest } from '../route.ts';
import type { Payload } from '../source.ts';

export const scheduleKey = 'events:schedule';
export const scheduleSource = 'schedule';

/** Days after the newest session that usual days are counted out for: more than ten sessions ever take. */
const ahead = 45;

/**
 * The dates kept in the program as a payload: what a briefing rested on stays with it. Nobody is asked for it, and it is
 * no sign that anything was received. None for sessions before the first of them was read.
 */
export function keptSchedule(asked: Pick<SeriesRequest, 'session' | 'through' | 'now'>): Payload | null {
  const { session, through, now } = asked;
  if (through < announcedFrom) return null;
  const until = addDays(through, ahead);
  const listed = announced.filter(({ date }) => date > session && date <= until);
  const known = new Set(listed.map(({ date, name }) => `${date} ${name}`));
  const usual = byRule(session, until).filter(({ date, name }) => !known.has(`${date} ${name}`));
  const events = inOrder([...listed, ...usual]).map(({ kind: _, ...event }) => event);
  const document = { schedule: 'smallcap-briefing/1', through: announcedThrough, events };
  return {
    key: scheduleKey,
    source: scheduleSource,
    origin: 'dates kept in the program',
    fetchedAt: now,
    bytes: new TextEncoder().encode(JSON.stringify(document)),
  };
}
