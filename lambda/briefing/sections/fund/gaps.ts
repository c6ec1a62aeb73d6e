import type { Edition } from '../../../editions/edition.ts';
import { gapWindows } from '../../../figures/fund/leverage.ts';
import { plainText } from '../../../report/plain-text.ts';
import type { StackedChart } from '../../../report/schema.ts';
import { multiple } from '../../words/multiple.ts';
import { list, say, type Words } from '../../words/sentence.ts';
import { titleOr } from '../../words/title.ts';
import { gapParts } from '../front/fund.ts';

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
  const gapList = list(
    there.map(
      (window) => say`${labels[window].toLowerCase()} ${words.value(`gap.${symbol}.${window}.total`)}`,
    ),
  );
  return {
    kind: 'chart',
    type: 'stacked',
    id: 'gap',
    title: gapTitle(words, symbol, beta),
    subtitle: `Gap to ${multiple(beta)} the period’s return, percentage points`,
    asOf,
    alt: gapList === null ? 'The gap by window.' : `Gap of ${symbol}: ${plainText(gapList)}.`,
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

/** What to see: what a year's gap is made of. */
function gapTitle(words: Words, symbol: string, beta: number): string {
  const parts = gapParts(words, symbol, '1y');
  return titleOr(parts && say`Over a year ${parts}`, `Gap to ${multiple(beta)} the period’s return, split`);
}
