import { addDays, startOfMonth } from '../../calendar/civil.ts';
import type { Basis } from '../../market-data/basis.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Reason } from '../../series/reason.ts';
import { type BookFigure, FigureBook } from '../book.ts';
import { fewestCases } from '../fewest.ts';
import type { MethodName } from '../methods/index.ts';
import { onPastScores } from '../rotation/past-scores.ts';
import { absent, figureBasis, tooShort, write } from '../write.ts';
import { scoreGroup } from './events.ts';
import { closestIds } from './reported.ts';
import { type Statistics, studyAsOf, type Unconditional } from './study.ts';

const statistics: readonly (readonly [keyof Statistics, string, MethodName])[] = [
  ['mean', 'fraction', 'study mean'],
  ['median', 'fraction', 'study median'],
  ['hit', 'fraction', 'study hit'],
  ['diff', 'fraction', 'study difference'],
  ['se', 'fraction', 'study error'],
  ['low', 'fraction', 'study interval'],
  ['high', 'fraction', 'study interval'],
  ['p', 'fraction', 'study p'],
  ['q', 'fraction', 'study q'],
];

const unconditional: readonly (readonly [keyof Unconditional, string, MethodName])[] = [
  ['n', 'count', 'study cases'],
  ['mean', 'fraction', 'study mean'],
  ['median', 'fraction', 'study median'],
  ['hit', 'fraction', 'study hit'],
  ['block', 'sessions', 'study block'],
];

/** A cell is said to differ where its false discovery rate is at most this. */
export const falseShare = 0.1;

type Written = readonly (readonly [string, BookFigure])[];

/** What was written last for a panel: a month's sessions have the same. */
const lastWritten = weakMemo((_: Panel) => ({ asOf: -1, figures: [] as Written }));

/**
 * What followed events of the past, up to the end of the month before: `study.asof`, `study.cells`, how many of them differ,
 * `study.differ`, which are the closest to it, `study.closest`, and of each event, outcome and horizon `study.EVENT.OUTCOME.Hd.*`.
 * The statistics of one that is not shown are left out.
 */
export function eventStudies(view: SessionView, book: FigureBook): void {
  const { panel, session } = view;
  const asOf = panel.axis.lastOnOrBefore(addDays(startOfMonth(session), -1));
  const score = figureBasis(book, 'rotation.score');
  write(book, 'study.similar', { unit: 'word', method: 'similar days' }, score, () =>
    scoreGroup(book.number('rotation.score')!),
  );
  const last = lastWritten(panel);
  if (last.asOf !== asOf || last.figures.length === 0) {
    const own = new FigureBook();
    writeStudy(panel, asOf, session, own);
    last.asOf = asOf;
    last.figures = own.entries();
  }
  for (const [id, figure] of last.figures) book.copyFrom(id, figure);
}

function writeStudy(panel: Panel, asOf: number, session: string, book: FigureBook): void {
  const day = panel.axis.sessions[asOf];
  const basis = onPastScores(panel, asOf, basisOf(panel, day ?? session));
  write(
    book,
    'study.asof',
    { unit: 'date', method: 'study date' },
    basis,
    () => day ?? tooShort(1, 0, 'month before this one'),
  );
  const { cells, all } = studyAsOf(panel, asOf);
  // Over a thousand figures of the same data: they name the first of them, which names the rest.
  const same = { ...basis, inputs: ['study.asof'] };
  const put = (id: string, unit: string, method: MethodName, value: number) =>
    write(book, id, { unit, method }, same, () =>
      Number.isNaN(value) ? absent({ code: 'no-variation' }) : value,
    );
  const reported = cells.flatMap(({ id, shown }) => (shown === null ? [] : [{ id, q: shown.q }]));
  put('study.cells', 'count', 'study cells', reported.length);
  put('study.differ', 'count', 'study cells that differ', reported.filter(({ q }) => q <= falseShare).length);
  const closest = reported.toSorted((a, b) => a.q - b.q || (a.id < b.id ? -1 : 1));
  for (const [place, id] of closestIds.entries())
    write(book, id, { unit: 'word', method: 'study closest' }, same, () => {
      const cell = closest[place];
      return cell === undefined
        ? absent({ code: 'few-cases-apart', needed: fewestCases })
        : cell.id.slice('study.'.length);
    });
  for (const [id, of] of all)
    for (const [part, unit, method] of unconditional) put(`${id}.${part}`, unit, method, of[part]);
  for (const { id, n, apart, shown } of cells) {
    put(`${id}.n`, 'count', 'study cases', n);
    put(`${id}.apart`, 'count', 'study cases', apart);
    if (shown === null) continue;
    for (const [part, unit, method] of statistics) put(`${id}.${part}`, unit, method, shown[part]);
  }
}

/** What a study rests on: histories, whether or not they have a bar of the session. */
function basisOf(panel: Panel, asOf: string): Basis {
  const { underlying, rivals, fund } = panel.edition;
  const symbols = [underlying, rivals.against[0]!, fund.symbol];
  const sources = new Set(symbols.map((symbol) => panel.provenance.get(`bars:${symbol}`)?.source ?? 'none'));
  const reasons = symbols
    .filter((symbol) => panel.history(symbol).priceOnly)
    .map((subject): Reason => ({ code: 'price-return', subject }));
  return {
    asOf,
    sources: [...sources],
    inputs: ['rotation.score', ...symbols.map((symbol) => `bars:${symbol}`)],
    status: reasons.length === 0 ? 'fresh' : 'proxy',
    ...(reasons.length === 0 ? {} : { reasons }),
  };
}
