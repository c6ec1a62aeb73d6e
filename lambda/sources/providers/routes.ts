import type { SeriesKind } from '../parsing/parsed.ts';
import type { SourceRoute } from '../route.ts';
import { alpaca } from './alpaca/fetch.ts';
import { beaCalendar } from './bea-calendar/fetch.ts';
import { bls } from './bls/fetch.ts';
import { blsCalendar } from './bls-calendar/fetch.ts';
import { boardCalendar } from './board-calendar/fetch.ts';
import { cboeChart } from './cboe-chart/fetch.ts';
import { cboeIndex, cboeIndexCloses } from './cboe-index/fetch.ts';
import { cboeOptions } from './cboe-quote/options.ts';
import { chicagofed } from './chicagofed/fetch.ts';
import { direxion } from './direxion/fetch.ts';
import { empire } from './empire/fetch.ts';
import { finnhubEarnings } from './finnhub/fetch.ts';
import { fred } from './fred/fetch.ts';
import { fredReleases } from './fred-releases/fetch.ts';
import { fredgraph } from './fredgraph/fetch.ts';
import { type ProviderName, providerNames } from './index.ts';
import { ishares, isharesValuation } from './ishares/fetch.ts';
import { massive } from './massive/fetch.ts';
import { michigan } from './michigan/fetch.ts';
import { nasdaqEarnings } from './nasdaq/fetch.ts';
import { nyfed } from './nyfed/fetch.ts';
import { philadelphiafed } from './philadelphiafed/fetch.ts';
import { secRoutes } from './sec/fetch.ts';
import { tiingo } from './tiingo/fetch.ts';
import { treasury } from './treasury/fetch.ts';
import { yahoo } from './yahoo/fetch.ts';

type AnyRoute = { [K in SeriesKind]: SourceRoute<K> }[SeriesKind];

const routesOf: Readonly<Record<ProviderName, readonly AnyRoute[]>> = {
  yahoo: [yahoo],
  tiingo: [tiingo],
  alpaca: [alpaca],
  massive: [massive],
  cboe: [cboeIndex, cboeIndexCloses, cboeChart, cboeOptions],
  fred: [fred, fredReleases],
  fredgraph: [fredgraph],
  treasury: [treasury],
  nyfed: [nyfed],
  bls: [bls],
  chicagofed: [chicagofed],
  empire: [empire],
  philadelphiafed: [philadelphiafed],
  michigan: [michigan],
  sec: secRoutes,
  direxion: [direxion],
  ishares: [ishares, isharesValuation],
  finnhub: [finnhubEarnings],
  nasdaq: [nasdaqEarnings],
  blsdates: [blsCalendar],
  bea: [beaCalendar],
  board: [boardCalendar],
};

/** Every route of every provider, in the order of the providers. */
export const allRoutes: readonly AnyRoute[] = providerNames.flatMap((name) => routesOf[name]);

/** The routes to a series, in the order in which they are asked: as the providers are listed, but for `isFirstFor`. */
export function routesTo<K extends SeriesKind>(kind: K, series: string): readonly SourceRoute<K>[] {
  const serving = allRoutes.filter((route) => route.kind === kind && route.serves(series));
  // All are of the kind that they were filtered by, which TypeScript cannot follow for any K.
  const routes = serving as unknown as readonly SourceRoute<K>[];
  const isFirst = ({ isFirstFor }: SourceRoute<K>): boolean => isFirstFor?.(series) ?? false;
  return [...routes.filter(isFirst), ...routes.filter((route) => !isFirst(route))];
}
