import { addMonths, daysBetween } from '../../calendar/civil.ts';
import { type Basis, joint } from '../../market-data/basis.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { isLateFiling } from '../../series/disclosure-age.ts';
import { calendarQuarter, type Quarter, quartersOf } from '../../series/filings.ts';
import type { FigureBook } from '../book.ts';
import { absent, figureBasis, write } from '../write.ts';

/** Days by which the ends of a fiscal quarter and of the same a year before may lie off each other. */
const sameQuarter = 15;

interface Reported {
  readonly symbol: string;
  readonly quarters: readonly Quarter[];
  readonly basis: Basis;
}

/**
 * What the mega-caps spent on plant and equipment by their own filings: each company's newest quarter filed by the
 * session, and of all together the newest calendar quarter that more than half of them have filed, with the same of
 * the year before by the same companies. Where no filings were asked for, there are no such figures.
 */
export function capitalExpenditure(view: SessionView, book: FigureBook): void {
  const { edition, panel, session } = view;
  if (panel.disclosures.filings.size === 0) return;
  const reported = edition.filers.map(({ symbol }) => reportedBy(view, symbol));
  for (const one of reported) company(book, one);
  together(book, edition.basket.id, session, reported);
}

function reportedBy({ panel, session }: SessionView, symbol: string): Reported {
  const filings = panel.disclosures.filings.get(symbol);
  const quarters = filings === undefined ? [] : quartersOf(filings, session);
  const newest = quarters.at(-1);
  const key = `filings:${symbol}`;
  const common = { asOf: newest?.end ?? session, sources: [panel.provenance.get(key)?.source ?? 'none'] };
  if (newest === undefined)
    return {
      symbol,
      quarters,
      basis: {
        ...common,
        inputs: [key],
        status: 'missing',
        reasons: [{ code: 'no-quarter', subject: symbol }],
      },
    };
  const basis: Basis = { ...common, inputs: [key], status: 'fresh' };
  const late = isLateFiling(newest.end, session);
  const old = { code: 'quarter-old', subject: symbol, end: newest.end } as const;
  return { symbol, quarters, basis: late ? { ...basis, status: 'stale', reasons: [old] } : basis };
}

function company(book: FigureBook, { symbol, quarters, basis }: Reported): void {
  const newest = quarters.at(-1);
  write(
    book,
    `capex.${symbol}.q`,
    { unit: 'usd', method: 'capital expenditure' },
    basis,
    () => newest!.value,
  );
  write(
    book,
    `capex.${symbol}.yoy`,
    { unit: 'fraction', method: 'capital expenditure change' },
    { ...basis, inputs: [`capex.${symbol}.q`, ...basis.inputs] },
    () => {
      const before = yearBefore(quarters, newest!);
      return before === undefined
        ? absent({ code: 'no-year-before', subject: symbol })
        : newest!.value / before.value - 1;
    },
  );
  write(
    book,
    `capex.${symbol}.quarter`,
    { unit: 'day', method: 'capital expenditure quarter' },
    basis,
    () => newest!.end,
  );
}

function yearBefore(quarters: readonly Quarter[], { end }: Quarter): Quarter | undefined {
  const wanted = addMonths(end, -12);
  return quarters.find((quarter) => Math.abs(daysBetween(quarter.end, wanted)) <= sameQuarter);
}

/** One company's part in a calendar quarter: what it spent then, and a year before. */
interface Part {
  readonly symbol: string;
  readonly now: Quarter;
  readonly before: Quarter;
}

function together(book: FigureBook, id: string, session: string, reported: readonly Reported[]): void {
  const [found = null, earlier] = sharedQuarters(reported);
  const inputs = (found?.parts ?? []).map(({ symbol }) => `filings:${symbol}`);
  const asOf =
    found?.parts
      .map(({ now }) => now.end)
      .sort()
      .at(-1) ?? session;
  const members = joint(...reported.map(({ symbol }) => figureBasis(book, `capex.${symbol}.q`)));
  const common = { asOf, sources: members.sources, inputs };
  const basis: Basis =
    found === null
      ? { ...common, status: 'missing', reasons: [{ code: 'no-shared-quarter' }] }
      : isLateFiling(asOf, session)
        ? { ...common, status: 'stale', reasons: [{ code: 'shared-quarter-old', end: asOf }] }
        : { ...common, status: 'fresh' };
  const sum = (when: 'now' | 'before') =>
    (found?.parts ?? []).reduce((total, part) => total + part[when].value, 0);
  write(book, `capex.${id}.q`, { unit: 'usd', method: 'capital expenditure sum' }, basis, () => sum('now'));
  write(
    book,
    `capex.${id}.yoy`,
    { unit: 'fraction', method: 'capital expenditure change' },
    { ...basis, inputs: [`capex.${id}.q`, ...inputs] },
    () => sum('now') / sum('before') - 1,
  );
  write(
    book,
    `capex.${id}.yoy.change`,
    { unit: 'fraction', method: 'capital expenditure turn' },
    { ...basis, inputs: [`capex.${id}.yoy`, ...inputs] },
    () =>
      earlier === undefined || earlier.quarter !== addMonths(found!.quarter, -3)
        ? absent({ code: 'no-shared-quarter' })
        : growthOf(found!.parts) - growthOf(earlier.parts),
  );
  write(
    book,
    `capex.${id}.quarter`,
    { unit: 'quarter', method: 'capital expenditure quarter' },
    basis,
    () => found!.quarter,
  );
  write(
    book,
    `capex.${id}.n`,
    { unit: 'count', method: 'capital expenditure count' },
    basis,
    () => found!.parts.length,
  );
}

/** Spent over what was spent a year before, less one. */
function growthOf(parts: readonly Part[]): number {
  const sum = (when: 'now' | 'before') => parts.reduce((total, part) => total + part[when].value, 0);
  return sum('now') / sum('before') - 1;
}

/** The calendar quarters that more than half of the companies have filed, and a year before too; the newest first. */
function sharedQuarters(
  reported: readonly Reported[],
): { readonly quarter: string; readonly parts: readonly Part[] }[] {
  const byQuarter = new Map<string, Part[]>();
  for (const { symbol, quarters } of reported)
    for (const now of quarters.slice(-4)) {
      const before = yearBefore(quarters, now);
      if (before === undefined) continue;
      const quarter = calendarQuarter(now.end);
      byQuarter.set(quarter, [...(byQuarter.get(quarter) ?? []), { symbol, now, before }]);
    }
  return [...byQuarter]
    .filter(([, parts]) => parts.length * 2 > reported.length)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([quarter, parts]) => ({ quarter, parts }));
}
