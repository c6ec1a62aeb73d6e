import type { RotationState } from '../../analytics/rotation-state.ts';
import { fredSeries } from '../../editions/fred.ts';
import type { Panel } from '../../market-data/panel.ts';
import { knownPath } from '../../series/known-path.ts';
import { ofHistories } from './of-histories.ts';
import { stayNames, staysOfPanel } from './stays.ts';

/** An event and the sessions on which it came, ascending, of the whole history: each was known by its own close. */
export interface StudyEvent {
  readonly id: string;
  readonly sessions: readonly number[];
}

/** Bounds of the groups of scores: the lowest is below the first. */
const bounds = [-50, -25, -10, 10, 25, 50] as const;

/** The group of similar days that a score is of: `score-1` to `score-7`. */
export const scoreGroup = (score: number): string => `score-${groupOf(score) + 1}`;

const groupOf = (score: number): number => bounds.filter((bound) => score >= bound).length;

/** Days on which the NBER announced a trough, for the first session on or after them. Its business cycle dating committee. */
const troughs = ['2003-07-17', '2010-09-20', '2021-07-19'] as const;

export const eventsOf = ofHistories((panel): readonly StudyEvent[] => {
  const { own, other } = panel.edition.sides;
  const stays = staysOfPanel(panel);
  return [
    { id: `${own.id}-lead`, sessions: leads(panel, 'own') },
    { id: `${other.id}-lead`, sessions: leads(panel, 'other') },
    { id: 'no-lead', sessions: leads(panel, 'none') },
    ...similarDays(panel),
    ...stayNames.map((id) => ({ id, sessions: stays(id).begins })),
    ...cuts(panel),
    { id: 'trough', sessions: troughSessions(panel) },
  ];
});

/** First sessions of a state that followed another. */
function leads(panel: Panel, state: RotationState): readonly number[] {
  const { states, onsets, previous } = panel.rotation().walk();
  return states.flatMap((one, t) => (one === state && onsets[t] === t && previous[t] !== null ? [t] : []));
}

function similarDays(panel: Panel): readonly StudyEvent[] {
  const groups = Array.from({ length: bounds.length + 1 }, () => [] as number[]);
  for (const [t, score] of panel.rotation().scores.entries())
    if (!Number.isNaN(score)) groups[groupOf(score)]!.push(t);
  return groups.map((sessions, group) => ({ id: `score-${group + 1}`, sessions }));
}

/** First sessions on which a lower target of the Federal Reserve was known, and those of them after a rise. */
function cuts(panel: Panel): readonly StudyEvent[] {
  const targets = targetPath(panel);
  const all: number[] = [];
  const first: number[] = [];
  let last = 0;
  for (let t = panel.history(panel.edition.underlying).coverage.first + 1; t < targets.length; t++) {
    const change = Math.round((targets[t]! - targets[t - 1]!) * 1e9);
    if (Number.isNaN(change) || change === 0) continue;
    if (change < 0) all.push(t);
    if (change < 0 && last > 0) first.push(t);
    last = change;
  }
  return [
    { id: 'cut', sessions: all },
    { id: 'first-cut', sessions: first },
  ];
}

/** The target as known at each close, in per cent: its upper end, and the single target that there was before. */
function targetPath(panel: Panel): Float64Array {
  const pathOf = (series: string): Float64Array => {
    const observations = panel.macro.get(series);
    const spec = panel.macroSpec(series);
    return observations === undefined || spec === undefined
      ? new Float64Array(panel.axis.sessions.length).fill(Number.NaN)
      : knownPath(observations, spec, panel.axis).values;
  };
  const single = pathOf(fredSeries.singleTarget);
  return pathOf(fredSeries.targetUpper).map((upper, t) => (Number.isNaN(upper) ? single[t]! : upper));
}

function troughSessions({ axis, edition, history }: Panel): readonly number[] {
  const begin = history(edition.underlying).coverage.first;
  return troughs.flatMap((day) => {
    const t = axis.sessions.findIndex((session) => session >= day);
    const isWithin = t > begin || (t === begin && axis.sessions[t] === day);
    return t >= 0 && isWithin ? [t] : [];
  });
}
