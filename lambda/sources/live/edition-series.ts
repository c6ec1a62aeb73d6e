import { fundsContract } from '../../calendar/funds-contract.ts';
import type { Edition } from '../../editions/edition.ts';
import { fredSeries } from '../../editions/fred.ts';
import type { SeriesKind } from '../parsing/parsed.ts';
import { barRules } from './kinds/bars.ts';
import {
  filingRules,
  futureRules,
  holdingRules,
  incomeRules,
  optionRules,
  resultRules,
  shareRules,
  valuationRules,
} from './kinds/disclosures.ts';
import { calendarsOf, eventRules } from './kinds/events.ts';
import { macroRules } from './kinds/macro.ts';
import type { SeriesRules } from './rules.ts';

export const rulesOf: { readonly [K in SeriesKind]: SeriesRules<K> } = {
  bars: barRules,
  macro: macroRules,
  filings: filingRules,
  income: incomeRules,
  shares: shareRules,
  results: resultRules,
  holdings: holdingRules,
  valuation: valuationRules,
  options: optionRules,
  futures: futureRules,
  events: eventRules,
};

/** What an edition asks for, in the order in which it is asked: first what the gate wants. */
export const seriesOf = (
  edition: Edition,
  session: string,
): readonly (readonly [kind: SeriesKind, series: string])[] => {
  const symbols = new Set([...edition.required, ...edition.symbols.map(({ symbol }) => symbol)]);
  return [
    ...[...symbols].map((symbol) => ['bars', symbol] as const),
    ...edition.macro.map(({ series }) => ['macro', series] as const),
    ...edition.filers.flatMap(({ symbol }) =>
      (['filings', 'income', 'shares', 'results'] as const).map((kind) => [kind, symbol] as const),
    ),
    ...edition.holdings.map((fund) => ['holdings', fund] as const),
    ...edition.valued.map(({ fund }) => ['valuation', fund] as const),
    ['options', edition.underlying],
    ...(edition.macro.some(({ series }) => series === fredSeries.effective) ? contractOf(session) : []),
    ...calendarsOf(session).map((calendar) => ['events', calendar] as const),
  ];
};

function contractOf(session: string): readonly (readonly ['futures', string])[] {
  const contract = fundsContract(session);
  return contract === null ? [] : [['futures', contract.month]];
}
