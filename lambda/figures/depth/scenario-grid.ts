import { choppyPath, straightPath } from '../../analytics/leveraged-path.ts';
import { sessionsPerYear } from '../../analytics/volatility.ts';
import { fredSeries } from '../../editions/fred.ts';
import { joint } from '../../market-data/basis.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { absent, type FigureOutcome, figureBasis, write } from '../write.ts';

/** What the index fund returns, percent, and over how many sessions: an odd number, so that a path in turns ends there. */
const moves = [-20, -10, -5, 0, 5, 10, 20] as const;
const horizons = [5, 21] as const;

/**
 * What the fund returns when the index fund returns so much over a given number of sessions, on a straight path and on one that goes
 * up and down by its volatility of the last month, after the expense ratio and what the borrowed part costs at the bill rate.
 */
export function scenarioGrid(view: SessionView, book: FigureBook): void {
  const { fund, underlying } = view.edition;
  const { symbol, beta } = fund;
  const bill = view.macro(fredSeries.threeMonths);
  const expense = `expense.${symbol}`;
  const volatility = `vol.${underlying}.21d`;
  const rate = (bill.latest?.value ?? Number.NaN) / 100;
  const cost = (fund.expenseRatio + (beta - 1) * rate) / sessionsPerYear;
  const costs = joint(figureBasis(book, expense), bill.basis);
  const swings = joint(figureBasis(book, volatility), costs);
  const swing = (book.number(volatility) ?? Number.NaN) / Math.sqrt(sessionsPerYear);
  for (const percent of moves)
    for (const sessions of horizons) {
      const path = { move: percent / 100, sessions, beta, cost };
      const id = `grid.${symbol}.${percent}.${sessions}d`;
      const outcomeOf = (made: number): FigureOutcome =>
        Number.isNaN(made) ? absent({ code: 'takes-all' }) : made;
      const unit = 'fraction';
      write(book, `${id}.straight`, { unit, method: 'straight path' }, costs, () =>
        outcomeOf(straightPath(path)),
      );
      write(book, `${id}.choppy`, { unit, method: 'choppy path' }, swings, () =>
        outcomeOf(choppyPath(path, swing)),
      );
    }
}
