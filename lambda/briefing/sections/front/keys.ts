import { plural } from '../../../counted.ts';
import type { Edition } from '../../../editions/edition.ts';
import type { KeyFigure, Sentence } from '../../../report/schema.ts';
import { hasReason } from '../../../series/reason.ts';
import { say, type Words } from '../../words/sentence.ts';
import { knowsReleases } from '../calendar/at-hand.ts';

/** The strip of numbers under the verdict. A figure that no family wrote is left out; a missing one says so itself. */
export function keyFigures(words: Words, edition: Edition, scoreSpark: string | null): KeyFigure[] {
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
    key(eventLabel(words), 'event.next.date', eventLine(words)),
  ];
  return keys.filter(({ figure }) => words.book.has(figure));
}

function key(label: string, figure: string, below: Sentence | null): KeyFigure {
  return below === null ? { label, figure } : { label, figure, below };
}

function price(words: Words, symbol: string): KeyFigure {
  return key(symbol, `close.${symbol}`, say`${words.value(`change.${symbol}.1d`)}`);
}

function excessDay(words: Words, pair: string): Sentence | null {
  return say`${words.short(`excess.${pair}.1d`)} on the day`;
}

/** "no leader, 4 sessions". */
function stateLine(words: Words, { sides, states }: Edition): Sentence | null {
  const age = words.number('rotation.age');
  const state = words.word('rotation.state');
  if (age === null || state === null) return null;
  const shortStates: Readonly<Record<string, string>> = {
    [states.own]: sides.own.plural,
    [states.other]: sides.other.plural,
    [states.none]: 'no leader',
  };
  const short = words.chosen(shortStates[state] ?? state, 'rotation.state');
  return say`${short}, ${words.value('rotation.age')} ${plural(age, 'session')}${without(words)}`;
}

/** ", without credit": the score of the components that are there says which are not. */
function without(words: Words): Sentence | string {
  const id = 'rotation.state';
  const { status, reasons } = words.book.get(id);
  return status === 'proxy' && hasReason(reasons, 'without') ? (say`, ${words.reason(id)}` ?? '') : '';
}

function gapLine(words: Words, symbol: string): Sentence | null {
  return say`compounding ${words.short(`gap.${symbol}.21d.compounding`)}`;
}

function expectedLine(words: Words, underlying: string): Sentence | null {
  const id = `expected.${underlying}.1d`;
  return say`${underlying} ${words.value(id)}${words.known(id) && words.book.get(id).status === 'proxy' ? ', proxy' : ''}`;
}

/** Without a calendar of releases something else may come sooner. */
function eventLabel({ book }: Words): string {
  const id = 'event.next.date';
  return book.has(id) && knowsReleases(book.get(id).inputs) ? 'Next event' : 'Next known event';
}

function eventLine(words: Words): Sentence | null {
  return words.value('event.next.name');
}
