import { inOrder, type ScheduledEvent, type When } from '../../calendar/events.ts';
import type { ParsedEvents } from '../parsing/events.ts';
import { shaped } from '../parsing/shape.ts';
import { jsonOf } from '../parsing/text.ts';
import { schedule } from './schema.ts';

/** The dates that were kept in the program when a briefing was collected. @throws InputError */
export function parseSchedule(bytes: Uint8Array): ParsedEvents {
  const { through, events } = shaped(schedule, jsonOf(bytes));
  const names = [...new Set(events.map(({ name }) => name))];
  return {
    events: inOrder(
      events.map((event): ScheduledEvent => ({ ...event, when: event.when as When, kind: 'release' })),
    ),
    through,
    complaints: [],
    covers: { names, from: '', through },
  };
}
