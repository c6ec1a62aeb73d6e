import { dailyMultiple } from '../../analytics/daily-multiple.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { SymbolView } from '../../market-data/symbol-view.ts';
import type { FigureBook } from '../book.ts';
import { lacksOne } from '../windows.ts';
import { type Absent, absent, derive, type FigureOutcome, tooShort, write } from '../write.ts';

const [month, year] = [21, 252] as const;
/** A session that gives the multiple to within this, a fraction. */
const asPromised = 0.0025;
/** A window that ends this near to the multiple of its whole return, a fraction. */
const nearby = 0.01;

/** What claims on the fund are read from: how near it came to its multiple, session by session and over longer spans. */
export function fundInputs(view: SessionView, book: FigureBook): void {
  const { fund, underlying } = view.edition;
  const { symbol, beta } = fund;
  const pair = view.pair(symbol, underlying);
  const { first, second, index, basis } = pair;
  const made = first.history.returns();
  const moved = second.history.returns();
  const share = (
    id: string,
    method: 'sessions as promised' | 'windows near the multiple',
    of: () => FigureOutcome,
  ) => write(book, id, { unit: 'fraction', method }, basis, of);
  share(`tracking.${symbol}.21d`, 'sessions as promised', () => {
    const near = (t: number) => Math.abs(made[t]! - beta * moved[t]!) <= asPromised;
    return lacksOne(pair, month + 1) ?? shareOf(index, month, near);
  });
  const total = (t: number, n: number) => growth(first, t, n) - beta * growth(second, t, n);
  for (const n of [5, 63])
    share(`near.${symbol}.${n}d`, 'windows near the multiple', () => {
      const near = (t: number) => Math.abs(total(t, n)) <= nearby;
      return lacksOne(pair, year + n) ?? shareOf(index, year, near);
    });
  for (const [side, sign] of [
    ['up', 1],
    ['down', -1],
  ] as const)
    write(book, `capture.${symbol}.${side}`, { unit: 'ratio', method: 'capture' }, basis, () => {
      const lacking = lacksOne(pair, year + 1);
      if (lacking !== null) return lacking;
      let [fundMoves, indexMoves] = [0, 0];
      for (let t = index - year + 1; t <= index; t++)
        if (sign * moved[t]! > 0) {
          fundMoves += made[t]!;
          indexMoves += moved[t]!;
        }
      return indexMoves === 0
        ? absent({ code: 'did-not-move', subject: underlying })
        : fundMoves / indexMoves;
    });
  const gap = (part: string, method: 'gap' | 'gap from compounding', of: () => number) =>
    write(
      book,
      `gap.${symbol}.252d.${part}`,
      { unit: 'fraction', method },
      basis,
      () => lacksOne(pair, year + 1) ?? of(),
    );
  gap('total', 'gap', () => total(index, year));
  gap('compounding', 'gap from compounding', () => {
    const returns = moved.subarray(index + 1 - year, index + 1);
    return dailyMultiple(returns, beta) - beta * growth(second, index, year);
  });
  for (const one of [first, second])
    write(
      book,
      `return.${one.symbol}.252d`,
      { unit: 'fraction', method: 'return' },
      one.adjusted,
      () => lacksPoint(one, year) ?? growth(one, one.index, year),
    );
  derive(
    book,
    `cost.${symbol}.252d.rate`,
    { unit: 'fraction a year', method: 'yearly cost' },
    [`td.${symbol}.252d`],
    (difference) => -difference,
  );
}

const growth = ({ history: { adjusted } }: SymbolView, t: number, n: number): number =>
  adjusted[t]! / adjusted[t - n]! - 1;

function shareOf(index: number, n: number, is: (t: number) => boolean): number {
  let count = 0;
  for (let t = index - n + 1; t <= index; t++) if (is(t)) count++;
  return count / n;
}

/** Null when the session n before has a bar. */
function lacksPoint({ index, coverage, gap }: SymbolView, n: number): Absent | null {
  const start = index - n;
  if (start < coverage.first) return tooShort(n + 1, index - coverage.first + 1);
  return coverage.newestHole[start] === start ? absent(gap(start)) : null;
}
