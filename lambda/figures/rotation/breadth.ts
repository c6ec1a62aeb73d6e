import { mean } from '../../analytics/mean.ts';
import { joint } from '../../market-data/basis.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { SymbolView } from '../../market-data/symbol-view.ts';
import type { FigureBook } from '../book.ts';
import { fewestFunds } from '../fewest.ts';
import { lacksOne } from '../windows.ts';
import { absent, type FigureOutcome, write } from '../write.ts';

const span = 50;

/**
 * How many of the edition's funds for breadth are above their 50-session average, by adjusted closes,
 * which all of them have: `breadth.above50` (a share), `.count` and `.n`. A fund without each of 50 sessions is left out, and
 * `.n` is the number of funds; under five funds there is no share.
 */
export function breadth(view: SessionView, book: FigureBook): void {
  const members = view.edition.symbols
    .filter(({ group }) => view.edition.breadth.groups.includes(group))
    .map(({ symbol }) => view.symbol(symbol));
  const there = members.filter(
    (member) => member.adjusted.status !== 'missing' && lacksOne(member, span) === null,
  );
  const above = there.filter(isAbove).length;
  const basis = joint(...(there.length > 0 ? there : members).map(({ adjusted }) => adjusted));
  const few = absent({ code: 'few-funds', there: there.length, of: members.length, sessions: span });
  const enough = there.length >= fewestFunds;
  const add = (
    id: string,
    unit: string,
    method: 'share above average' | 'share count',
    value: FigureOutcome,
  ) => write(book, id, { unit, method }, basis, () => (enough ? value : few));
  add('breadth.above50', 'fraction', 'share above average', above / there.length);
  add('breadth.above50.count', 'count', 'share count', above);
  add('breadth.above50.n', 'count', 'share count', there.length);
}

function isAbove({ history, index }: SymbolView): boolean {
  return history.adjusted[index]! > mean(history.adjusted.subarray(index - span + 1, index + 1));
}
