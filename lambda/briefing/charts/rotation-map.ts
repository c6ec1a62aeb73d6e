import { mapWeeks } from '../../analytics/rotation-map.ts';
import type { Edition } from '../../editions/edition.ts';
import type { PairView } from '../../market-data/pair-view.ts';
import { plainText } from '../../report/plain-text.ts';
import type { RotationMap } from '../../report/schema.ts';
import type { Context } from '../context.ts';
import { reasonsText } from '../words/reasons.ts';
import { join, list, say, type Words } from '../words/sentence.ts';

const weeks = 10;
const quadrants = ['leading', 'weakening', 'lagging', 'improving'] as const;

/** Styles and sectors against the benchmark, with the path of ten weeks. */
export function rotationMapChart(context: Context): RotationMap | null {
  const { view, edition, words } = context;
  const { benchmark, subjects } = edition.map;
  const names = new Map(edition.symbols.map(({ symbol, name }) => [symbol, name]));
  const tails = subjects.flatMap((subject) => {
    const path = tailSeries(context, subject, benchmark);
    if (path === null) return [];
    const role = subject === edition.underlying ? ('accent' as const) : ('plain' as const);
    return [{ label: subject, name: names.get(subject) ?? subject, ...path, role }];
  });
  if (tails.length === 0) return null;
  return {
    kind: 'chart',
    type: 'rotation-map',
    id: 'rotation-map',
    title: titleOf(words, edition),
    subtitle: [
      `Strength against ${benchmark} and its change, at the last ten week-ends: Ld leading, Im improving, Wk weakening, Lg lagging`,
      ...whyBlank(context),
    ].join('; '),
    asOf: view.session,
    alt: byQuadrant(words, subjects, benchmark),
    tails,
  };
}

/** What to see: how many lead, and the quadrant of the underlying. */
function titleOf(words: Words, { underlying, map }: Edition): string {
  const quadrantOf = (subject: string) => words.word(`map.${subject}:${map.benchmark}.quadrant`);
  const there = map.subjects.filter((subject) => quadrantOf(subject) !== null);
  const leading = there.filter((subject) => quadrantOf(subject) === 'leading').length;
  const own = quadrantOf(underlying);
  const count = leading === 0 ? 'None' : String(leading);
  return `${count} of ${there.length} leading against ${map.benchmark}${own === null ? '' : `; ${underlying} ${own}`}`;
}

/** Why a subject has no row, or a week of its row no mark: by the rule of `map.P:B.*`. */
function whyBlank({ view, edition, book, words }: Context): string[] {
  const { benchmark, subjects } = edition.map;
  const [young, holed, gone]: [string[], string[], string[]] = [[], [], []];
  for (const subject of subjects) {
    const pair = view.pair(subject, benchmark);
    const { map, ends, points } = pathOf(pair);
    if (points.every((point) => point === null))
      gone.push(
        `no row of ${subject}: ${reasonsText(book.get(`map.${pair.pair}.quadrant`).reasons, words.idiom)}`,
      );
    else {
      const without = ends.filter((_, at) => points[at] === null);
      if (without.some((end) => map.weeks(end) < mapWeeks)) young.push(subject);
      if (without.some((end) => map.weeks(end) >= mapWeeks)) holed.push(subject);
    }
  }
  const named = (those: string[], why: string) => (those.length === 0 ? [] : [`${those.join(', ')} ${why}`]);
  return [
    ...named(young, `blank before ${mapWeeks} weeks of prices`),
    ...named(holed, `blank where one of the ${mapWeeks} weeks to then has no price`),
    ...gone,
  ];
}

/** The last weeks of a pair, and its place at the end of each: none without a value of the session. */
function pathOf({ history, index }: PairView) {
  const map = history.map();
  const ends = index < 0 ? [] : map.ends(index, weeks);
  return { map, ends, points: ends.map(map.at) };
}

function tailSeries({ view, series }: Context, subject: string, benchmark: string) {
  const pair = view.pair(subject, benchmark);
  const { ends, points } = pathOf(pair);
  if (points.every((point) => point === null)) return null;
  const { sessions } = view.panel.axis;
  const axis = series.axisOf(
    'weeks',
    ends.map((end) => sessions[end]!),
  );
  const add = (measure: 'ratio' | 'momentum') =>
    series.add(`map.${pair.pair}.${measure}`, {
      axis,
      values: points.map((point) => point?.[measure] ?? null),
      unit: 'index',
      asOf: pair.basis.asOf,
      inputs: pair.basis.inputs,
    });
  return { ratio: add('ratio'), momentum: add('momentum') };
}

/** "Leading: IWM and KRE. Lagging: XLK." */
function byQuadrant(words: Words, subjects: readonly string[], benchmark: string): string {
  const sentences = quadrants.map((quadrant) => {
    const there = subjects.filter(
      (subject) => words.word(`map.${subject}:${benchmark}.quadrant`) === quadrant,
    );
    const named = list(there);
    return named === null ? null : say`${quadrant[0]!.toUpperCase()}${quadrant.slice(1)}: ${named}.`;
  });
  const whole = join(
    sentences.filter((sentence) => sentence !== null),
    ' ',
  );
  return whole === null ? '' : plainText(whole);
}
