import type { Reconstitution } from '../editions/edition.ts';
import { addDays, weekday } from './civil.ts';
import { closureText } from './closures.ts';
import { inOrder, type ScheduledEvent, type When } from './events.ts';
import { fomcMeetings, fomcTime } from './fomc.ts';
import { closureOf, earlyClose, isCovered } from './nyse.ts';
import { reconstitutions } from './reconstitution.ts';

/**
 * What the tables kept here foretell of the days after one date up to another: decisions of the Fed, early closes,
 * closures, and reconstitutions of the indices that an edition names.
 */
export function scheduledBetween(
  after: string,
  until: string,
  indices: Reconstitution | null,
): readonly ScheduledEvent[] {
  const events: ScheduledEvent[] = [
    ...fomcMeetings(after, until).map(decision),
    ...(indices === null ? [] : reconstitutions(indices, after, until).map(reconstitutionOf(indices))),
  ];
  for (let date = addDays(after, 1); date <= until && isCovered(date); date = addDays(date, 1)) {
    const event = exchangeEvent(date);
    if (event !== null) events.push(event);
  }
  return inOrder(events);
}

const decision = (date: string): ScheduledEvent => ({
  date,
  when: fomcTime,
  kind: 'decision',
  name: 'FOMC decision',
  standing: 'scheduled',
  source: 'Federal Reserve',
  major: true,
});

const reconstitutionOf =
  ({ name, publisher }: Reconstitution) =>
  (date: string): ScheduledEvent => ({
    date,
    when: 'at the close',
    kind: 'reconstitution',
    name,
    standing: 'scheduled',
    source: publisher,
    major: true,
  });

function exchangeEvent(date: string): ScheduledEvent | null {
  if (weekday(date) > 5) return null;
  const common = { date, standing: 'scheduled', source: 'NYSE', major: true } as const;
  const closure = closureOf(date);
  if (closure === null) {
    const early = earlyClose(date);
    return early === null
      ? null
      : { ...common, when: early.time as When, kind: 'early close', name: early.reason };
  }
  // A hurricane and a day of mourning were in no calendar in advance.
  if (closure.kind === 'unscheduled') return null;
  return { ...common, when: 'all day', kind: 'closure', name: closureText(closure) };
}
