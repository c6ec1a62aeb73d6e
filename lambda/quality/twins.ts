import type { Edition } from '../editions/edition.ts';
import type { Bars } from '../series/bars.ts';
import type { Observations } from '../series/observations.ts';
import { lastOnOrBefore, positionOf } from '../series/position.ts';

/** Two symbols with the same prices: of at least one of them they are another's. */
export interface Twins {
  readonly one: string;
  readonly other: string;
}

/** Rows that must be the same, or all where there are fewer. */
const compared = 252;

/** Fewer equal rows may be chance. */
const fewest = 3;

type Market = ReadonlyMap<string, Bars>;

/** Symbols that have the same closes as another one, in pairs. */
export function twinsIn(market: Market): readonly Twins[] {
  const all = [...market.values()];
  return all.flatMap((bars, i) =>
    all
      .slice(i + 1)
      .flatMap((other) => (isSame(bars, other) ? [{ one: bars.symbol, other: other.symbol }] : [])),
  );
}

function isSame(a: Bars, b: Bars): boolean {
  const [own, others] = [a.close ?? a.adjusted, b.close ?? b.adjusted];
  const rows = Math.min(a.sessions.length, b.sessions.length, compared);
  if (own === null || others === null || rows < fewest) return false;
  let changes = false;
  for (let back = 1; back <= rows; back++) {
    const [mine, theirs] = [own[own.length - back]!, others[others.length - back]!];
    if (mine !== theirs || a.sessions.at(-back) !== b.sessions.at(-back)) return false;
    changes ||= mine !== own.at(-1);
  }
  return changes;
}

/** Periods of two macro series that must be the same to be one series, and different values among them. */
const samePeriods = { least: 12, most: 60, values: 3 };

/**
 * Whether two macro series have the same values of the same periods, up to where the first of them ends: one of them is then
 * another's.
 */
export function isSameSeries(a: Observations, b: Observations): boolean {
  const end = [a, b].map(({ dates }) => dates.at(-1) ?? '').toSorted()[0]!;
  const [ofA, ofB] = [lastOnOrBefore(a.dates, end), lastOnOrBefore(b.dates, end)];
  const rows = Math.min(ofA + 1, ofB + 1, samePeriods.most);
  if (rows < samePeriods.least) return false;
  const values = new Set<number>();
  for (let back = 0; back < rows; back++) {
    const value = a.values[ofA - back]!;
    if (a.dates[ofA - back] !== b.dates[ofB - back] || !Object.is(value, b.values[ofB - back])) return false;
    values.add(value);
  }
  return values.size >= samePeriods.values;
}

/**
 * The least share of variance, over the rows compared, that a symbol has in common with what it follows, and how far the
 * slope may be from its aim. Any year of 2010 to 2025: IWM and ^RUT at the median 0.995, IJR, IWO and IWN and ^RUT at most
 * 0.980; TNA and IWM 0.991 to 0.999 with slopes of 2.91 to 3.00, TNA and IJR at the median 0.974.
 */
const ofIndex = { share: 0.985, slack: 0.1 };
const ofMultiple = { share: 0.991, slack: 0.04 };

/**
 * Whether a symbol's prices are its own by what it follows: a fund its index, the leveraged fund and the underlying each
 * other. False where there is nothing to hold them against, or they leave it open.
 */
export function isVouchedFor(
  symbol: string,
  { fund, underlying, symbols }: Edition,
  market: Market,
): boolean {
  const bars = market.get(symbol);
  const index = market.get(symbols.find((spec) => spec.symbol === symbol)?.follows ?? '');
  if (bars !== undefined && index !== undefined) return followsIndex(bars, index);
  const [multiple, single] = [market.get(fund.symbol), market.get(underlying)];
  return (
    (symbol === fund.symbol || symbol === underlying) &&
    multiple !== undefined &&
    single !== undefined &&
    follows(multiple, single, fund.beta, ofMultiple)
  );
}

/** Whether a fund's closes of a year move with an index one to one. */
export const followsIndex = (fund: Bars, index: Bars): boolean => follows(fund, index, 1, ofIndex);

/**
 * Less than this share of variance in common with its own index over a year, and a fund's prices are another's (least in any
 * 252 sessions of 2016 to 2025: SPY 0.962, IWM 0.977; the median of RSP with the S&P 500 is 0.911).
 */
const leastShare = 0.95;

/** Whether a fund's closes of a year do not move with its index; false where that is not known. */
export function strayFromIndex(fund: Bars, index: Bars): boolean {
  const found = regression(fund, index);
  return found !== null && found.share < leastShare;
}

function follows(fund: Bars, followed: Bars, aim: number, least: typeof ofIndex): boolean {
  const found = regression(fund, followed);
  return found !== null && found.share >= least.share && Math.abs(found.slope / aim - 1) <= least.slack;
}

/** A symbol's moves of a year against another's; null where too few are in both, or one does not move. */
function regression(fund: Bars, followed: Bars): { readonly share: number; readonly slope: number } | null {
  const [own, others] = [fund.close ?? fund.adjusted, followed.close ?? followed.adjusted];
  if (own === null || others === null) return null;
  let [n, sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0, 0];
  for (let row = Math.max(1, own.length - compared); row < own.length; row++) {
    const at = positionOf(followed.sessions, fund.sessions[row]!);
    if (at < 1 || followed.sessions[at - 1] !== fund.sessions[row - 1]) continue;
    const [x, y] = [others[at]! / others[at - 1]! - 1, own[row]! / own[row - 1]! - 1];
    [n, sx, sy, sxx, sxy, syy] = [n + 1, sx + x, sy + y, sxx + x * x, sxy + x * y, syy + y * y];
  }
  const [vx, vy, cov] = [sxx - (sx * sx) / n, syy - (sy * sy) / n, sxy - (sx * sy) / n];
  if (n < compared / 2 || !(vx > 0) || !(vy > 0)) return null;
  return { share: (cov * cov) / (vx * vy), slope: cov / vx };
}
