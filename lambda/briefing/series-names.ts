import type { Edition } from '../editions/edition.ts';

/** What readers call the series of an edition whose ids are not words: indices, the basket, macro series. */
export function seriesNames({ symbols, basket, macro }: Edition): Record<string, string> {
  const indices = symbols.filter(({ symbol }) => symbol.startsWith('^'));
  return Object.fromEntries([
    ...indices.map(({ symbol }) => [symbol, symbol.slice(1)] as const),
    [basket.id, `the ${basket.short}`],
    ...macro.map(({ series, name }) => [series, name] as const),
  ]);
}
