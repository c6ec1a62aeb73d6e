import { type Grades, gradesOf } from '../../analytics/graded-calls.ts';
import { wilsonInterval } from '../../analytics/wilson-interval.ts';
import type { Basis } from '../../market-data/basis.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { memo, weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { chainInWords, type PastCalls } from '../../series/calls.ts';
import type { FigureBook } from '../book.ts';
import { fewestCases } from '../fewest.ts';
import type { MethodName } from '../methods/index.ts';
import { onPastScores } from '../rotation/past-scores.ts';
import { ofHistories } from '../study/of-histories.ts';
import { absent, type FigureOutcome, write } from '../write.ts';
import { callHorizons } from './horizons.ts';

type Graded = (h: number) => (index: number) => Grades;

/** The lead of the pair's first over its second in the h sessions after one. */
function outcomeOf(panel: Panel): (t: number, h: number) => number {
  const [own, other] = panel.edition.score.momentum.pair.map((symbol) => panel.history(symbol).adjusted) as [
    Float64Array,
    Float64Array,
  ];
  return (t, h) => own[t + h]! / own[t]! - other[t + h]! / other[t]!;
}

/** As if an edition had been published on every session of the data. */
const stances = ofHistories((panel): Graded => {
  const sideOf = { own: 1, other: -1, none: 0 } as const;
  const { states } = panel.rotation().walk();
  const sides = Float64Array.from(states, (state) => (state === null ? Number.NaN : sideOf[state]));
  return memo((h: number) => gradesOf(sides, outcomeOf(panel), h));
});

/** What stances over h sessions had come to by each session: NaN while fewer than enough lie apart. */
export const stanceColumn = (panel: Panel, h: number, part: string): LazyColumn =>
  gradeColumn(panel, stances(panel)(h), part);

/** The same of calls that were published. */
export const callColumn = (panel: Panel, past: PastCalls, h: number, part: string): LazyColumn =>
  gradeColumn(panel, published(past)(panel)(h), part);

function gradeColumn(panel: Panel, graded: (index: number) => Grades, part: string): LazyColumn {
  return lazyColumn(panel.axis.sessions.length, (t) => {
    const { n, apart, hits, baseline } = graded(t);
    if (part === 'apart') return apart;
    if (apart < fewestCases) return Number.NaN;
    if (part === 'baseline') return baseline;
    return part === 'low' ? wilsonInterval(hits / n, apart).low : hits / n;
  });
}

/** What was published. */
const published = weakMemo((past: PastCalls) =>
  weakMemo((panel: Panel): Graded => {
    const sides = new Float64Array(panel.axis.sessions.length).fill(Number.NaN);
    for (const { session, side } of past.calls) {
      const t = panel.axis.indexOf(session);
      if (t >= 0 && side !== null) sides[t] = side;
    }
    return memo((h: number) => gradesOf(sides, outcomeOf(panel), h));
  }),
);

/**
 * How calls of leadership turned out: `calls.IWM:SPY.Hd.*` of those that were published in time, by the record in the archive,
 * and `stance.IWM:SPY.Hd.*` of those that would have been; `calls.chain`, the state of that record, `calls.records`, how many
 * sessions before have a call in it, `calls.last`, the newest of them, and `calls.head`, the hash of its record.
 */
export function callGrades(view: SessionView, book: FigureBook): void {
  const { panel, calls, session } = view;
  book.add('calls.chain', chainInWords(calls.chain), {
    ...{ unit: 'word', method: 'call chain', asOf: session, inputs: [], sources: ['archive'] },
  });
  writeRecord(calls, session, book);
  const pair = view.pair(...panel.edition.score.momentum.pair);
  writeGrades(book, `calls.${pair.pair}`, pair.index, pair.basis, published(calls)(panel));
  const inputs = ['rotation.state', ...pair.basis.inputs];
  const described = onPastScores(panel, pair.index, { ...pair.basis, inputs });
  writeGrades(book, `stance.${pair.pair}`, pair.index, described, stances(panel));
}

/** How much of the record lies before a session. */
function writeRecord({ calls }: PastCalls, session: string, book: FigureBook): void {
  const basis: Basis = { asOf: session, sources: ['archive'], inputs: ['calls.chain'], status: 'fresh' };
  const nothing = absent({ code: 'none', subject: 'call published before' });
  const before = calls.findLastIndex((call) => call.session < session);
  const last = calls[before];
  const put = (id: string, unit: string, method: 'calls on record' | 'last call', value: FigureOutcome) =>
    write(book, `calls.${id}`, { unit, method }, basis, () => value);
  put('records', 'count', 'calls on record', before + 1);
  put('last', 'day', 'last call', last?.session ?? nothing);
  put('head', 'word', 'last call', last?.hash ?? nothing);
}

function writeGrades(book: FigureBook, of: string, index: number, basis: Basis, graded: Graded): void {
  for (const h of callHorizons) {
    const id = (part: string) => `${of}.${h}d.${part}`;
    const grades = () => graded(h)(index);
    const count = { unit: 'count', method: 'graded calls' } as const;
    write(book, id('n'), count, basis, () => grades().n);
    write(book, id('apart'), count, basis, () => grades().apart);
    write(book, id('hits'), count, basis, () => grades().hits);
    write(book, id('open'), count, basis, () => grades().open);
    const enough = (value: (grades: Grades) => number) => (): FigureOutcome => {
      const found = grades();
      const { apart } = found;
      return apart < fewestCases ? absent({ code: 'few-calls', apart, needed: fewestCases }) : value(found);
    };
    /** Overlapping calls are not independent: the interval is that of the number of non-overlapping ones. */
    const interval = ({ hits, n, apart }: Grades) => wilsonInterval(hits / n, apart);
    const shares = [
      ['hitrate', 'hit rate', ({ hits, n }) => hits / n],
      ['low', 'hit rate interval', (found) => interval(found).low],
      ['high', 'hit rate interval', (found) => interval(found).high],
      ['up', 'outcomes above zero', ({ up }) => up],
      ['baseline', 'hit rate by luck', ({ baseline }) => baseline],
    ] as const satisfies readonly (readonly [string, MethodName, (grades: Grades) => number])[];
    for (const [part, method, value] of shares)
      write(book, id(part), { unit: 'fraction', method }, basis, enough(value));
  }
}
