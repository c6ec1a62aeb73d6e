import { mean } from '../../analytics/mean.ts';
import { percentileRank } from '../../analytics/percentile-rank.ts';
import { mapWeeks, quadrant } from '../../analytics/rotation-map.ts';
import { streak } from '../../analytics/streak.ts';
import { wins } from '../../analytics/wins.ts';
import type { PairView } from '../../market-data/pair-view.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { lacksOne, lastOf } from '../windows.ts';
import { absent, type FigureOutcome, tooShort, write } from '../write.ts';

const fiveYears = 1260;

function againstAverages(view: PairView, book: FigureBook): void {
  const { pair, history, index, basis } = view;
  for (const span of [50, 200])
    write(book, `rs.${pair}.vs${span}`, { unit: 'fraction', method: 'ratio to average' }, basis, () => {
      const ratio = history.ratio();
      return lacksOne(view, span) ?? ratio[index]! / mean(ratio.subarray(index + 1 - span, index + 1)) - 1;
    });
  write(book, `rs.${pair}.percentile5y`, { unit: 'fraction', method: 'ratio percentile' }, basis, () => {
    const last = lastOf(history.ratios(), view, fiveYears);
    if (!(last instanceof Float64Array)) return last;
    return percentileRank(last, last.at(-1)!) ?? absent({ code: 'no-ratio' });
  });
}

function contest(view: PairView, book: FigureBook): void {
  const { pair, first, second, index, basis, coverage } = view;
  const [ours, theirs] = [first.history.returns, second.history.returns];
  for (const span of [5, 10, 20])
    write(
      book,
      `wins.${pair}.${span}d`,
      { unit: 'count', method: 'wins' },
      basis,
      () => lacksOne(view, span + 1) ?? wins(ours(), theirs(), index, span),
    );
  write(book, `streak.${pair}`, { unit: 'sessions', method: 'streak' }, basis, () => {
    if (index <= coverage.first) return tooShort(2, 1);
    const run = streak(ours(), theirs(), index, coverage.first + 1);
    return Number.isNaN(run) ? absent(view.gap(coverage.newestHole[index]!)) : run;
  });
}

function position(view: PairView, book: FigureBook): void {
  const { pair, history, index, basis } = view;
  const point = index < 0 ? null : history.map().at(index);
  const place = (id: string, unit: string, method: MapMethod, value: () => FigureOutcome) =>
    write(book, `map.${pair}.${id}`, { unit, method }, basis, () =>
      point === null ? noPlace(view) : value(),
    );
  place('ratio', 'index', 'map ratio', () => point!.ratio);
  place('momentum', 'index', 'map momentum', () => point!.momentum);
  place('quadrant', 'word', 'map quadrant', () => quadrant(point!));
}

type MapMethod = 'map ratio' | 'map momentum' | 'map quadrant';

function noPlace({ history, index, first, second }: PairView): FigureOutcome {
  const weeks = history.map().weeks(index);
  return weeks < mapWeeks
    ? tooShort(mapWeeks, weeks, 'weeks of both')
    : absent({ code: 'broken-weeks', weeks: mapWeeks, subject: first.symbol, and: second.symbol });
}

/** Relative strength, winning sessions and the place on the rotation map: of the pairs, and of the map's subjects. */
export function pairFigures(view: SessionView, book: FigureBook): void {
  const { pairs, map } = view.edition;
  const written = new Set<string>();
  for (const [first, second] of pairs) {
    const pair = view.pair(first, second);
    againstAverages(pair, book);
    contest(pair, book);
    position(pair, book);
    written.add(pair.pair);
  }
  for (const subject of map.subjects) {
    const pair = view.pair(subject, map.benchmark);
    if (!written.has(pair.pair)) position(pair, book);
  }
}
