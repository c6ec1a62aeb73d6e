import { tailLoss } from '../../analytics/value-at-risk.ts';
import { sessionsPerYear } from '../../analytics/volatility.ts';
import { type Basis, worstStatus } from '../../market-data/basis.ts';
import { once } from '../../market-data/memo.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Reason } from '../../series/reason.ts';
import type { FigureBook } from '../book.ts';
import { lastOf } from '../windows.ts';
import { figureBasis, missingBar, write } from '../write.ts';

/** Sessions whose tail is read, and the share that is the tail. */
export const tailSessions = 504;
export const tailShare = 0.05;

interface Sigma {
  readonly basis: Basis;
  /** Fraction a year. */
  readonly value: () => number;
}

/**
 * What option prices expect of the underlying by the session's volatility index, or by that of the session before, stale;
 * without both, marked as a proxy, what it lately did.
 */
function sigma(view: SessionView, book: FigureBook): Sigma {
  // Index points: percent a year.
  const implied = view.symbol(view.edition.volatility.symbol);
  if (implied.close.status !== 'missing')
    return { basis: implied.close, value: () => implied.history.close[implied.index]! / 100 };
  const before = implied.history.close[view.index - 1] ?? Number.NaN;
  if (!Number.isNaN(before)) {
    const asOf = view.panel.axis.sessions[view.index - 1] ?? '';
    const { name } = view.edition.volatility;
    const reasons: readonly Reason[] = [
      { code: 'volatility-of-before', name, date: asOf, session: view.session },
    ];
    return { basis: { ...implied.close, asOf, status: 'stale', reasons }, value: () => before / 100 };
  }
  const realised = `vol.${view.edition.underlying}.ewma`;
  const basis = figureBasis(book, realised);
  if (basis.status === 'missing') return { basis, value: () => Number.NaN };
  return {
    basis: {
      ...basis,
      status: worstStatus([basis.status, 'proxy']),
      reasons: [
        { code: 'realised-volatility', name: view.edition.volatility.name },
        ...(basis.reasons ?? []),
      ],
    },
    value: () => book.number(realised) ?? Number.NaN,
  };
}

function expectedMoves(view: SessionView, book: FigureBook): void {
  const { fund, underlying } = view.edition;
  const { basis, value } = sigma(view, book);
  const kind = { unit: 'fraction', method: 'expected move' } as const;
  const id = `expected.${underlying}.1d`;
  write(
    book,
    id,
    kind,
    missingBar(view.symbol(underlying)) ?? basis,
    () => value() / Math.sqrt(sessionsPerYear),
  );
  write(
    book,
    `expected.${fund.symbol}.1d`,
    kind,
    missingBar(view.symbol(fund.symbol)) ?? figureBasis(book, id),
    () => fund.beta * (book.number(id) ?? Number.NaN),
  );
}

function tailLosses(view: SessionView, book: FigureBook): void {
  const { fund, underlying } = view.edition;
  const symbol = view.symbol(underlying);
  const basis = missingBar(view.symbol(fund.symbol)) ?? symbol.adjusted;
  const losses = once(() => {
    const returns = lastOf(symbol.history.existingReturns(), symbol, tailSessions, 'daily returns');
    if (!(returns instanceof Float64Array)) return returns;
    return tailLoss(
      returns.map((r) => fund.beta * r),
      tailShare,
    );
  });
  const writeTail = (
    id: string,
    method: 'value at risk' | 'expected shortfall',
    part: 'valueAtRisk' | 'expectedShortfall',
  ) =>
    write(book, id, { unit: 'fraction', method }, basis, () => {
      const found = losses();
      return 'missing' in found ? found : found[part];
    });
  writeTail(`var95.${fund.symbol}.1d`, 'value at risk', 'valueAtRisk');
  writeTail(`es95.${fund.symbol}.1d`, 'expected shortfall', 'expectedShortfall');
}

/** Expected moves of the next session, and the tail of what three times the index fund did. */
export function risk(view: SessionView, book: FigureBook): void {
  expectedMoves(view, book);
  tailLosses(view, book);
}
