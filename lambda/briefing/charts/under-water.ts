import { plainText } from '../../report/plain-text.ts';
import type { LineChart } from '../../report/schema.ts';
import type { Context } from '../context.ts';
import { say } from '../words/sentence.ts';
import { titleOr } from '../words/title.ts';

/** Sessions from one drawn point to the next, about a week: the history has thousands. */
const step = 5;

/** How far the fund was below its highest close so far, over all of its data, the newest session last. */
export function underWater(context: Context): LineChart | null {
  const { view, series, edition, words } = context;
  const { symbol } = edition.fund;
  const { history, index, adjusted, coverage } = view.symbol(symbol);
  if (index < 0 || index - coverage.first < 2 * step) return null;
  const { sessions } = view.panel.axis;
  const rows: number[] = [];
  for (let row = index; row >= coverage.first; row -= step) rows.unshift(row);
  const values = Float64Array.from(rows, (row) => history.adjusted[row]! / history.peaks()[row]! - 1);
  const axis = series.axis(
    'under-water',
    rows.map((row) => sessions[row]!),
  );
  const id = series.add(`under-water.${symbol}`, {
    axis,
    values,
    unit: 'fraction',
    asOf: adjusted.asOf,
    inputs: adjusted.inputs,
  });
  const depth = words.number(`drawdown.${symbol}.now`);
  const now =
    depth === 0
      ? words.chosen(`${symbol} closed at the highest of its data.`, `drawdown.${symbol}.now`)
      : say`${symbol} stands ${words.amount(`drawdown.${symbol}.now`)} below its highest close; to return there takes ${words.value(`recover.${symbol}`)}.`;
  return {
    kind: 'chart',
    type: 'lines',
    id: 'under-water',
    title: underWaterTitle(context),
    subtitle: 'Percent below the highest close so far, dividends reinvested; all of the data, by the week',
    asOf: view.session,
    alt: now === null ? `${symbol} below its highest close` : plainText(now),
    unit: 'fraction',
    lines: [{ label: symbol, series: id, role: 'accent' }],
    rules: [{ value: 0, label: '' }],
  };
}

/** What to see: how far there is to go. */
function underWaterTitle({ edition, words }: Context): string {
  const { symbol } = edition.fund;
  const id = `drawdown.${symbol}.now`;
  return words.number(id) === 0
    ? `${symbol} closes at the highest close of its data`
    : titleOr(
        say`${symbol} is ${words.amount(id)} below its highest close`,
        `${symbol} below its highest close`,
      );
}
