import { type Basis, joint } from '../../market-data/basis.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { SymbolView } from '../../market-data/symbol-view.ts';
import type { ShareSplit } from '../../series/bars.ts';
import { isLateFiling, isLateShares, isOldList } from '../../series/disclosure-age.ts';
import { lastFourQuarters, newestOwnQuarter, type Quarter } from '../../series/filings.ts';
import type { Reason } from '../../series/reason.ts';
import type { FigureBook } from '../book.ts';
import { absent, derive, write } from '../write.ts';

/**
 * What companies cost by their own filings, and funds by their publisher's: price over earnings. The companies' is what
 * all their shares are worth at the close over the net income of four quarters; they together, the sum over the sum
 * (figures-2, `valuation`). Where no filings were asked for, only the sum is there, missing.
 */
export function valuation(view: SessionView, book: FigureBook): void {
  const { edition, panel } = view;
  const { income, shares } = panel.disclosures;
  const { id } = edition.basket;
  for (const { fund } of edition.valued) fundRatios(view, book, fund);
  if (edition.filers.length === 0) return;
  const symbols = edition.filers.map(({ symbol }) => symbol);
  const worth = { unit: 'usd', method: 'market value' } as const;
  const earned = { unit: 'usd', method: 'net income' } as const;
  const ratio = { unit: 'ratio', method: 'price over earnings' } as const;
  if (income.size + shares.size === 0) {
    const reasons: readonly Reason[] = [{ code: 'no-filings' }];
    const none: Basis = { asOf: view.session, sources: ['none'], inputs: [], status: 'missing', reasons };
    write(book, `valuation.${id}.pe`, ratio, none, () => Number.NaN);
    return;
  }
  for (const symbol of symbols) {
    const value = worthOf(view, symbol);
    write(book, `valuation.${symbol}.value`, worth, value.basis, value.compute);
    const year = incomeOf(view, symbol);
    write(book, `valuation.${symbol}.income`, earned, year.basis, year.compute);
    derive(book, `valuation.${symbol}.pe`, ratio, idsOf([symbol]), priceOverEarnings);
  }
  const sum = (...values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  for (const [part, kind] of [
    ['value', worth],
    ['income', earned],
  ] as const)
    derive(
      book,
      `valuation.${id}.${part}`,
      kind,
      symbols.map((symbol) => `valuation.${symbol}.${part}`),
      sum,
    );
  derive(book, `valuation.${id}.pe`, ratio, idsOf([id]), priceOverEarnings);
}

const idsOf = ([symbol]: readonly [string]) => [`valuation.${symbol}.value`, `valuation.${symbol}.income`];

const priceOverEarnings = (value: number, income: number) =>
  income > 0 ? value / income : absent({ code: 'no-earnings' });

interface Part {
  readonly basis: Basis;
  readonly compute: () => number;
}

/** The close times all shares: those of the newest quarter filed, times the splits since that filing. */
function worthOf(view: SessionView, symbol: string): Part {
  const price = view.symbol(symbol);
  const { panel, session } = view;
  const filed = panel.disclosures.shares.get(symbol);
  const quarter = filed === undefined ? undefined : newestOwnQuarter(filed, session);
  const count = filedBasis(view, `shares:${symbol}`, symbol, quarter, isLateShares);
  const { splits } = price.history;
  return {
    basis: joint(price.close, count, ...(splits === undefined ? [unknownSplits(price)] : [])),
    compute: () => price.history.close[price.index]! * quarter!.value * sinceFiled(splits!, quarter!.filed),
  };
}

/** What a share of the day of a filing became since. A filing after a split has the shares after it. */
const sinceFiled = (splits: readonly ShareSplit[], filed: string): number =>
  splits.reduce((product, { exDate, ratio }) => (exDate > filed ? product * ratio : product), 1);

function unknownSplits({ close, symbol }: SymbolView): Basis {
  return { ...close, status: 'missing', reasons: [{ code: 'splits-unknown', subject: symbol }] };
}

function incomeOf(view: SessionView, symbol: string): Part {
  const filed = view.panel.disclosures.income.get(symbol);
  const four = filed === undefined ? null : lastFourQuarters(filed, view.session);
  return {
    basis: filedBasis(view, `income:${symbol}`, symbol, four?.at(-1), isLateFiling),
    compute: () => four!.reduce((total, { value }) => total + value, 0),
  };
}

function filedBasis(
  { panel, session }: SessionView,
  key: string,
  symbol: string,
  newest: Quarter | undefined,
  isLate: (end: string, session: string) => boolean,
): Basis {
  const common = {
    asOf: newest?.end ?? session,
    sources: [panel.provenance.get(key)?.source ?? 'none'],
    inputs: [key],
  };
  if (newest === undefined)
    return { ...common, status: 'missing', reasons: [{ code: 'no-quarter', subject: symbol }] };
  return isLate(newest.end, session)
    ? {
        ...common,
        status: 'stale',
        reasons: [{ code: 'quarter-old', subject: symbol, end: newest.end }],
      }
    : { ...common, status: 'fresh' };
}

/** A fund's ratios as its publisher gives them, of a day of theirs; none where they were not asked for. */
function fundRatios({ panel, session }: SessionView, book: FigureBook, fund: string): void {
  const given = panel.disclosures.valuations.get(fund);
  if (given === undefined) return;
  const key = `valuation:${fund}`;
  const { asOf } = given;
  const common = { asOf, sources: [panel.provenance.get(key)?.source ?? 'none'], inputs: [key] };
  const reason = { code: 'ratios-of', subject: fund, date: asOf, isLater: asOf > session } as const;
  const basis: Basis = reason.isLater
    ? { ...common, status: 'missing', reasons: [reason] }
    : isOldList(asOf, session)
      ? { ...common, status: 'stale', reasons: [reason] }
      : { ...common, status: 'fresh' };
  const kind = { unit: 'ratio', method: 'published price ratio' } as const;
  write(book, `valuation.${fund}.pe`, kind, basis, () => given.priceEarnings);
  write(
    book,
    `valuation.${fund}.pb`,
    kind,
    basis,
    () => given.priceBook ?? absent({ code: 'not-computable' }),
  );
}
