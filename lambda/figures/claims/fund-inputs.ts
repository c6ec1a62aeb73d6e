import type { LazyColumn } from '../../market-data/lazy-column.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { fewestCases } from '../fewest.ts';
import { fundColumns } from '../fund/fund-columns.ts';
import { swingColumns } from '../fund/swing-columns.ts';
import { growthColumn } from '../prices/price-columns.ts';
import { lacksOne, lacksPoint } from '../windows.ts';
import { type Absent, absent, derive, type FigureOutcome, type Kind, write } from '../write.ts';

const [month, year] = [21, 252] as const;

/** What claims on the fund are read from: how near it came to its multiple, session by session and over longer spans. */
export function fundInputs(view: SessionView, book: FigureBook): void {
  const { fund, underlying } = view.edition;
  const { symbol } = fund;
  const pair = view.pair(symbol, underlying);
  const { gap, compounding, tracking, near, rising, falling } = fundColumns(view.panel);
  const writeColumn = (id: string, kind: Kind, column: LazyColumn, n: number, why?: () => FigureOutcome) =>
    write(book, id, kind, pair.basis, () => {
      const lacking = lacksOne(pair, n);
      if (lacking !== null) return lacking;
      const value = column(pair.index);
      return Number.isFinite(value)
        ? value
        : (why?.() ?? absent({ code: 'did-not-move', subject: underlying }));
    });
  const share = { unit: 'fraction', method: 'sessions as promised' } as const;
  writeColumn(`tracking.${symbol}.21d`, share, tracking, month + 1);
  for (const n of [5, 63])
    writeColumn(`near.${symbol}.${n}d`, { ...share, method: 'windows near the multiple' }, near(n), year + n);
  const ratio = { unit: 'ratio', method: 'capture' } as const;
  writeColumn(`capture.${symbol}.up`, ratio, rising, year + 1);
  writeColumn(`capture.${symbol}.down`, ratio, falling, year + 1);
  writeColumn(`gap.${symbol}.252d.total`, { unit: 'fraction', method: 'gap' }, gap(year), year + 1);
  writeColumn(
    `gap.${symbol}.252d.compounding`,
    { unit: 'fraction', method: 'gap from compounding' },
    compounding(year),
    year + 1,
  );
  const { advances, amplify, stills, sideways } = swingColumns(view.panel);
  writeColumn(
    `amplify.${symbol}.21d`,
    { unit: 'ratio', method: 'amplified advances' },
    amplify,
    year + month,
    () => fewWindows(advances(pair.index)),
  );
  writeColumn(
    `sideways.${symbol}.21d`,
    { unit: 'fraction', method: 'sideways gap' },
    sideways,
    year + month,
    () => fewWindows(stills(pair.index)),
  );
  yearly(view, book);
}

const fewWindows = (cases: number): Absent =>
  absent({ code: 'few-cases', cases, of: 'such window', needed: fewestCases });

/** The year's returns, what it cost, and how compounding went with volatility. */
function yearly(view: SessionView, book: FigureBook): void {
  const { fund, underlying } = view.edition;
  const { symbol } = fund;
  for (const name of [symbol, underlying]) {
    const one = view.symbol(name);
    write(
      book,
      `return.${name}.252d`,
      { unit: 'fraction', method: 'return' },
      one.adjusted,
      () => lacksPoint(one, year) ?? growthColumn(view.panel)(name)(year)(one.index),
    );
  }
  derive(
    book,
    `cost.${symbol}.252d.rate`,
    { unit: 'fraction a year', method: 'yearly cost' },
    [`td.${symbol}.252d`],
    (difference) => -difference,
  );
  const index = view.symbol(underlying);
  write(
    book,
    `volgap.${symbol}.252d`,
    { unit: '-1..1', method: 'volatility and compounding' },
    index.adjusted,
    () => {
      const value = swingColumns(view.panel).volgap(index.index);
      const lacking = lacksOne(index, year + month);
      return lacking ?? (Number.isNaN(value) ? absent({ code: 'no-variation' }) : value);
    },
  );
}
