import { mean } from '../../analytics/mean.ts';
import type { Edition } from '../../editions/edition.ts';
import { joint } from '../../market-data/basis.ts';
import { lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { SymbolView } from '../../market-data/symbol-view.ts';
import { isWhole } from '../../series/coverage.ts';
import type { FigureBook } from '../book.ts';
import { fewestFunds } from '../fewest.ts';
import { growthColumn } from '../prices/price-columns.ts';
import { lacksOne, lacksPoint } from '../windows.ts';
import { absent, type FigureOutcome, write } from '../write.ts';

const span = 50;
const quarter = 63;

/** The funds whose breadth is counted, as an edition names them. */
const fundsOf = ({ symbols, breadth: { groups } }: Edition): readonly string[] =>
  symbols.filter(({ group }) => groups.includes(group)).map(({ symbol }) => symbol);

/** Shares of the edition's funds above their averages, and that rose over a quarter, of every session. */
export const breadthColumns = weakMemo((panel: Panel) => {
  const { length } = panel.axis.sessions;
  const funds = fundsOf(panel.edition);
  const histories = funds.map(panel.history);
  const growths = funds.map((symbol) => growthColumn(panel)(symbol)(quarter));
  return {
    above50: lazyColumn(length, (t) => {
      const there = histories.filter(({ coverage }) => isWhole(coverage, t, span));
      return shareOf(there.length, there.filter(({ adjusted }) => isAbove(adjusted, t)).length);
    }),
    up63: lazyColumn(length, (t) => {
      const there = growths.map((growth) => growth(t)).filter((growth) => !Number.isNaN(growth));
      return shareOf(there.length, there.filter((growth) => growth > 0).length);
    }),
  };
});

const shareOf = (there: number, such: number): number => (there < fewestFunds ? Number.NaN : such / there);

/**
 * How many of the edition's funds for breadth are above their 50-session average, by adjusted closes,
 * which all of them have: `breadth.above50` (a share), `.count` and `.n`. A fund without each of 50 sessions is left out, and
 * `.n` is the number of funds; under five funds there is no share.
 */
export function breadth(view: SessionView, book: FigureBook): void {
  const members = fundsOf(view.edition).map(view.symbol);
  const there = members.filter(
    (member) => member.adjusted.status !== 'missing' && lacksOne(member, span) === null,
  );
  const above = there.filter(({ history, index }) => isAbove(history.adjusted, index)).length;
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
  rising(view, book, members);
}

/** `breadth.up63`: the share of the same funds whose return over 63 sessions is above zero, of those that have one. */
function rising(view: SessionView, book: FigureBook, members: readonly SymbolView[]): void {
  const there = members.filter(
    (member) => member.adjusted.status !== 'missing' && lacksPoint(member, quarter) === null,
  );
  const basis = joint(...(there.length > 0 ? there : members).map(({ adjusted }) => adjusted));
  write(book, 'breadth.up63', { unit: 'fraction', method: 'share of risers' }, basis, () =>
    there.length < fewestFunds
      ? absent({ code: 'few-funds', there: there.length, of: members.length, sessions: quarter })
      : breadthColumns(view.panel).up63(view.index),
  );
}

const isAbove = (adjusted: Float64Array, t: number): boolean =>
  adjusted[t]! > mean(adjusted.subarray(t - span + 1, t + 1));
