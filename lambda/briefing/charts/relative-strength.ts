import type { RotationState } from '../../analytics/rotation-state.ts';
import { plainText } from '../../report/plain-text.ts';
import type { LineChart } from '../../report/schema.ts';
import type { Context } from '../context.ts';
import { say } from '../words/sentence.ts';
import { stands } from '../words/verbs.ts';
import { lastValues, rebased, sessionAxis } from './axes.ts';
import { movingMean } from './moving-mean.ts';

const averages = [50, 200] as const;
type Pair = readonly [string, string];

/** Two years of relative strength with its averages, each pair rebased to 100 where the chart begins. */
export function relativeStrength(context: Context): LineChart | null {
  const { view, series, edition, words } = context;
  const pairs = edition.pairs
    .filter(([first]) => first === edition.underlying)
    .slice(0, 2)
    .filter((pair) => view.pair(...pair).index >= 0);
  const dates = sessionAxis(series, view, '2y');
  const shades = leaderships(context, dates);
  const lines = pairs.flatMap((pair, i) => pairLines(context, dates, pair, i === 0));
  const [main] = pairs;
  if (main === undefined) return null;
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
    title: titleOf(context, main),
    subtitle: `Ratios of total returns, two years ago = 100${shadesSaid(context, shades)}; averages of the first over 50 sessions (dashed) and 200`,
    asOf: view.session,
    alt: `Relative strength over two years. ${standing.map((sentence) => `${plainText(sentence)}. `).join('')}`.trim(),
    unit: 'index',
    lines,
    rules: [{ value: 100, label: '' }],
    shades,
  };
}

/** What the shades are, by their colours on the page, as a narrow one has no name above it. */
function shadesSaid({ edition }: Context, shades: ReturnType<typeof leaderships>): string {
  if (shades.length === 0) return '';
  const { own, other } = edition.sides;
  return `; blue: ${own.plural} lead, grey: ${other.plural} lead`;
}

function pairLines({ view, series }: Context, axis: readonly string[], pair: Pair, main: boolean) {
  const [first, second] = pair;
  const { history, index, basis, pair: name } = view.pair(first, second);
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
    // The averages of the other pair would be four lines among six.
    ...(main
      ? averages.map((n) => ({
          label: `${n}-session`,
          series: add(`rs.${name}.mean${n}`, mean(n)),
          role: 'plain' as const,
          dashed: n === 50,
        }))
      : []),
  ];
}

/** The runs of sessions in which a side led, as shaded spans. */
function leaderships({ view, edition }: Context, dates: readonly string[]): NonNullable<LineChart['shades']> {
  const { states } = view.panel.rotation().walk();
  const { sessions } = view.panel.axis;
  const shades: { from: string; to: string; label: string; role: 'accent' | 'faint' }[] = [];
  let led: RotationState | null = null;
  for (let row = Math.max(0, view.index - dates.length + 1); row <= view.index; row++) {
    const state: RotationState | null = states[row] ?? led;
    const last = shades.at(-1);
    if (state === led && last !== undefined && led !== 'none') last.to = sessions[row]!;
    else if (state !== led && (state === 'own' || state === 'other'))
      shades.push({
        from: sessions[row]!,
        to: sessions[row]!,
        label: `${edition.sides[state].plural} lead`,
        role: state === 'own' ? 'accent' : 'faint',
      });
    led = state;
  }
  return shades;
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
