import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { isWhole } from '../../series/coverage.ts';
import { existingOf } from '../../series/existing.ts';
import type { FigureBook } from '../book.ts';
import { isBroken } from '../prices/price-columns.ts';
import { lacksOne } from '../windows.ts';
import { tooShort, write } from '../write.ts';

const [quarter, twoYears, rangeSessions] = [63, 504, 14] as const;
/** The worst sessions that are looked at. */
const worst = 25;

export interface StopColumns {
  /** Largest over smallest true range of the fund, as a share of its close, within a quarter. */
  readonly range: LazyColumn;
  /** Part of the worst sessions of two years that came overnight. */
  readonly overnight: LazyColumn;
}

export const stopColumns = weakMemo((panel: Panel): StopColumns => {
  const { underlying, fund } = panel.edition;
  const { length } = panel.axis.sessions;
  const own = panel.history(fund.symbol);
  const { traded, close } = panel.history(underlying);
  const share = lazyColumn(length, (t) =>
    isWhole(own.coverage, t, rangeSessions) ? own.atr()[t]! / own.close[t]! : Number.NaN,
  );
  const moves = existingOf(close.map((price, t) => price / (close[t - 1] ?? Number.NaN) - 1));
  return {
    range: lazyColumn(length, (t) => {
      const last = share.last(t, quarter);
      return isBroken(last) ? Number.NaN : Math.max(...last) / Math.min(...last);
    }),
    overnight: lazyColumn(length, (t) => {
      const last = moves.last(t, twoYears);
      if (last === null) return Number.NaN;
      const from = moves.upTo(t) - twoYears;
      let [nights, days] = [0, 0];
      for (const row of worstOf(last)) {
        const session = moves.indices[from + row]!;
        nights += traded.open[session]! / close[session - 1]! - 1;
        days += last[row]!;
      }
      return nights / days;
    }),
  };
});

/** Places of the smallest values, of equal ones the earlier. */
function worstOf(values: Float64Array): readonly number[] {
  const places: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (places.length === worst && values[i]! >= values[places[worst - 1]!]!) continue;
    let at = places.length;
    while (at > 0 && values[places[at - 1]!]! > values[i]!) at--;
    places.splice(at, 0, i);
    if (places.length > worst) places.pop();
  }
  return places;
}

/** `atr.TNA.range63`: how far apart the fund's ranges were; `overnight.IWM`: how much of the worst days no stop could meet. */
export function stopLimits(view: SessionView, book: FigureBook): void {
  const { underlying, fund } = view.edition;
  const { range, overnight } = stopColumns(view.panel);
  const own = view.symbol(fund.symbol);
  const ratio = { unit: 'ratio', method: 'spread of ranges' } as const;
  write(book, `atr.${fund.symbol}.range63`, ratio, own.traded, () => {
    const value = range(own.index);
    const needed = quarter + rangeSessions;
    return Number.isFinite(value)
      ? value
      : (lacksOne(own, quarter + rangeSessions - 1) ?? tooShort(needed, needed - 1));
  });
  const index = view.symbol(underlying);
  const part = { unit: 'fraction', method: 'overnight part' } as const;
  write(book, `overnight.${underlying}`, part, index.traded, () => {
    const value = overnight(index.index);
    const has = index.history.existingReturns().upTo(index.index);
    return Number.isFinite(value) ? value : tooShort(twoYears, has, 'daily changes');
  });
}
