import { put } from '../../analytics/black-scholes.ts';
import { continuousRate } from '../../analytics/continuous-rate.ts';
import { dividendYield } from '../../analytics/dividend-yield.ts';
import { fredSeries } from '../../editions/fred.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import { hedgeTerms } from '../levels/hedge.ts';
import { newestColumn } from '../macro/reading-columns.ts';
import { startOn } from '../prices/price-columns.ts';

/** What covering all of the fund's exposure with the model's puts took, over the position, on every session. */
export const coverColumn = weakMemo((panel: Panel): LazyColumn => {
  const { underlying, volatility, fund } = panel.edition;
  const { close, adjusted, ewma, paysOut } = panel.history(underlying);
  const implied = panel.history(volatility.symbol).close;
  const bill = newestColumn(panel)(fredSeries.threeMonths);
  const start = startOn(panel)('1y');
  /** As the expected move takes it: the session's index, that of the session before, or what the fund lately did. */
  const sigmaOf = (t: number): number => {
    for (const level of [implied[t], implied[t - 1]])
      if (level !== undefined && !Number.isNaN(level)) return level / 100;
    return ewma()[t]!;
  };
  return lazyColumn(panel.axis.sessions.length, (t) => {
    const from = start(t);
    const spot = close[t]!;
    const strike = Math.round(spot * (1 - hedgeTerms.outOfTheMoney));
    const sigma = sigmaOf(t);
    if (!paysOut || from < 0 || !(strike > 0) || !(sigma > 0)) return Number.NaN;
    const paid = dividendYield([adjusted[from]!, adjusted[t]!], [close[from]!, spot]);
    const { price, delta } = put({
      spot,
      strike,
      years: hedgeTerms.days / hedgeTerms.daysInYear,
      rate: continuousRate(bill(t) / 100),
      dividendYield: Math.log1p(paid),
      volatility: sigma,
    });
    return -delta < 0.001 ? Number.NaN : (Math.abs(fund.beta) * price) / (spot * -delta);
  });
});
