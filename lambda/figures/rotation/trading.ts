import { mean } from '../../analytics/mean.ts';
import { median } from '../../analytics/selection.ts';
import { sampleDeviation } from '../../analytics/standard-deviation.ts';
import { joint } from '../../market-data/basis.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { PriceHistory } from '../../market-data/price-history.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { SymbolView } from '../../market-data/symbol-view.ts';
import type { FigureBook } from '../book.ts';
import { volatilityColumn } from '../fund/swing-columns.ts';
import { isBroken } from '../prices/price-columns.ts';
import { lacksOne } from '../windows.ts';
import { type Absent, absent, type Kind, write } from '../write.ts';

const [month, quarter, year] = [21, 63, 252] as const;

/** How the underlying is traded beside its first rival and the large funds, of every session. */
export interface TradingColumns {
  /** Its volatility over the rival's, and the median of that over a year. */
  readonly calm: LazyColumn;
  readonly usual: LazyColumn;
  /** Share of its volume that came on rising sessions of a quarter. */
  readonly upvolume: LazyColumn;
  /** Share of the dollars traded over 21 sessions, and its z-score in its own year. */
  readonly share: LazyColumn;
  readonly standing: LazyColumn;
}

export const tradingColumns = weakMemo((panel: Panel): TradingColumns => {
  const { underlying, fund, rivals } = panel.edition;
  const { length } = panel.axis.sessions;
  const index = panel.history(underlying);
  const vol = volatilityColumn(panel);
  const [own, other] = [vol(underlying), vol(rivals.against[0]!)];
  const calm = lazyColumn(length, (t) => own(t) / other(t));
  const ours = dollars(panel, [underlying, fund.symbol]);
  const theirs = dollars(panel, rivals.against);
  const share = lazyColumn(length, (t) => {
    const [traded, beside] = [ours.last(t, month), theirs.last(t, month)];
    return traded === null || beside === null ? Number.NaN : mean(traded) / (mean(traded) + mean(beside));
  });
  return {
    calm,
    usual: lazyColumn(length, (t) => {
      const past = calm.last(t, year);
      return isBroken(past) ? Number.NaN : median(past.slice());
    }),
    upvolume: lazyColumn(length, (t) => risingShare(index, t)),
    share,
    standing: lazyColumn(length, (t) => {
      const past = share.last(t, year);
      return isBroken(past) ? Number.NaN : (share(t) - mean(past)) / sampleDeviation(past);
    }),
  };
});

/** Dollars traded of some symbols together, of every session. */
function dollars(panel: Panel, symbols: readonly string[]): LazyColumn {
  const histories = symbols.map(panel.history);
  return lazyColumn(panel.axis.sessions.length, (t) => {
    let sum = 0;
    for (const { close, volume } of histories) sum += close[t]! * volume()[t]!;
    return sum;
  });
}

function risingShare({ returns, volume }: PriceHistory, t: number): number {
  const [moves, shares] = [returns(), volume()];
  let [rising, all] = [0, 0];
  for (let i = t - quarter + 1; i <= t; i++) {
    const traded = shares[i]!;
    if (moves[i]! > 0) rising += traded;
    all += Number.isNaN(moves[i]!) ? Number.NaN : traded;
  }
  return rising / all;
}

/**
 * `vol.IWM:SPY.21d` and `.median`: how the underlying's volatility compares with the first rival's; `upvolume.IWM.63d`; and
 * `attention.IWM.share`, `.z`: the part of the dollars traded that it and the fund had beside the rivals.
 */
export function trading(view: SessionView, book: FigureBook): void {
  const { underlying, fund, rivals } = view.edition;
  const { calm, usual, upvolume, share, standing } = tradingColumns(view.panel);
  const pair = view.pair(underlying, rivals.against[0]!);
  const writeColumn = (id: string, kind: Kind, column: LazyColumn, of: readonly SymbolView[], n: number) =>
    write(book, id, kind, joint(...of.map(({ adjusted }) => adjusted)), () => {
      const value = column(view.index);
      return Number.isFinite(value) ? value : lacking(of, n);
    });
  const both = [pair.first, pair.second];
  const ratio = { unit: 'ratio', method: 'volatility ratio' } as const;
  writeColumn(`vol.${pair.pair}.21d`, ratio, calm, both, month + 1);
  writeColumn(
    `vol.${pair.pair}.21d.median`,
    { unit: 'ratio', method: 'median volatility ratio' },
    usual,
    both,
    year + month,
  );
  const up = { unit: 'fraction', method: 'volume on rises' } as const;
  writeColumn(`upvolume.${underlying}.63d`, up, upvolume, [pair.first], quarter + 1);
  const traded = [underlying, fund.symbol, ...rivals.against].map(view.symbol);
  const part = { unit: 'fraction', method: 'share of dollars' } as const;
  writeColumn(`attention.${underlying}.share`, part, share, traded, month);
  const z = { unit: 'z', method: 'standing of the share' } as const;
  writeColumn(`attention.${underlying}.z`, z, standing, traded, year + month - 1);
}

function lacking(of: readonly SymbolView[], n: number): Absent {
  for (const one of of) {
    const found = lacksOne(one, n);
    if (found !== null) return found;
    if (one.history.volume().length === 0) return absent({ code: 'no-volume', subject: one.symbol });
  }
  return absent({ code: 'did-not-move', subject: of[0]!.symbol });
}
