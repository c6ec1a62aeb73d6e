import { addMonths } from '../../../calendar/civil.ts';
import { sessionsBetween } from '../../../calendar/nyse.ts';
import { plainText } from '../../../report/plain-text.ts';
import type { LevelChart, Sentence } from '../../../report/schema.ts';
import { lastValues } from '../../charts/axes.ts';
import type { Context } from '../../context.ts';
import { levelName } from '../../words/level-names.ts';
import { said, say } from '../../words/sentence.ts';
import { titleOr } from '../../words/title.ts';

const months = 6;
/** A level further than this beyond the drawn prices would flatten the line; it is in the table only. */
const margin = 0.03;

/** Six months of closes with the levels that lie in their range, each with the fund's price there. */
export function priceLevelChart(context: Context): LevelChart | null {
  const { view, book, series, edition, words } = context;
  const { underlying, fund } = edition;
  const { history, index, traded, close } = view.symbol(underlying);
  if (close.status === 'missing') return null;
  const dates = sessionsBetween(addMonths(view.session, -months), view.session);
  const values = lastValues(history.close, index, dates.length);
  const drawn = values.filter((value) => !Number.isNaN(value));
  if (drawn.length < 2) return null;
  const low = Math.min(...drawn) * (1 - margin);
  const high = Math.max(...drawn) * (1 + margin);
  const within = [
    `high52w.${underlying}`,
    `sma.${underlying}.20`,
    `sma.${underlying}.50`,
    `sma.${underlying}.200`,
    `low52w.${underlying}`,
  ].filter((id) => {
    const price = book.number(id);
    return price !== null && price >= low && price <= high;
  });
  const axis = series.axis('levels', dates);
  const id = series.add(`levels.${underlying}`, {
    axis,
    values,
    unit: 'usd',
    asOf: traded.asOf,
    inputs: traded.inputs,
  });
  const bands = ([1, 2] as const)
    .map((n) => ({
      label: `±${n}σ`,
      low: `band.${underlying}.${n}sd.low`,
      high: `band.${underlying}.${n}sd.high`,
    }))
    .filter((band) => words.known(band.low) && words.known(band.high));
  const measure = `US dollars, six months of closes; beside each level within a session’s reach the ${fund.symbol} price it implies`;
  const caption = said([
    say`${underlying} closed at ${words.value(`close.${underlying}`)}.`,
    ...within.map(
      (level) =>
        say`${levelName(level)} ${words.value(level)}, ${fund.symbol} ${words.value(`ladder.${fund.symbol}.${level}`)}.` ??
        say`${levelName(level)} ${words.value(level)}.`,
    ),
  ]);
  return {
    kind: 'chart',
    type: 'levels',
    id: 'levels.chart',
    title: titleOr(between(context, within), `${underlying} and the levels near it`),
    subtitle: bands.length === 0 ? measure : `${measure}; bar at the end: ±1σ and ±2σ next session`,
    asOf: view.session,
    alt: caption.map(plainText).join(' '),
    unit: 'usd',
    line: { label: underlying, series: id },
    levels: within.map((level) => ({
      label: levelName(level),
      figure: level,
      ...(words.known(`ladder.${fund.symbol}.${level}`) ? { implies: `ladder.${fund.symbol}.${level}` } : {}),
    })),
    ...(bands.length === 0 ? {} : { bands }),
  };
}

/** What to see: the drawn levels next to the close. */
function between({ words, edition }: Context, levels: readonly string[]): Sentence | null {
  const away = (id: string) => words.number(`distance.${id}`);
  const next = (side: 1 | -1) => {
    const [nearest] = levels
      .filter((id) => side * (away(id) ?? 0) > 0)
      .toSorted((a, b) => Math.abs(away(a)!) - Math.abs(away(b)!));
    return nearest === undefined ? null : words.chosen(`its ${levelName(nearest)}`, `distance.${nearest}`);
  };
  const [above, below] = [next(1), next(-1)];
  if (above !== null && below !== null)
    return say`${edition.underlying} is above ${below} and below ${above}`;
  return say`${edition.underlying} is above ${below}` ?? say`${edition.underlying} is below ${above}`;
}
