import { dateOfDayNumber, dayNumber, monthKey, weekdayOfDayNumber } from '../../calendar/civil.ts';
import type { SimulatedBars } from './bars.ts';
import { days, firstSimulatedDay, lastDay } from './days.ts';
import type { Economy } from './economy.ts';
import type { SimulatedSeries } from './monthly-series.ts';
import { randomStream, type Stream } from './random.ts';
import { policyOn, type Rates } from './rates.ts';

const everyDay = Array.from({ length: dayNumber(lastDay) - dayNumber(firstSimulatedDay) + 1 }, (_, i) => {
  const number = dayNumber(firstSimulatedDay) + i;
  return { date: dateOfDayNumber(number), weekday: weekdayOfDayNumber(number) };
});
const weekdays = everyDay.filter(({ weekday }) => weekday <= 5).map(({ date }) => date);
const rowOf = new Map(days.map((date, row) => [date, row]));
/** Row of the session on each weekday, -1 on a holiday. */
const sessionRows = weekdays.map((date) => rowOf.get(date) ?? -1);

/** Stamped Monday to Friday; no value on holidays. */
function onWeekdays(values: Float64Array, decimals = 2): SimulatedSeries {
  const stamped = Float64Array.from(sessionRows, (row) => (row < 0 ? Number.NaN : values[row]!));
  return { dates: weekdays, values: stamped, decimals };
}

/** Overnight rates beside the middle of the policy range, and a dollar that rises when the market falls. */
function moneySeries(seed: number, rates: Rates, market: Float64Array): [string, SimulatedSeries][] {
  const [effective, secured, dollar] = ['EFFR', 'SOFR', 'DTWEXBGS'].map((name) =>
    randomStream(seed, name),
  ) as [Stream, Stream, Stream];
  const middle = rates.policyUpper.map((upper) => upper - 0.125);
  let level = 100;
  const index = market.map((move) => {
    level *= Math.exp(0.0004 * (4.7 - Math.log(level)) - 0.12 * move + 0.0032 * dollar.normal());
    return level;
  });
  return [
    ['EFFR', onWeekdays(middle.map((rate) => Math.max(0.04, rate - 0.04 + 0.01 * effective.normal())))],
    ['SOFR', onWeekdays(middle.map((rate) => Math.max(0.01, rate - 0.03 + 0.03 * secured.normal())))],
    ['DTWEXBGS', onWeekdays(index, 4)],
  ];
}

/** Yields, spreads and the volatility index by weekday; the policy range by calendar day. */
export function dailySeries(
  seed: number,
  rates: Rates,
  economy: Economy,
  vix: SimulatedBars,
  market: Float64Array,
): [string, SimulatedSeries][] {
  const monthRow = new Map(economy.months.map((start, row) => [monthKey(start), row]));
  const dates = everyDay.map(({ date }) => date);
  const upper = Float64Array.from(dates, (date) => policyOn(date, economy, monthRow.get(monthKey(date))!));
  const hundredths = (values: Float64Array) => values.map((value) => Math.round(value * 100) / 100);
  const [two, ten] = [hundredths(rates.twoYears), hundredths(rates.tenYears)];
  return [
    ['DFEDTARU', { dates, values: upper, decimals: 2 }],
    ['DFEDTARL', { dates, values: upper.map((rate) => rate - 0.25), decimals: 2 }],
    ['DGS3MO', onWeekdays(rates.threeMonths)],
    ['DGS2', onWeekdays(two)],
    ['DGS10', onWeekdays(ten)],
    ['T10Y2Y', onWeekdays(ten.map((value, row) => value - two[row]!))],
    ['DFII10', onWeekdays(rates.realTenYears)],
    ['T5YIE', onWeekdays(rates.breakevenFiveYears)],
    ['BAA10Y', onWeekdays(rates.baaSpread)],
    ['BAMLH0A0HYM2', onWeekdays(rates.highYieldSpread)],
    ['VIXCLS', onWeekdays(vix.close)],
    ...moneySeries(seed, rates, market),
  ];
}

/** Claims of the week that ends on Saturday, and financial conditions of the one that ends on Friday. */
export function weeklySeries(
  seed: number,
  economy: Economy,
  rates: Rates,
  vix: SimulatedBars,
): [string, SimulatedSeries][] {
  const monthRow = new Map(economy.months.map((start, row) => [monthKey(start), row]));
  const random = randomStream(seed, 'weekly');
  const fridays: { date: string; row: number }[] = [];
  const saturdays: { date: string; growth: number }[] = [];
  let row = 0;
  for (const { date, weekday } of everyDay) {
    row = rowOf.get(date) ?? row;
    if (weekday === 5) fridays.push({ date, row });
    if (weekday === 6) saturdays.push({ date, growth: economy.growth[monthRow.get(monthKey(date))!]! });
  }
  let level = 300_000;
  const claims = Float64Array.from(saturdays, ({ growth }) => {
    level += 0.08 * (255_000 * Math.exp(-0.24 * growth) - level);
    return Math.round((level * Math.exp(0.022 * random.normal())) / 1000) * 1000;
  });
  const conditions = Float64Array.from(fridays, ({ row: at }) => {
    const strain = 0.028 * (vix.close[at]! - 19) + 0.3 * (rates.baaSpread[at]! - 2.1);
    return -0.35 + strain + 0.006 * random.normal();
  });
  return [
    ['ICSA', { dates: saturdays.map(({ date }) => date), values: claims, decimals: 0 }],
    ['NFCI', { dates: fridays.map(({ date }) => date), values: conditions, decimals: 5 }],
  ];
}
