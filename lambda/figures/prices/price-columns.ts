import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { memo, weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { PriceHistory } from '../../market-data/price-history.ts';
import { resolve } from '../../market-data/symbol-view.ts';
import { type Window, windowStart } from '../../series/windows.ts';

/** The history that a symbol has on a session: its own, or its first proxy's while it has none. */
const historyOn = weakMemo((panel: Panel) =>
  memo((symbol: string): ((t: number) => PriceHistory) => {
    const own = panel.history(symbol);
    if (panel.symbolSpec(symbol)?.alternates === undefined) return () => own;
    return (t) => panel.history(resolve(panel, symbol, t));
  }),
);

/** Return over n sessions on every session, a fraction. */
export const growthColumn = weakMemo((panel: Panel) =>
  memo((symbol: string) =>
    memo((n: number): LazyColumn => {
      const history = historyOn(panel)(symbol);
      return lazyColumn(panel.axis.sessions.length, (t) => growthOf(history(t), t, t - n));
    }),
  ),
);

/** Index of the session that a window starts from, on every session. */
export const startOn = weakMemo((panel: Panel) =>
  memo((window: Window) =>
    lazyColumn(panel.axis.sessions.length, (t) => windowStart(panel.axis, panel.axis.sessions[t]!, window)),
  ),
);

/** Return over a window of the calendar on every session, a fraction. */
export const windowColumn = weakMemo((panel: Panel) =>
  memo((symbol: string) =>
    memo((window: Window): LazyColumn => {
      const history = historyOn(panel)(symbol);
      const start = startOn(panel)(window);
      return lazyColumn(panel.axis.sessions.length, (t) => growthOf(history(t), t, start(t)));
    }),
  ),
);

/** Adjusted close of one session over that of another, less one; NaN without both bars. */
function growthOf({ adjusted }: PriceHistory, t: number, from: number): number {
  return from < 0 ? Number.NaN : adjusted[t]! / adjusted[from]! - 1;
}

/** Whether one of the values is not there. */
export function isBroken(values: Float64Array | null): values is null {
  if (values === null) return true;
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i]!)) return true;
  return false;
}
