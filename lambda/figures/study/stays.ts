import { rollingPercentile } from '../../analytics/rolling-percentile.ts';
import { sampleDeviation } from '../../analytics/standard-deviation.ts';
import { type Stays, staysOf } from '../../analytics/stays.ts';
import { memo } from '../../market-data/memo.ts';
import type { PriceHistory } from '../../market-data/price-history.ts';
import { isWhole } from '../../series/coverage.ts';
import { overExisting } from '../../series/existing.ts';
import { ofHistories } from './of-histories.ts';

const [month, year] = [21, 252] as const;
/** A reading is compared with its own last five years, and needs two of them. */
const [compared, needed] = [1260, 504] as const;

/** Measures of the index fund whose stays beyond a limit are reported, in the order of the specification. */
export const stayNames = ['high-vol', 'low-vol', 'heavy-decay', 'kind-trend', 'fall-10', 'fall-20'] as const;
export type StayName = (typeof stayNames)[number];

const high = { enter: 0.9, leave: 0.7 };
const low = { enter: 0.1, leave: 0.3 };

/** Every stay of the history of a panel; each session's rests on what was known by then. */
export const staysOfPanel = ofHistories((panel): ((name: StayName) => Stays) => {
  const { underlying, fund } = panel.edition;
  const history = panel.history(underlying);
  const measures = {
    volatility: () => ranked(volatilities(history)),
    compounding: () => ranked(compounding(history, fund.beta)),
    fall: () => falls(history),
  };
  const measure = memo((name: keyof typeof measures) => measures[name]());
  return memo((name: StayName) => {
    switch (name) {
      case 'high-vol':
        return staysOf(measure('volatility'), high);
      case 'low-vol':
        return staysOf(measure('volatility'), low);
      case 'heavy-decay':
        return staysOf(measure('compounding'), low);
      case 'kind-trend':
        return staysOf(measure('compounding'), high);
      case 'fall-10':
        return staysOf(measure('fall'), { enter: -0.1, leave: -0.05 });
      case 'fall-20':
        return staysOf(measure('fall'), { enter: -0.2, leave: -0.1 });
    }
  });
});

const ranked = (column: Float64Array): Float64Array =>
  overExisting(column, (values) => rollingPercentile(values, compared, needed));

/** A column over a month of sessions, NaN where one of them has no bar. */
function overMonths(history: PriceHistory, compute: (t: number) => number): Float64Array {
  const column = new Float64Array(history.adjusted.length).fill(Number.NaN);
  for (let t = history.coverage.first + month; t < column.length; t++)
    if (isWhole(history.coverage, t, month + 1)) column[t] = compute(t);
  return column;
}

function volatilities(history: PriceHistory): Float64Array {
  const logs = history.logReturns();
  return overMonths(history, (t) => sampleDeviation(logs.subarray(t + 1 - month, t + 1)) * Math.sqrt(year));
}

/** What daily resets add over a month to so many times the fund's return. */
function compounding(history: PriceHistory, beta: number): Float64Array {
  const returns = history.returns();
  return overMonths(history, (t) => {
    let grown = 1;
    for (let i = t + 1 - month; i <= t; i++) grown *= 1 + beta * returns[i]!;
    return grown - 1 - beta * (history.adjusted[t]! / history.adjusted[t - month]! - 1);
  });
}

/** Falls from the highest close so far, from a year of closes on. */
function falls({ adjusted, coverage, peaks }: PriceHistory): Float64Array {
  const highest = peaks();
  const column = new Float64Array(adjusted.length).fill(Number.NaN);
  for (let t = coverage.first + year - 1; t < column.length; t++) column[t] = adjusted[t]! / highest[t]! - 1;
  return column;
}
