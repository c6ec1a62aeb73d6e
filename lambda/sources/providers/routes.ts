import { type ProviderName, providerNames } from '../../providers/index.ts';
import type { SeriesKind } from '../parsing/parsed.ts';
import type { SourceRoute } from '../route.ts';
import { alpacaBars } from './alpaca/fetch.ts';
import { beaCalendar } from './bea-calendar/fetch.ts';
import { blsMacro } from './bls/fetch.ts';
import { blsCalendar } from './bls-calendar/fetch.ts';
import { boardCalendar } from './board-calendar/fetch.ts';
import { cboeChart } from './cboe-chart/fetch.ts';
import { cboeIndex, cboeIndexCloses } from './cboe-index/fetch.ts';
import { cboeOptions } from './cboe-quote/options.ts';
import { chicagofedMacro } from './chicagofed/fetch.ts';
import { direxionHoldings } from './direxion/fetch.ts';
import { empireMacro } from './empire/fetch.ts';
import { finnhubEarnings } from './finnhub/fetch.ts';
import { fredMacro } from './fred/fetch.ts';
import { fredReleases } from './fred-releases/fetch.ts';
import { fredgraphMacro } from './fredgraph/fetch.ts';
import { isharesHoldings, isharesValuation } from './ishares/fetch.ts';
import { massiveBars } from './massive/fetch.ts';
import { michiganMacro } from './michigan/fetch.ts';
import { nasdaqEarnings } from './nasdaq/fetch.ts';
import { nyfedMacro } from './nyfed/fetch.ts';
import { philadelphiafedMacro } from './philadelphiafed/fetch.ts';
import { secRoutes } from './sec/fetch.ts';
import { tiingoBars } from './tiingo/fetch.ts';
import { treasuryMacro } from './treasury/fetch.ts';
import { yahooBars, yahooFutures } from './yahoo/fetch.ts';

type AnyRoute = { [K in SeriesKind]: SourceRoute<K> }[SeriesKind];

const routesOf: Readonly<Record<ProviderName, readonly AnyRoute[]>> = {
  yahoo: [yahooBars, yahooFutures],
  tiingo: [tiingoBars],
  alpaca: [alpacaBars],
  massive: [massiveBars],
  cboe: [cboeIndex, cboeIndexCloses, cboeChart, cboeOptions],
  fred: [fredMacro, fredReleases],
  fredgraph: [fredgraphMacro],
  treasury: [treasuryMacro],
  nyfed: [nyfedMacro],
  bls: [blsMacro],
  chicagofed: [chicagofedMacro],
  empire: [empireMacro],
  philadelphiafed: [philadelphiafedMacro],
  michigan: [michiganMacro],
  sec: secRoutes,
  direxion: [direxionHoldings],
  ishares: [isharesHoldings, isharesValuation],
  finnhub: [finnhubEarnings],
  nasdaq: [nasdaqEarnings],
  blsdates: [blsCalendar],
  bea: [beaCalendar],
  board: [boardCalendar],
};

/** Every route of every provider, in the order of the providers. */
export const allRoutes: readonly AnyRoute[] = providerNames.flatMap((name) => routesOf[name]);

/** The routes to a series, in the order in which they are asked: as the providers are listed, except for `isFirstFor`. */
export function routesTo<K extends SeriesKind>(kind: K, series: string): readonly SourceRoute<K>[] {
  const serving = allRoutes.filter((route) => route.kind === kind && route.serves(series));
  // All are of the kind that they were filtered by, which TypeScript cannot follow for any K.
  const routes = serving as unknown as readonly SourceRoute<K>[];
  const isFirst = ({ isFirstFor }: SourceRoute<K>): boolean => isFirstFor?.(series) ?? false;
  return [...routes.filter(isFirst), ...routes.filter((route) => !isFirst(route))];
}
