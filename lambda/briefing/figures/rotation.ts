import { forwardCorrelation } from '../../analytics/forward-correlation.ts';
import {
  type ScoreComponent,
  scoreComponents,
  scoreNeeds,
  weightPresent,
} from '../../analytics/rotation-score.ts';
import { positionOf } from '../../series/position.ts';
import { type Basis, joint } from '../basis.ts';
import type { FigureBook } from '../book.ts';
import { scorePairs, scoreSeries, zNeeds } from '../rotation-history.ts';
import type { SessionView } from '../view.ts';
import { absent, figureBasis, write } from './write.ts';

const horizons = [5, 21, 63] as const;
const componentId = (name: ScoreComponent) => `rotation.component.${name}`;

/** What a component rests on. A component of macro series needs the sessions of the pair too, to count back on. */
function componentBasis(view: SessionView, name: ScoreComponent): Basis {
  if (name !== 'credit' && name !== 'policy') {
    const [first, second] = scorePairs[name];
    return view.pair(first, second).basis;
  }
  const sessions = view.pair(...scorePairs.momentum);
  return sessions.index < 0 ? sessions.basis : view.macro(scoreSeries[name]).basis;
}

/** The components, each a z-score of its own. */
function components(view: SessionView, row: number, book: FigureBook): void {
  const history = view.panel.rotation();
  for (const name of scoreComponents) {
    const value = history.components[name][row] ?? Number.NaN;
    write(
      book,
      componentId(name),
      { unit: 'z', method: 'score component' },
      componentBasis(view, name),
      () =>
        Number.isNaN(value) ? absent(`needs ${zNeeds} sessions of its own history to stand against`) : value,
    );
  }
}

/**
 * What score and state rest on: all five components. As good as the worst of them, which may be missing while the
 * others still make a score; the reason then says which one is.
 */
function scoreBasis(book: FigureBook): Basis {
  const parts = scoreComponents.map((name) => {
    const basis = figureBasis(book, componentId(name));
    return basis.reason === undefined ? basis : { ...basis, reason: `${name}: ${basis.reason}` };
  });
  return joint(...parts);
}

function score(view: SessionView, row: number, book: FigureBook): void {
  const { scores, walk, components: parts } = view.panel.rotation();
  const value = scores[row] ?? Number.NaN;
  const basis = scoreBasis(book);
  const present = Object.fromEntries(
    scoreComponents.map((name) => [name, parts[name][row] ?? Number.NaN]),
  ) as Record<ScoreComponent, number>;
  const weight = (weightPresent(present) / 100).toFixed(2);
  const reason = Number.isNaN(value)
    ? `components worth ${weight} are present, ${(scoreNeeds / 100).toFixed(2)} needed; ${basis.reason ?? ''}`
    : basis.reason;
  const told = { ...basis, ...(reason === undefined ? {} : { reason }) };
  book.add('rotation.score', value, { ...told, unit: '-100..100', method: 'rotation score' });
  const follows = { ...told, inputs: ['rotation.score'] };
  book.add('rotation.state', Number.isNaN(value) ? null : (walk.states[row] ?? null), {
    ...follows,
    unit: 'word',
    method: 'rotation state',
  });
  book.add('rotation.age', Number.isNaN(value) ? null : (walk.ages[row] ?? null), {
    ...follows,
    unit: 'sessions',
    method: 'rotation age',
  });
}

/** How well the score told what came next, so far: it stands beside the score wherever that is shown. */
function record(view: SessionView, row: number, book: FigureBook): void {
  const { scores, logRatio } = view.panel.rotation();
  const { basis: pair } = view.pair(...scorePairs.momentum);
  const basis = { ...pair, inputs: ['rotation.score', ...pair.inputs] };
  for (const horizon of horizons) {
    const found = row < 0 ? undefined : forwardCorrelation(scores, logRatio(), row, horizon);
    write(
      book,
      `rotation.record.${horizon}d`,
      { unit: 'correlation', method: 'rotation record' },
      basis,
      () =>
        found === undefined || Number.isNaN(found.correlation)
          ? absent(`no past score with ${horizon} sessions after it`)
          : found.correlation,
    );
    write(
      book,
      `rotation.record.${horizon}d.n`,
      { unit: 'count', method: 'rotation record count' },
      basis,
      () => found?.count ?? absent('no past score'),
    );
  }
}

/** The rotation score with its components, its state and age, and its record. */
export function rotation(view: SessionView, book: FigureBook): void {
  const row = positionOf(view.panel.rotation().sessions, view.session);
  components(view, row, book);
  score(view, row, book);
  record(view, row, book);
}
