import { correlationInterval } from '../../analytics/forward-correlation.ts';
import {
  type ScoreComponent,
  scoreComponents,
  scoreNeeds,
  weightPresent,
} from '../../analytics/rotation-score.ts';
import { type Basis, joint } from '../../market-data/basis.ts';
import { creditMayLag, zNeeds } from '../../market-data/rotation-history.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { isFresh } from '../../series/fresh-path.ts';
import type { Reason } from '../../series/reason.ts';
import type { FigureBook } from '../book.ts';
import { type Absent, absent, figureBasis, write } from '../write.ts';
import { onPastScores } from './past-scores.ts';

const horizons = [5, 21, 63] as const;
/** Spans side by side that a record needs. */
const recordNeeds = 30;
const componentId = (name: ScoreComponent) => `rotation.component.${name}`;

/** What a component rests on. The credit spread needs the session of the underlying too, to count back from. */
function componentBasis(view: SessionView, name: ScoreComponent): Basis {
  if (name !== 'credit') return view.pair(...view.edition.score[name].pair).basis;
  const sessions = view.symbol(view.edition.score.momentum.pair[0]);
  return sessions.index < 0 ? sessions.adjusted : view.macro(view.edition.score.credit.series).basis;
}

/** Why a component has no value though its series are there. */
function whyAbsent(view: SessionView, name: ScoreComponent): Absent {
  const young = absent({ code: 'young-score', sessions: zNeeds });
  if (name === 'credit') {
    const { series } = view.edition.score.credit;
    const newest = view.macro(series).latest?.date ?? view.session;
    return isFresh(newest, view.session, creditMayLag)
      ? young
      : absent({ code: 'newest-too-old', subject: series, date: newest, days: creditMayLag });
  }
  const pair = view.pair(...view.edition.score[name].pair);
  const hole = (name === 'momentum' ? [22, 64, 127] : [64])
    .map((n) => pair.index + 1 - n)
    .find((start) => pair.coverage.newestHole[start] === start);
  return hole === undefined ? young : absent(pair.gap(hole));
}

/** The components, each a z-score of its own. */
function components(view: SessionView, book: FigureBook): void {
  const history = view.panel.rotation();
  for (const name of scoreComponents) {
    const value = history.components[name][view.index] ?? Number.NaN;
    const kind = { unit: 'z', method: 'score component' } as const;
    write(book, componentId(name), kind, componentBasis(view, name), () =>
      Number.isNaN(value) ? whyAbsent(view, name) : value,
    );
  }
}

/** Reasons of a component, for the whole: the first of them names it. */
const ofPart = (part: ScoreComponent, reasons: readonly Reason[]): readonly Reason[] =>
  reasons.map((reason, i) => (i === 0 ? { ...reason, part } : reason));

/**
 * What score and state rest on: the components that are there, as good as the worst of them, or a proxy for the
 * whole where one is not.
 */
function scoreBasis(book: FigureBook): Basis {
  const bases = scoreComponents.map((name) => ({ name, basis: figureBasis(book, componentId(name)) }));
  const present = bases.filter(({ basis }) => basis.status !== 'missing');
  const absent = bases.filter(({ basis }) => basis.status === 'missing').map(({ name }) => name);
  const caveats = present.map(({ name, basis }) =>
    basis.reasons === undefined ? basis : { ...basis, reasons: ofPart(name, basis.reasons) },
  );
  const { reasons: others = [], ...rest } = joint(
    ...(caveats.length > 0 ? caveats : bases.map(({ basis }) => basis)),
  );
  const reasons: readonly Reason[] = [
    ...(absent.length === 0 ? [] : [{ code: 'without', parts: absent } as const]),
    ...others,
  ];
  return {
    ...rest,
    status: absent.length > 0 ? 'proxy' : rest.status,
    ...(reasons.length === 0 ? {} : { reasons }),
  };
}

function score(view: SessionView, book: FigureBook): void {
  const { index } = view;
  const { scores, walk, components: parts } = view.panel.rotation();
  const value = scores[index] ?? Number.NaN;
  const basis = scoreBasis(book);
  const present = (index < 0 ? 0 : weightPresent(parts, index)) / 100;
  const why = scoreComponents
    .map((name) => ({ name, figure: book.get(componentId(name)) }))
    .filter(({ figure }) => figure.value === null)
    .map(({ name, figure }) => ({ name, reasons: figure.reasons ?? [] }));
  const shown = Number.isNaN(value)
    ? {
        ...basis,
        reasons: [
          { code: 'score-short', present, needed: scoreNeeds / 100 } as const,
          ...why.flatMap(({ name, reasons }) => ofPart(name, reasons)),
        ],
      }
    : basis;
  book.add('rotation.score', value, { ...shown, unit: '-100..100', method: 'rotation score' });
  const follows = { ...shown, inputs: ['rotation.score'] };
  const { states, ages } = walk();
  const state = states[index] ?? null;
  book.add('rotation.state', state === null ? null : view.edition.states[state], {
    ...follows,
    unit: 'word',
    method: 'rotation state',
  });
  book.add('rotation.age', state === null ? null : ages[index]!, {
    ...follows,
    unit: 'sessions',
    method: 'rotation age',
  });
}

/** Correlation of the score with what followed, so far: given wherever the score is shown. */
function record(view: SessionView, book: FigureBook): void {
  const { index, panel } = view;
  const { basis: pair } = view.pair(...view.edition.score.momentum.pair);
  const basis = onPastScores(panel, index, { ...pair, inputs: ['rotation.score', ...pair.inputs] });
  for (const horizon of horizons) {
    const id = `rotation.record.${horizon}d`;
    const { correlation, count } = panel.rotation().record(horizon);
    const n = count[index] ?? 0;
    const apart = Math.floor(n / horizon);
    const r = correlation[index] ?? Number.NaN;
    const kind = { unit: '-1..1', method: 'rotation record' } as const;
    const known = (value: () => number) => () => {
      if (apart < recordNeeds)
        return absent({ code: 'few-spans', apart, sessions: horizon, needed: recordNeeds });
      return Number.isNaN(r) ? absent({ code: 'no-variation' }) : value();
    };
    const interval = { ...kind, method: 'rotation record interval' } as const;
    write(
      book,
      id,
      kind,
      basis,
      known(() => r),
    );
    write(
      book,
      `${id}.low`,
      interval,
      basis,
      known(() => correlationInterval(r, apart).low),
    );
    write(
      book,
      `${id}.high`,
      interval,
      basis,
      known(() => correlationInterval(r, apart).high),
    );
    const size = { unit: 'count', method: 'rotation record count' } as const;
    write(book, `${id}.n`, size, basis, () => n);
    write(book, `${id}.apart`, size, basis, () => apart);
  }
}

/** The rotation score with its components, its state and age, and its record. */
export function rotation(view: SessionView, book: FigureBook): void {
  components(view, book);
  score(view, book);
  record(view, book);
}
