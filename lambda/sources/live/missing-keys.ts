import type { Edition } from '../../editions/edition.ts';
import type { Keys } from '../http/keys.ts';
import { barChain, macroChain } from './chains.ts';
import { eventChain } from './events.ts';

/** A key that is not set, and what it would add. */
export interface MissingKey {
  readonly key: string;
  readonly adds: string;
}

const benefits: Readonly<Record<string, string>> = {
  tiingo:
    'adjusted prices when Yahoo refuses, as it mostly does in AWS, and a second opinion on every key close',
  alpaca: 'adjusted prices when Yahoo and Tiingo refuse',
  massive: 'prices without dividends of past sessions; its free plan has none of the evening',
  fred: 'macro series as they were known on the day, with the dates on which they became so',
  'fred-releases': 'the dates of releases to come: jobs, consumer prices and others',
  finnhub: 'earnings dates from a documented source, before Nasdaq is asked',
};

/** The keys that would open a route to some series of the edition, each once. */
export function missingKeys(edition: Edition, keys: Keys): readonly MissingKey[] {
  const routes = [
    ...edition.symbols.flatMap(({ symbol }) => barChain(symbol)),
    ...edition.macro.flatMap(({ series }) => macroChain(series, edition)),
    ...['releases', 'earnings'].flatMap((series) => eventChain(series, edition)),
  ];
  const wishes = new Map<string, Set<string>>();
  for (const { source, needs } of routes) {
    const key = needs?.(keys) ?? null;
    if (key === null) continue;
    wishes.set(key, (wishes.get(key) ?? new Set()).add(benefits[source] ?? 'another source'));
  }
  return [...wishes].map(([key, adds]) => ({ key, adds: [...adds].join('; ') }));
}
