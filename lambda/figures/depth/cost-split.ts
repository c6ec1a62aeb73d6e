import { joint } from '../../market-data/basis.ts';
import { once } from '../../market-data/memo.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { lacksOne } from '../windows.ts';
import { type Absent, type FigureOutcome, figureBasis, type Kind, write } from '../write.ts';
import { ratesBack } from './overnight-rates.ts';

const windows = [21, 63, 252] as const;
const daysInYear = 365;

/**
 * What the fund's tracking difference over n sessions was made of, fractions that add up: the expense ratio, what the
 * borrowed part costs at the overnight rate, the index fund's own expense, which the index of the swaps does not bear, and
 * the residual.
 */
export function costSplit(view: SessionView, book: FigureBook): void {
  const { fund, underlying, underlyingExpense } = view.edition;
  const { symbol, beta } = fund;
  const pair = view.pair(symbol, underlying);
  const { first, second, basis, index } = pair;
  const { days } = view.panel.axis;
  const rates = once(() => ratesBack(view, Math.max(...windows)));
  for (const n of windows) {
    const id = (part: string) => `cost.${symbol}.${n}d.${part}`;
    const lacking = once((): Absent | null => lacksOne(pair, n + 1));
    const years = () => (days[index]! - days[index - n]!) / daysInYear;
    const own = (part: string, method: Kind['method'], of: () => number) =>
      write(book, id(part), { unit: 'fraction', method }, basis, () => lacking() ?? of());
    own('total', 'tracking cost', () => {
      const [made, moved] = [first.history.returns(), second.history.returns()];
      let sum = 0;
      for (let t = index - n + 1; t <= index; t++) sum += made[t]! - beta * moved[t]!;
      return sum;
    });
    own('fee', 'expense cost', () => -fund.expenseRatio * years());
    own('underlying', 'underlying expense', () => beta * underlyingExpense * years());
    const financed = (): FigureOutcome => {
      const paid = lacking() ?? rates().over(n);
      return typeof paid === 'number' ? -(beta - 1) * paid : paid;
    };
    const borrowed = lacking() === null && basis.status !== 'missing' ? rates().basis(n) : null;
    const financing = borrowed === null ? basis : joint(basis, borrowed);
    write(book, id('financing'), { unit: 'fraction', method: 'financing cost' }, financing, financed);
    const parts = ['total', 'fee', 'financing', 'underlying'].map(id);
    write(
      book,
      id('residual'),
      { unit: 'fraction', method: 'residual cost' },
      joint(...parts.map((part) => figureBasis(book, part))),
      () => {
        const [total, ...others] = parts.map((part) => book.number(part) ?? Number.NaN);
        return others.reduce((left, part) => left - part, total!);
      },
    );
  }
}
