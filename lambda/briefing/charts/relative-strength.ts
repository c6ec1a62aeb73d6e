import { plainText } from '../../report/plain-text.ts';
import type { LineChart } from '../../report/schema.ts';
import type { Context } from '../sections/context.ts';
import { say } from '../words/sentence.ts';
import { stands } from '../words/verbs.ts';
import { lastValues, rebased, sessionAxis } from './axes.ts';
import { movingMean } from './moving-mean.ts';

const averages = [50, 200] as const;
type Pair = readonly [string, string];

/** Two years of relative strength with its averages, each pair rebased to 100 where the chart begins. */
export function relativeStrength(context: Context): LineChart | null {
  const { view, series, edition, words } = context;
  const pairs = edition.pairs.filter(([first]) => first === edition.underlying).slice(0, 2);
  const axis = sessionAxis(series, view, '2y');
  const lines = pairs.flatMap((pair, i) => pairLines(context, axis, pair, i === 0));
  if (lines.length === 0) return null;
  const standing = pairs
    .map(([first, second]) => {
      const id = `rs.${first}:${second}.vs200`;
      const distance = words.number(id);
      if (distance === null) return null;
      return say`${first} against ${second} stands ${words.amount(id)} ${stands(distance)} its 200-session average`;
    })
    .filter((sentence) => sentence !== null);
  return {
    kind: 'chart',
    type: 'lines',
    id: 'relative-strength',
    title: titleOf(context, pairs[0]!),
    subtitle:
      'Ratio of total returns, first day = 100; averages over 50 sessions (dashed) and 200; two years',
    asOf: view.session,
    alt: `Relative strength over two years. ${standing.map((sentence) => `${plainText(sentence)}. `).join('')}`.trim(),
    unit: 'index',
    lines,
    rules: [{ value: 100, label: 'start' }],
  };
}

function pairLines({ view, series }: Context, axis: readonly string[], pair: Pair, main: boolean) {
  const [first, second] = pair;
  const { history, index, basis, pair: name } = view.pair(first, second);
  if (index < 0) return [];
  const drawn = lastValues(history.ratio(), index, axis.length);
  const base = drawn.find((value) => !Number.isNaN(value));
  const add = (id: string, values: Float64Array) =>
    series.add(id, {
      axis: '2y',
      values: rebased(values, base),
      unit: 'index',
      asOf: basis.asOf,
      inputs: basis.inputs,
    });
  const mean = (n: number) => movingMean(lastValues(history.ratio(), index, axis.length + n - 1), n);
  return [
    {
      label: `${first}:${second}`,
      series: add(`rs.${name}`, drawn),
      role: main ? ('accent' as const) : ('strong' as const),
    },
    ...averages.map((n) => ({
      // The averages of the main pair are named; the others are recognised by their dashes.
      label: main ? `${n}-session` : '',
      series: add(`rs.${name}.mean${n}`, mean(n)),
      role: main ? ('plain' as const) : ('faint' as const),
      dashed: n === 50,
    })),
  ];
}

/** What to see: the main pair against its averages. */
function titleOf({ words }: Context, [first, second]: Pair): string {
  const sides = averages.map((n) => {
    const distance = words.number(`rs.${first}:${second}.vs${n}`);
    return distance === null ? null : stands(distance);
  });
  const name = `${first} against ${second}`;
  if (sides[0] === null || sides[1] === null) return `${name}, relative strength`;
  if (sides[0] === sides[1]) return `${name} stands ${sides[0]} both of its averages`;
  return `${name} stands ${sides[0]} its 50-session average and ${sides[1]} its 200-session one`;
}
