import { addDays, weekday } from '../../../calendar/civil.ts';
import { closureOf, isSession } from '../../../calendar/nyse.ts';
import type { Edition } from '../../../editions/edition.ts';
import type { KeyFigure, Sentence } from '../../../report/schema.ts';
import { formatShortDate, formatShortDay } from '../../words/date.ts';
import { withoutParts } from '../../words/leadership.ts';
import { firstOf, say, type Words } from '../../words/sentence.ts';
import { knowsReleases } from '../calendar/at-hand.ts';

/** The strip of numbers under the verdict. A figure that no family wrote is left out; a missing one says so itself. */
export function keyFigures(
  words: Words,
  edition: Edition,
  session: string,
  scoreSpark: string | null,
): KeyFigure[] {
  const { fund, underlying, map } = edition;
  const pair = `${underlying}:${map.benchmark}`;
  const keys: KeyFigure[] = [
    price(words, fund.symbol),
    price(words, underlying),
    key(`${underlying} − ${map.benchmark}, 5 days`, `excess.${pair}.5d`, excessDay(words, pair)),
    {
      ...key('Rotation score', 'rotation.score', stateLine(words, edition)),
      ...(scoreSpark === null ? {} : { spark: scoreSpark }),
    },
    key(`Gap to ${fund.beta}×, 21 days`, `gap.${fund.symbol}.21d.total`, gapLine(words, fund.symbol)),
    key('±1σ next session', `expected.${fund.symbol}.1d`, expectedLine(words, underlying)),
    key(eventLabel(words), 'event.next.date', eventLine(words, session)),
  ];
  return keys.filter(({ figure }) => words.book.has(figure));
}

function key(label: string, figure: string, below: Sentence | null): KeyFigure {
  if (below === null) return { label, figure };
  // The number above has the mark of its status: the line below it says no caveat of its own.
  const { parts, figures } = below;
  return { label, figure, below: { parts, figures } };
}

function price(words: Words, symbol: string): KeyFigure {
  return key(
    symbol,
    `close.${symbol}`,
    firstOf(say`${words.value(`change.${symbol}.1d`)}`, newest(words, `close.${symbol}.newest`)),
  );
}

/** "7.75 on Jun 15, 2016", of a fund without a bar of the session. */
function newest(words: Words, id: string): Sentence | null {
  if (!words.known(id)) return null;
  return say`${words.value(id)} on ${words.chosen(formatShortDate(words.book.get(id).asOf), id)}`;
}

function excessDay(words: Words, pair: string): Sentence | null {
  return say`${words.short(`excess.${pair}.1d`)} on the day`;
}

/** "no side leads since Fri Dec 26", "large caps lead from today". */
function stateLine(words: Words, edition: Edition): Sentence | null {
  const state = words.word('rotation.state');
  if (state === null) return null;
  const { sides, states } = edition;
  const who = { [states.own]: sides.own.plural, [states.other]: sides.other.plural }[state];
  const what = words.chosen(who === undefined ? 'no side leads' : `${who} lead`, 'rotation.state');
  if (words.number('rotation.age') === 1) return say`${what} from today${withoutParts(words)}`;
  return firstOf(
    say`${what} since ${words.date('rotation.onset')}${withoutParts(words)}`,
    say`${what}${withoutParts(words)}`,
  );
}

function gapLine(words: Words, symbol: string): Sentence | null {
  return say`compounding ${words.short(`gap.${symbol}.21d.compounding`)}`;
}

function expectedLine(words: Words, underlying: string): Sentence | null {
  return say`${underlying} ${words.value(`expected.${underlying}.1d`)}`;
}

/** Without a calendar of releases something else may come sooner. */
function eventLabel({ book }: Words): string {
  const id = 'event.next.date';
  return book.has(id) && knowsReleases(book.get(id).inputs) ? 'Next event' : 'Next known event';
}

/** "FOMC decision, 14:00; Nov 27 closed": a closed day before the next session is no event, but readers must know of it. */
function eventLine(words: Words, session: string): Sentence | null {
  const closed = closedBefore(session);
  const note = closed.length === 0 ? '' : `; ${closed.map(formatShortDay).join(', ')} closed`;
  return (
    say`${words.value('event.next.name')}${note}` ??
    words.absent('none in the calendars at hand', 'event.next.date')
  );
}

/** Weekdays before the next session on which the exchange had said that it would be shut. */
function closedBefore(session: string): string[] {
  const closed: string[] = [];
  for (let day = addDays(session, 1); !isSession(day); day = addDays(day, 1))
    if (weekday(day) <= 5 && closureOf(day)?.kind !== 'unscheduled') closed.push(day);
  return closed;
}
