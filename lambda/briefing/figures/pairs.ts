import { mean } from '../../analytics/mean.ts';
import { percentileRank } from '../../analytics/percentile-rank.ts';
import { mapWeeks, quadrant } from '../../analytics/rotation-map.ts';
import { streak } from '../../analytics/streak.ts';
import { wins } from '../../analytics/wins.ts';
import type { FigureBook } from '../book.ts';
import { mapTail } from '../map-tail.ts';
import type { PairView } from '../pair-view.ts';
import type { SessionView } from '../view.ts';
import { absent, tooShort, write } from './write.ts';

const fiveYears = 1260;

function againstAverages({ pair, track, index, basis }: PairView, book: FigureBook): void {
  for (const span of [50, 200])
    write(book, `rs.${pair}.vs${span}`, { unit: 'fraction', method: 'ratio to average' }, basis, () => {
      if (index + 1 < span) return tooShort(span, index + 1);
      const ratio = track.ratio();
      return ratio[index]! / mean(ratio.subarray(index + 1 - span, index + 1)) - 1;
    });
  write(book, `rs.${pair}.percentile5y`, { unit: 'fraction', method: 'ratio percentile' }, basis, () => {
    if (index + 1 < fiveYears) return tooShort(fiveYears, index + 1);
    const ratio = track.ratio();
    return (
      percentileRank(ratio.subarray(index + 1 - fiveYears, index + 1), ratio[index]!) ?? absent('no ratio')
    );
  });
}

function contest({ pair, track, index, basis }: PairView, book: FigureBook): void {
  for (const span of [5, 10, 20])
    write(
      book,
      `wins.${pair}.${span}d`,
      { unit: 'count', method: 'wins' },
      basis,
      () => wins(track.firstReturns(), track.secondReturns(), index, span) ?? tooShort(span + 1, index + 1),
    );
  write(
    book,
    `streak.${pair}`,
    { unit: 'sessions', method: 'streak' },
    basis,
    () => streak(track.firstReturns(), track.secondReturns(), index) ?? tooShort(2, index + 1),
  );
}

function position(view: PairView, book: FigureBook): void {
  const { pair, index, basis } = view;
  const tail = index < 0 ? undefined : mapTail(view, 1);
  const ratio = tail?.ratio.at(-1) ?? Number.NaN;
  const momentum = tail?.momentum.at(-1) ?? Number.NaN;
  const unless = (value: number, weeks: number) =>
    Number.isNaN(value) ? absent(`needs ${weeks} weeks of both`) : value;
  write(book, `map.${pair}.ratio`, { unit: 'index', method: 'map ratio' }, basis, () =>
    unless(ratio, mapWeeks),
  );
  write(book, `map.${pair}.momentum`, { unit: 'index', method: 'map momentum' }, basis, () =>
    unless(momentum, 2 * mapWeeks),
  );
  write(book, `map.${pair}.quadrant`, { unit: 'word', method: 'map quadrant' }, basis, () =>
    Number.isNaN(momentum) ? absent(`needs ${2 * mapWeeks} weeks of both`) : quadrant(ratio, momentum),
  );
}

/** Relative strength, winning sessions and the place on the rotation map: of the pairs, and of the map's subjects. */
export function pairFigures(view: SessionView, book: FigureBook): void {
  const { pairs, map } = view.edition;
  const told = new Set<string>();
  for (const [first, second] of pairs) {
    const pair = view.pair(first, second);
    againstAverages(pair, book);
    contest(pair, book);
    position(pair, book);
    told.add(pair.pair);
  }
  for (const subject of map.subjects) {
    const pair = view.pair(subject, map.benchmark);
    if (!told.has(pair.pair)) position(pair, book);
  }
}
