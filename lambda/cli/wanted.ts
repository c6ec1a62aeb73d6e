import type { Edition, SymbolSpec } from '../editions/edition.ts';
import { fredSeries } from '../editions/fred.ts';

/** One file that a data folder may hold. */
export interface WantedFile {
  /** `market/IWM.csv`. */
  readonly file: string;
  readonly name: string;
  readonly required: boolean;
  /** The sections of a briefing that rest on it, by their ids; none where only `report.json` shows its figures. */
  readonly feeds: readonly string[];
  /** The symbol of which it is the proxy where that one has no file. */
  readonly standsInFor?: string;
}

/** Sections by their ids, in their order. */
export const sectionNamesOf = ({ fund }: Edition): Readonly<Record<string, string>> => ({
  rotation: 'Rotation',
  fund: fund.symbol,
  levels: 'Levels and risk',
  macro: 'Macro',
});

const rotation = ['rotation'];

/** Sections that a group of symbols feeds; what a symbol feeds beside its group is below. */
function byGroup(group: SymbolSpec['group']): readonly string[] {
  if (group === 'fund') return ['fund'];
  return group === 'index' || group === 'credit and rates' ? [] : rotation;
}

/** Series that feed other sections than those of their kind. */
const bySeries = (edition: Edition): Readonly<Record<string, readonly string[]>> => ({
  ...Object.fromEntries(edition.volatilityIndices.map(({ symbol }) => [symbol, ['macro']])),
  [edition.fund.symbol]: ['fund', 'levels'],
  [edition.underlying]: ['rotation', 'fund', 'levels'],
  [edition.volatility.symbol]: ['levels', 'macro'],
  [fredSeries.threeMonths]: ['levels', 'macro'],
  [edition.score.credit.series]: ['rotation', 'macro'],
  ...Object.fromEntries(
    [
      fredSeries.effective,
      fredSeries.overnight,
      fredSeries.factoryJobs,
      fredSeries.services,
      edition.dollar.series,
    ].map((series) => [series, []]),
  ),
});

/** `^` is hard to type in a shell and written `_`. */
const marketFile = (symbol: string): string => `market/${symbol.replace('^', '_')}.csv`;

/** Every file that an edition can use: what is required first, then its symbols and macro series in their order. */
export function wantedFiles(edition: Edition): readonly WantedFile[] {
  const feeding = bySeries(edition);
  const market = edition.symbols.flatMap(({ symbol, name, group, alternates = [] }): WantedFile[] => {
    const required = edition.required.includes(symbol);
    const feeds = feeding[symbol] ?? byGroup(group);
    return [
      { file: marketFile(symbol), name, required, feeds },
      ...alternates.map((other) => ({
        ...{ file: marketFile(other), name, required: false, feeds },
        standsInFor: symbol,
      })),
    ];
  });
  const macro = edition.macro.map(({ series, name }): WantedFile => {
    const standsInFor = edition.volatilityIndices.find((index) => index.series === series)?.symbol;
    const feeds = feeding[series] ?? ['macro'];
    const about = { file: `macro/${series}.csv`, name, required: false, feeds };
    return standsInFor === undefined ? about : { ...about, standsInFor };
  });
  return [...market, ...macro].toSorted((a, b) => Number(b.required) - Number(a.required));
}

/** What a file is for, in words: `Rotation, Macro`. */
export function purposeOf({ feeds, standsInFor }: WantedFile, edition: Edition): string {
  const names = sectionNamesOf(edition);
  const sections = feeds.map((id) => names[id]).join(', ');
  if (standsInFor !== undefined) return `stands in for ${standsInFor}`;
  return sections === '' ? 'report.json only' : sections;
}

/** Columns of a market file, what they are for, and whether it can be used without. */
export const columns: readonly (readonly [name: string, use: string])[] = [
  ['Date', 'required'],
  ['Close', 'prices, levels, moves of the day; this or Adj Close is required'],
  ['Adj Close', 'total returns; without it returns leave dividends out, and say so'],
  ['Open, High, Low', 'ranges, stops, pivots and one volatility; without them those are missing'],
  ['Volume', 'checks, and the two claims on trading (`attention`, `upvolume`)'],
];

/** The least history that figures need, in sessions up to the one of the briefing. */
export const histories: readonly (readonly [sessions: number, gives: string])[] = [
  [2, 'a briefing: closes and moves of the day'],
  [22, 'returns, volatility, beta and the gap to the fund’s multiple of the index over 21 sessions'],
  [64, 'the same over 63 sessions'],
  [200, 'the 200-day average'],
  [253, 'volatility, beta and tracking difference over a year'],
  [505, 'the loss of one day in twenty'],
  [630, 'the rotation score and its state'],
  [2521, 'how often falls came within ten years, and moves on event days'],
];
