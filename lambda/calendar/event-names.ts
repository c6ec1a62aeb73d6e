import type { EventKind, ScheduledEvent, When } from './events.ts';

const wordings: Readonly<Record<EventKind, (names: string) => string>> = {
  decision: (names) => names,
  release: (names) => names,
  earnings: (names) => `Earnings: ${names}`,
  reconstitution: (names) => names,
  'early close': (names) => `Early close, ${names}`,
  closure: (names) => `Closed: ${names}`,
};

const typeset = (name: string): string => name.replaceAll("'", '’');

/** Events of one kind and hour as a table names them: `Earnings: Apple, Meta`. */
export const eventsInWords = (kind: EventKind, names: readonly string[]): string =>
  wordings[kind](names.map(typeset).join('; '));

/** One event with its hour, as the strip of key figures names it: `FOMC decision, 14:00`; whether a rule alone says so. */
export function eventWithHour({ kind, name, when, standing }: ScheduledEvent): string {
  const what = kind === 'earnings' ? `${typeset(name)} earnings` : typeset(name);
  const isByRule = standing === 'usual' || standing === 'uncertain';
  return `${what}, ${hourInWords(when)}${isByRule ? ', by rule, not confirmed' : ''}`;
}

/** `13:00` as it is, and the part of the day where there is no hour. */
export const hourInWords = (when: When): string => (when === 'time not given' ? 'no time given' : when);
