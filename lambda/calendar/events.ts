/** What may move the market on a day that is known beforehand. */
export const eventKinds = [
  'decision',
  'release',
  'earnings',
  'reconstitution',
  'early close',
  'closure',
] as const;
export type EventKind = (typeof eventKinds)[number];

/**
 * How sure its date is: `scheduled` by who holds it, in a table kept here; `published` in the publisher's calendar as it
 * stood when it was collected; `usual` by the publisher's standing rule, which no calendar at hand confirms; `uncertain`
 * by the same rule in a week with a holiday, when publishers move; `estimated` by a provider until the company confirms it.
 */
export const standings = ['scheduled', 'published', 'usual', 'uncertain', 'estimated'] as const;
export type Standing = (typeof standings)[number];

/** A date that is known beforehand, in New York. */
export interface ScheduledEvent {
  /** `YYYY-MM-DD`; may be a day without a session: the jobs report comes out on some Good Fridays. */
  readonly date: string;
  readonly when: When;
  readonly kind: EventKind;
  /** As a reader calls it; of earnings the company's symbol, of closures and early closes the reason. */
  readonly name: string;
  readonly standing: Standing;
  /** Who says so: `BLS`, `FRED`, `Nasdaq`, `Federal Reserve`, `NYSE`. */
  readonly source: string;
  /** Whether the front page waits for it. */
  readonly major: boolean;
  /** The day on which a date or a rule kept here was read from its source: no session before it may use it. */
  readonly seen?: string;
}

/** New York time `HH:MM`, or the part of the day where no hour is known. */
export type When =
  | `${number}:${number}`
  | 'before the open'
  | 'at the close'
  | 'after the close'
  | 'time not given'
  | 'all day';

/** Position of a part of the day among the hours. */
const order: Readonly<Record<string, string>> = {
  'all day': '00:00',
  'before the open': '09:29',
  'at the close': '16:00',
  'after the close': '16:01',
  'time not given': '24:00',
};

const placeOf = ({ date, when, name }: ScheduledEvent): string => `${date} ${order[when] ?? when} ${name}`;

/** Events in the order of their days and hours, those of one hour by name. */
export function inOrder(events: readonly ScheduledEvent[]): readonly ScheduledEvent[] {
  return events
    .map((event) => ({ event, place: placeOf(event) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ event }) => event);
}
