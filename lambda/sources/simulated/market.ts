import type { SimulatedBars } from './bars.ts';
import { dailyResetReturns } from './daily-reset-fund.ts';
import { days, sessionsInYear, tradingTime } from './days.ts';
import { dividendFactors } from './dividends.ts';
import { type Exposure, exposures, indices } from './exposures.ts';
import type { Factors } from './factors.ts';
import { type Course, courseOf, leveragedCourse } from './intraday.ts';
import { randomStream } from './random.ts';
import type { Rates } from './rates.ts';
import { totalReturns } from './total-returns.ts';
import { volatilityIndex } from './volatility-index.ts';

/** Prices are set to be plausible on this day; a fund that resets daily loses most of its price over decades. */
const anchor = days.indexOf('2026-06-30');

const funds = [
  { symbol: 'TNA', of: 'IWM', beta: 3, held: 0.7, price: 47.3, volume: 8_000_000 },
  { symbol: 'TZA', of: 'IWM', beta: -3, held: 0, price: 8.1, volume: 24_000_000 },
] as const;
const fundExpenses = 0.0103;
const fundDividends = { yield: 0.01, payments: 4 } as const;

/** Prices from a course: closes follow from one another, and one of them is known. */
function priced(course: Course, price: number): Pick<SimulatedBars, 'open' | 'high' | 'low' | 'close'> {
  const close = new Float64Array(days.length);
  close[0] = 1;
  for (let day = 1; day < close.length; day++) close[day] = close[day - 1]! * course.close[day]!;
  const scale = price / close[anchor]!;
  for (let day = 0; day < close.length; day++) close[day] = close[day]! * scale;
  const within = (relative: Float64Array) =>
    relative.map((ratio, day) => (day === 0 ? close[0]! : close[day - 1]! * ratio));
  return { open: within(course.open), high: within(course.high), low: within(course.low), close };
}

/** Ex-dividend days lower the price by what is paid, from the open on. */
function exDividend(course: Course, factors: Float64Array): Course {
  const lowered = (ratios: Float64Array) => {
    const after = ratios.slice();
    for (let day = 1; day < after.length; day++)
      if (factors[day] !== factors[day - 1]) after[day] = (ratios[day]! * factors[day - 1]!) / factors[day]!;
    return after;
  };
  return {
    open: lowered(course.open),
    high: lowered(course.high),
    low: lowered(course.low),
    close: lowered(course.close),
  };
}

/** Shares: more on days of large moves, fewer on half days, with a memory of some days. */
function volumes(
  seed: number,
  symbol: string,
  usual: number,
  course: Course,
  sd: Float64Array,
): Float64Array {
  const random = randomStream(seed, `${symbol} volume`);
  let mood = 0;
  return course.close.map((ratio, day) => {
    mood = 0.85 * mood + 0.14 * random.normal();
    const surprise = sd[day]! === 0 ? 0 : Math.min(4, Math.abs(Math.log(ratio)) / sd[day]!);
    return Math.max(
      100,
      Math.round((usual * tradingTime[day]! * Math.exp(mood + 0.25 * (surprise - 0.8))) / 100) * 100,
    );
  });
}

function security(
  course: Course,
  { price, dividends, payments }: Pick<Exposure, 'price' | 'dividends' | 'payments'>,
  volume: Float64Array,
): SimulatedBars {
  const factors = dividendFactors(dividends, payments);
  const bars = priced(exDividend(course, factors), price);
  return { ...bars, adjusted: bars.close.map((close, day) => close * factors[day]!), volume };
}

/** Standard deviation of a security's day, by the factors it is exposed to. */
function dailySd({ market, size, growth, own }: Exposure, { stress }: Factors): Float64Array {
  const yearly = Math.hypot(market * 0.15, size * 0.085, growth * 0.08, own);
  return stress.map((today) => (yearly / Math.sqrt(sessionsInYear)) * (0.3 + 0.7 * today));
}

/** Every simulated symbol. */
export function marketOf(seed: number, factors: Factors, rates: Rates): ReadonlyMap<string, SimulatedBars> {
  const market = new Map<string, SimulatedBars>();
  const courses = new Map<string, Course>();
  const opens = randomStream(seed, 'opens');
  const common = factors.market.map(() => opens.normal());
  for (const [symbol, exposure] of exposures) {
    const sd = dailySd(exposure, factors);
    const course = courseOf(seed, symbol, totalReturns(seed, symbol, exposure, factors, rates), sd, common);
    courses.set(symbol, course);
    const isIndex = exposure.volume === 0;
    market.set(
      symbol,
      isIndex
        ? { ...priced(course, exposure.price), adjusted: null, volume: null }
        : security(course, exposure, volumes(seed, symbol, exposure.volume, course, sd)),
    );
  }
  const shortRate = rates.threeMonths.map((percent) => percent / 100);
  for (const { symbol, of, beta, held, price, volume } of funds) {
    const underlying = courses.get(of)!;
    const fund = { beta, expenseRatio: fundExpenses, held };
    const returns = dailyResetReturns(
      fund,
      underlying.close.map((ratio) => ratio - 1),
      shortRate,
    );
    const course = leveragedCourse(underlying, beta, returns);
    const sd = dailySd(exposures.get(of)!, factors).map((one) => Math.abs(beta) * one);
    const paid = { price, dividends: fundDividends.yield, payments: fundDividends.payments };
    market.set(symbol, security(course, paid, volumes(seed, symbol, volume, course, sd)));
  }
  for (const { symbol, of, fee, price } of indices) {
    const { dividends } = exposures.get(of)!;
    const daily = Math.exp((fee - dividends) / sessionsInYear);
    const followed = courses.get(of)!;
    const less = (ratios: Float64Array) => ratios.map((ratio) => ratio * daily);
    const course = {
      open: less(followed.open),
      high: less(followed.high),
      low: less(followed.low),
      close: less(followed.close),
    };
    market.set(symbol, { ...priced(course, price), adjusted: null, volume: null });
  }
  for (const [symbol, multiple] of [
    ['^VIX', 1.24],
    ['^RVX', 1.56],
  ] as const)
    market.set(symbol, volatilityIndex(seed, symbol, multiple, factors));
  return market;
}
