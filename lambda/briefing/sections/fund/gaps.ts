import type { Edition } from '../../../editions/edition.ts';
import { gapWindows } from '../../../figures/fund/leverage.ts';
import { plainText } from '../../../report/plain-text.ts';
import type { StackedChart, Table } from '../../../report/schema.ts';
import { multiple } from '../../words/multiple.ts';
import { list, say, type Words } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';

const labels: Readonly<Record<(typeof gapWindows)[number], string>> = {
  '5d': '5 days',
  '21d': '21 days',
  '63d': '63 days',
  ytd: 'Year to date',
  '1y': '1 year',
};

/** The gap to the multiple of the period's return in its two parts, window by window. */
export function gapChart(words: Words, { fund }: Edition, asOf: string): StackedChart | null {
  const { symbol, beta } = fund;
  const there = gapWindows.filter((window) => words.known(`gap.${symbol}.${window}.total`));
  if (there.length === 0) return null;
  const told = list(
    there.map(
      (window) => say`${labels[window].toLowerCase()} ${words.value(`gap.${symbol}.${window}.total`)}`,
    ),
  );
  return {
    kind: 'chart',
    type: 'stacked',
    id: 'gap',
    title: `Gap to ${multiple(beta)} the period’s return, split`,
    subtitle: 'Percentage points; compounding of daily returns, and costs, financing and tracking',
    asOf,
    alt: told === null ? 'The gap by window.' : `Gap of ${symbol}: ${plainText(told)}.`,
    unit: 'fraction',
    parts: [
      { label: 'compounding', role: 'accent' },
      { label: 'costs and tracking', role: 'plain' },
    ],
    groups: there.map((window) => ({
      label: labels[window],
      figures: [`gap.${symbol}.${window}.compounding`, `gap.${symbol}.${window}.cost`],
      total: `gap.${symbol}.${window}.total`,
    })),
  };
}

/** The fund, the two multiples and the gap, with the variance drag, window by window. */
export function gapTable(words: Words, { fund, underlying }: Edition): Table {
  const { symbol, beta } = fund;
  const rows = [
    [symbol, `Total return of ${symbol}`, (window: string) => `return.${symbol}.${window}`],
    [
      `${beta}× period`,
      `${multiple(beta)} the total return of ${underlying} over the window`,
      (window: string) => `target.${symbol}.${window}.period`,
    ],
    [
      `${beta}× daily`,
      `${multiple(beta)} each day’s return, compounded`,
      (window: string) => `target.${symbol}.${window}.daily`,
    ],
    ['Gap', `${symbol} less ${beta}× period`, (window: string) => `gap.${symbol}.${window}.total`],
    [
      'of it compounding',
      `${beta}× daily less ${beta}× period`,
      (window: string) => `gap.${symbol}.${window}.compounding`,
    ],
    [
      'of it costs and tracking',
      `${symbol} less ${beta}× daily`,
      (window: string) => `gap.${symbol}.${window}.cost`,
    ],
    [
      'Variance drag',
      'Against the power of the index’s growth, not against its multiple',
      (window: string) => `drag.${symbol}.${window}`,
    ],
  ] as const;
  return {
    kind: 'table',
    id: 'gap-table',
    title: `${symbol} against ${multiple(beta)} ${underlying}`,
    subtitle: 'Total returns in percent, gaps in percentage points',
    columns: gapWindows.map((window) => ({ label: labels[window], align: 'end' })),
    rows: rows.map(([label, hint, id]) => ({
      label,
      hint,
      ...(label === 'Gap' ? { emphasis: true } : {}),
      cells: gapWindows.map((window) => cellOf(words, id(window))),
    })),
    notes: [],
  };
}
