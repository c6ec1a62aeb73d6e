import { scoreComponents, scoreWeights } from '../../analytics/rotation-score.ts';
import { plainText } from '../../report/plain-text.ts';
import type { BarChart, LineChart, Sentence } from '../../report/schema.ts';
import type { Context } from '../context.ts';
import { formatShortDay } from '../words/date.ts';
import { scoreSentence } from '../words/leadership.ts';
import { qualify } from '../words/qualify.ts';
import { list, say } from '../words/sentence.ts';
import { titleOr } from '../words/title.ts';
import { type AxisId, lastValues, sessionAxis } from './axes.ts';

/** Registers the score on a shared axis; null where there is not a single score to draw. */
function scoreSeries({ view, book, series }: Context, axisId: AxisId): string | null {
  const id = `rotation.score.${axisId}`;
  if (series.has(id)) return id;
  const axis = sessionAxis(series, view, axisId);
  const values = lastValues(view.panel.rotation().scores, view.index, axis.length);
  if (values.every(Number.isNaN)) return null;
  const { asOf, inputs } = book.get('rotation.score');
  return series.add(id, { axis: axisId, values, unit: '-100..100', asOf, inputs });
}

/** A quarter of the rotation score for its key figure; null while there is no score to draw. */
export function scoreSpark(context: Context): string | null {
  return scoreSeries(context, 'quarter');
}

/** Two years of the score with the thresholds at which leadership is entered and left. */
export function scoreHistory(context: Context): LineChart | null {
  const { view, words, edition } = context;
  const { own, other } = edition.sides;
  const id = scoreSeries(context, '2y');
  if (id === null) return null;
  const newest = newestScore(context);
  return {
    kind: 'chart',
    type: 'lines',
    id: 'score-history',
    title: titleOr(
      say`Rotation score ${words.value('rotation.score')}: ${words.value('rotation.state')}`,
      'Rotation score and the thresholds of leadership',
    ),
    subtitle: `Entered at ±25, left inside ±10; above zero ${own.plural}, below zero ${other.plural}; two years`,
    asOf: newest,
    alt: plainText(qualify(words, scoreSentence(words, edition))),
    unit: '-100..100',
    lines: [
      {
        label: newest === view.session ? 'score' : `score of ${formatShortDay(newest)}`,
        series: id,
        role: 'accent',
      },
    ],
    rules: [
      { value: 25, label: `${own.plural} lead` },
      { value: 10, label: '' },
      { value: 0, label: '' },
      { value: -10, label: '' },
      { value: -25, label: `${other.plural} lead` },
    ],
  };
}

/** The session of the newest score: the day's own, or one before it where the day has none. */
function newestScore({ view }: Context): string {
  const { scores } = view.panel.rotation();
  const { sessions } = view.panel.axis;
  for (let at = view.index; at > 0; at--) if (!Number.isNaN(scores[at])) return sessions[at]!;
  return view.session;
}

/** The score's components, each against its own last five years, with its weight. */
export function scoreBars(context: Context): BarChart {
  const { view, words, edition } = context;
  const components = scoreComponents.map((name) => {
    const value = words.value(`rotation.component.${name}`);
    return value === null ? null : say`${edition.score[name].spoken} ${value}`;
  });
  const there = list(components);
  return {
    kind: 'chart',
    type: 'bars',
    id: 'score-components',
    title: titleOr(strongest(context), 'What the score is made of'),
    subtitle: 'Standard deviations from each component’s own five-year mean; beyond ±2 counts as ±2',
    asOf: view.session,
    alt:
      there === null
        ? 'No component can be computed.'
        : `Components in standard deviations: ${plainText(there)}.`,
    unit: 'z',
    bars: scoreComponents.map((name) => ({
      label: edition.score[name].label,
      note: `weight ${scoreWeights[name]}\u202f%`,
      figure: `rotation.component.${name}`,
      role: 'accent',
    })),
    range: [-2, 2],
  };
}

/** What to see: the component furthest from its own mean. */
function strongest({ words, edition }: Context): Sentence | null {
  const size = (name: (typeof scoreComponents)[number]) =>
    Math.abs(words.number(`rotation.component.${name}`) ?? 0);
  const [most] = scoreComponents.toSorted((a, b) => size(b) - size(a));
  if (most === undefined) return null;
  const { spoken } = edition.score[most];
  const value = words.value(`rotation.component.${most}`);
  return say`Furthest from its own mean: ${spoken}, ${value}`;
}
