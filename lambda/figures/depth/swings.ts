import { openGaps } from '../../analytics/open-gaps.ts';
import { swingLevels } from '../../analytics/swing-levels.ts';
import { joint } from '../../market-data/basis.ts';
import { once } from '../../market-data/memo.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { ladderStep } from '../levels/ladder.ts';
import { lacksOne, lacksStart } from '../windows.ts';
import { type Absent, absent, type FigureOutcome, figureBasis, write } from '../write.ts';

/** A year, and the neighbours of its first session. */
const [swingSessions, gapSessions] = [254, 253] as const;
/** Two turns of one level lie within this part of an average true range. */
const gathered = 0.5;
const ranks = [0, 1, 2] as const;
const ordinals = ['first', 'second', 'third'] as const;

/**
 * Prices at which the index fund turned within a year, the nearest three on each side of its close: how often, when last, and
 * what the fund would trade at there next session.
 */
export function swings(view: SessionView, book: FigureBook): void {
  const { underlying } = view.edition;
  const symbol = view.symbol(underlying);
  const { index, history } = symbol;
  const atr = `atr.${underlying}.14`;
  const basis = joint(symbol.traded, figureBasis(book, atr));
  const levels = once((): Record<'s' | 'r', ReturnType<typeof swingLevels>> | Absent => {
    const lacking = lacksOne(symbol, swingSessions);
    if (lacking !== null) return lacking;
    const last = (of: Float64Array) => of.subarray(index + 1 - swingSessions, index + 1);
    const reach = gathered * (book.number(atr) ?? Number.NaN);
    const all = swingLevels(last(history.traded.high), last(history.traded.low), reach);
    const close = history.close[index]!;
    return {
      s: all.filter(({ price }) => price <= close).reverse(),
      r: all.filter(({ price }) => price > close),
    };
  });
  for (const side of ['s', 'r'] as const)
    for (const rank of ranks) {
      const id = `swing.${underlying}.${side}${rank + 1}`;
      const part =
        (of: (level: ReturnType<typeof swingLevels>[number]) => FigureOutcome) => (): FigureOutcome => {
          const found = levels();
          if ('missing' in found) return found;
          const level = found[side][rank];
          const where = side === 's' ? 'at or below' : 'above';
          return level === undefined
            ? absent({ code: 'no-turn', ordinal: ordinals[rank], side: where })
            : of(level);
        };
      const { sessions } = view.panel.axis;
      write(
        book,
        id,
        { unit: 'usd', method: 'swing level' },
        basis,
        part(({ price }) => price),
      );
      write(
        book,
        `${id}.touches`,
        { unit: 'count', method: 'swing touches' },
        basis,
        part(({ touches }) => touches),
      );
      write(
        book,
        `${id}.last`,
        { unit: 'date', method: 'swing date' },
        basis,
        part(({ last }) => sessions[index + 1 - swingSessions + last]!),
      );
      ladderStep(view.edition, id, book);
    }
}

/** The gap at the session's open, and the gaps of a year that no later session has closed. */
export function priceGaps(view: SessionView, book: FigureBook): void {
  const { underlying } = view.edition;
  const symbol = view.symbol(underlying);
  const { index, history, traded } = symbol;
  const { sessions } = view.panel.axis;
  write(
    book,
    `opengap.${underlying}.1d`,
    { unit: 'fraction', method: 'opening gap' },
    traded,
    () =>
      lacksStart(symbol, view.start('1d'), '1d') ??
      history.traded.open[index]! / history.close[index - 1]! - 1,
  );
  const found = once(() => {
    const lacking = lacksOne(symbol, gapSessions);
    if (lacking !== null) return lacking;
    const last = (of: Float64Array) => of.subarray(index + 1 - gapSessions, index + 1);
    return openGaps(last(history.traded.high), last(history.traded.low));
  });
  const id = `unfilled.${underlying}`;
  for (const side of ['below', 'above'] as const) {
    const part = (of: (gap: { price: number; at: number }) => FigureOutcome) => (): FigureOutcome => {
      const gaps = found();
      if ('missing' in gaps) return gaps;
      const gap = gaps[side];
      return gap === null ? absent({ code: 'no-open-gap', side }) : of(gap);
    };
    write(
      book,
      `${id}.${side}`,
      { unit: 'usd', method: 'open gap' },
      traded,
      part(({ price }) => price),
    );
    write(
      book,
      `${id}.${side}.date`,
      { unit: 'date', method: 'date of a gap' },
      traded,
      part(({ at }) => sessions[index + 1 - gapSessions + at]!),
    );
  }
  write(book, `${id}.n`, { unit: 'count', method: 'open gaps' }, traded, () => {
    const gaps = found();
    return 'missing' in gaps ? gaps : gaps.count;
  });
}
