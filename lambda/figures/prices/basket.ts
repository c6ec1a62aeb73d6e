import { joint } from '../../market-data/basis.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Reason } from '../../series/reason.ts';
import { windows } from '../../series/windows.ts';
import type { FigureBook } from '../book.ts';
import { absent, write } from '../write.ts';

/** What the reader should know of the members, in one breath instead of one for each of them. */
function caveats(view: SessionView): readonly Reason[] | undefined {
  const members = view.edition.basket.members.map(view.symbol);
  const standIns = members.filter(({ symbol, history }) => history.symbol !== symbol);
  const priceOnly = members.filter(({ history }) => history.priceOnly);
  const notes: readonly Reason[] = [
    ...standIns.map(
      ({ symbol, history }) => ({ code: 'stands-in', subject: history.symbol, replaces: symbol }) as const,
    ),
    ...(priceOnly.length === 0
      ? []
      : [{ code: 'price-returns', of: priceOnly.map(({ history }) => history.symbol) } as const]),
  ];
  return notes.length === 0 ? undefined : notes;
}

/**
 * `return.MEGA7.W`: the mean of the members' returns over W, as of a basket bought in equal parts at the window's
 * start. It needs every member: a basket of six is another basket.
 */
export function basketReturns(view: SessionView, book: FigureBook): void {
  const { id, members } = view.edition.basket;
  const { reasons: all, ...trust } = joint(...members.map((member) => view.symbol(member).adjusted));
  const known = trust.status === 'missing' ? undefined : (caveats(view) ?? all);
  for (const window of windows) {
    const inputs = members.map((member) => `return.${member}.${window}`);
    const lacking = members.filter((_, i) => book.number(inputs[i]!) === null);
    const gap: Reason = { code: 'no-returns', of: lacking, window };
    const reasons = lacking.length > 0 ? [gap] : known;
    const basis = { ...trust, inputs, ...(reasons === undefined ? {} : { reasons }) };
    write(book, `return.${id}.${window}`, { unit: 'fraction', method: 'basket return' }, basis, () => {
      if (lacking.length > 0) return absent(gap);
      return inputs.reduce((sum, input) => sum + (book.number(input) ?? 0), 0) / inputs.length;
    });
  }
}
