import { standardError } from '../../analytics/standard-error.ts';
import { joint } from '../../market-data/basis.ts';
import { once, weakMemo } from '../../market-data/memo.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Axis } from '../../series/axis.ts';
import type { FigureBook } from '../book.ts';
import { dayKinds, tooFew } from '../events/day-kinds.ts';
import { frequencySessions } from '../levels/risk-rule.ts';
import { absent, derive, type FigureOutcome, figureBasis, write } from '../write.ts';

/** The sessions of each kind of days that is a list, as indices on the axis. */
const listsOf = weakMemo((axis: Axis) =>
  dayKinds.flatMap(({ id, listed }) =>
    listed === undefined ? [] : [{ kind: id, indices: listed.map(axis.indexOf).filter((t) => t >= 0) }],
  ),
);

/**
 * What such days were beside all days of the last ten years: `calendar.cpi.ratio`, how much more the index fund moved, and
 * `.excess`, its mean lead over its first rival, with standard error and the share of days above zero.
 */
export function eventDays(view: SessionView, book: FigureBook): void {
  const { underlying, rivals } = view.edition;
  const pair = view.pair(underlying, rivals.against[0]!);
  const [own, other] = [pair.first.history, pair.second.history];
  for (const { kind, indices } of listsOf(view.panel.axis)) {
    const id = `calendar.${kind}`;
    derive(
      book,
      `${id}.ratio`,
      { unit: 'ratio', method: 'event ratio' },
      [`${id}.move`, 'calendar.all.move'],
      (such, all) => (all > 0 ? such / all : absent({ code: 'did-not-move', subject: underlying })),
    );
    const basis = joint(pair.basis, figureBasis(book, `${id}.n`));
    const days = once(() => {
      const returns = own.existingReturns();
      const from = returns.indices[returns.upTo(view.index) - frequencySessions]!;
      const such = { n: 0, sum: 0, squares: 0, above: 0 };
      for (const t of indices) {
        if (t < from || t > view.index) continue;
        const lead = own.returns()[t]! - other.returns()[t]!;
        if (Number.isNaN(lead)) continue;
        such.n++;
        such.sum += lead;
        such.squares += lead ** 2;
        if (lead > 0) such.above++;
      }
      return such;
    });
    const part = (
      name: string,
      method: 'event excess' | 'error of event excess' | 'event hits',
      of: () => number,
    ) =>
      write(book, name, { unit: 'fraction', method }, basis, (): FigureOutcome => tooFew(days().n) ?? of());
    part(`${id}.excess`, 'event excess', () => days().sum / days().n);
    part(`${id}.excess.se`, 'error of event excess', () => {
      const { n, sum, squares } = days();
      return standardError(n, sum, squares);
    });
    part(`${id}.excess.hit`, 'event hits', () => days().above / days().n);
  }
}
