import { median, selectQuantile } from '../../analytics/selection.ts';
import { wilsonInterval } from '../../analytics/wilson-interval.ts';
import { joint } from '../../market-data/basis.ts';
import { memo, weakMemo } from '../../market-data/memo.ts';
import type { PriceHistory } from '../../market-data/price-history.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { isWhole } from '../../series/coverage.ts';
import { existingOf } from '../../series/existing.ts';
import type { FigureBook } from '../book.ts';
import { fewestCases } from '../fewest.ts';
import { frequencySessions } from '../levels/risk-rule.ts';
import { lacksOne, lastOf } from '../windows.ts';
import { absent, type FigureOutcome, tooShort, write } from '../write.ts';

const ladderSessions = 504;
const stopSessions = 1260;
const [rangeSessions, stopRanges] = [14, 2] as const;

/** Of each session, how far the fund closed from where the line of the evening before had put it at the index fund's close. */
const ladderErrors = memo((beta: number) =>
  weakMemo((fund: PriceHistory) =>
    weakMemo((index: PriceHistory) => {
      const errors = new Float64Array(fund.close.length).fill(Number.NaN);
      for (let t = 1; t < errors.length; t++) {
        const move = index.close[t]! / index.close[t - 1]! - 1;
        errors[t] = fund.close[t]! / (fund.close[t - 1]! * (1 + beta * move)) - 1;
      }
      return { errors, sizes: existingOf(errors.map(Math.abs)) };
    }),
  ),
);

/** How far off the ladder has been: `ladder.error.1d` of the session, median and 95th percentile of its size over two years. */
export function ladderRecord(view: SessionView, book: FigureBook): void {
  const { fund, underlying } = view.edition;
  const pair = view.pair(fund.symbol, underlying);
  const { errors, sizes } = ladderErrors(fund.beta)(pair.first.history)(pair.second.history);
  const basis = joint(pair.first.close, pair.second.close);
  const writeRecord = (part: string, of: () => FigureOutcome) =>
    write(book, `ladder.error.${part}`, { unit: 'fraction', method: 'ladder error' }, basis, of);
  writeRecord('1d', () => lacksOne(pair, 2) ?? errors[pair.index]!);
  const over = (of: (sizes: Float64Array) => number) => (): FigureOutcome => {
    const last = lastOf(sizes, pair, ladderSessions, 'daily errors');
    return last instanceof Float64Array ? of(last.slice()) : last;
  };
  writeRecord('median', over(median));
  writeRecord(
    'p95',
    over((last) => selectQuantile(last, 0.95)),
  );
}

/** Of the sessions that have a stop of the evening before: how many there are, and counts up to each of them. */
const stopsOf = weakMemo((history: PriceHistory) => {
  const { close, coverage } = history;
  const { open, low } = history.traded;
  const ranges = history.atr();
  const { length } = low;
  const upTo = new Int32Array(length);
  const [breaches, through, overnight] = [1, 2, 3].map(() => new Int32Array(length + 1)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let row = 0;
  for (let t = 1; t < length; t++) {
    const stop = close[t - 1]! - stopRanges * ranges[t - 1]!;
    if (isWhole(coverage, t - 1, rangeSessions) && !Number.isNaN(stop) && !Number.isNaN(low[t]!)) {
      const isBelow = open[t]! < stop ? 1 : 0;
      const isReached = low[t]! <= stop ? 1 : 0;
      breaches[row + 1] = breaches[row]! + isReached;
      through[row + 1] = through[row]! + isReached * isBelow;
      overnight[row + 1] = overnight[row]! + isBelow;
      row++;
    }
    upTo[t] = row;
  }
  return { upTo, breaches, through, overnight };
});

/**
 * What a stop two average true ranges below the close of the evening before met in five years: how often it was reached, how
 * often the open was already below it, and in ten years how many nights fell that far.
 */
export function stopRecord(view: SessionView, book: FigureBook): void {
  const { underlying } = view.edition;
  const { index, history, traded } = view.symbol(underlying);
  const { upTo, breaches, through, overnight } = stopsOf(history);
  const end = upTo[index] ?? 0;
  const over = (n: number, counts: Int32Array) => (): number | ReturnType<typeof tooShort> =>
    end < n ? tooShort(n, end, 'sessions with a stop') : counts[end]! - counts[end - n]!;
  const id = (part: string) => `stopgap.${underlying}.${part}`;
  const count = { unit: 'count', method: 'stops reached' } as const;
  const reached = over(stopSessions, breaches);
  write(book, id('n'), count, traded, reached);
  write(book, id('gapped'), count, traded, over(stopSessions, through));
  const share = (of: (share: number, n: number) => number) => (): FigureOutcome => {
    const n = reached();
    if (typeof n !== 'number') return n;
    if (n < fewestCases) return absent({ code: 'few-days', days: n, needed: fewestCases });
    const gapped = over(stopSessions, through)();
    return typeof gapped === 'number' ? of(gapped / n, n) : gapped;
  };
  const part = { unit: 'fraction', method: 'gaps through stops' } as const;
  write(
    book,
    id('share'),
    part,
    traded,
    share((value) => value),
  );
  write(
    book,
    id('low'),
    part,
    traded,
    share((value, n) => wilsonInterval(value, n).low),
  );
  write(
    book,
    id('high'),
    part,
    traded,
    share((value, n) => wilsonInterval(value, n).high),
  );
  write(
    book,
    id(`overnight${stopRanges}`),
    { unit: 'count', method: 'falls overnight' },
    traded,
    over(frequencySessions, overnight),
  );
}
