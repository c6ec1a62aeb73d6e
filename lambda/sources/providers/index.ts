import { alpaca } from './alpaca/provider.ts';
import { bea } from './bea-calendar/provider.ts';
import { bls } from './bls/provider.ts';
import { blsdates } from './bls-calendar/provider.ts';
import { board } from './board-calendar/provider.ts';
import { cboe } from './cboe/provider.ts';
import { chicagofed } from './chicagofed/provider.ts';
import { direxion } from './direxion/provider.ts';
import { empire } from './empire/provider.ts';
import { finnhub } from './finnhub/provider.ts';
import { fred } from './fred/provider.ts';
import { fredgraph } from './fredgraph/provider.ts';
import { ishares } from './ishares/provider.ts';
import { massive } from './massive/provider.ts';
import { michigan } from './michigan/provider.ts';
import { nasdaq } from './nasdaq/provider.ts';
import { nyfed } from './nyfed/provider.ts';
import { philadelphiafed } from './philadelphiafed/provider.ts';
import type { Provider } from './provider.ts';
import { sec } from './sec/provider.ts';
import { tiingo } from './tiingo/provider.ts';
import { treasury } from './treasury/provider.ts';
import { yahoo } from './yahoo/provider.ts';

/** The providers, in the order in which they are asked for a series that several serve. */
const listed = [
  yahoo,
  tiingo,
  alpaca,
  massive,
  cboe,
  fred,
  fredgraph,
  treasury,
  nyfed,
  bls,
  chicagofed,
  empire,
  philadelphiafed,
  michigan,
  sec,
  direxion,
  ishares,
  finnhub,
  nasdaq,
  blsdates,
  bea,
  board,
] as const;

export type Listed = (typeof listed)[number];

/** As `BRIEFING_URL_<NAME>` and the archive have it. */
export type ProviderName = Listed['name'];

type NamesOf<Sources> = Sources extends object ? keyof Sources : never;

/** As payloads and figures cite the sources of providers. */
export type SourceName = NamesOf<Listed['sources']>;

export const providerNames: readonly ProviderName[] = listed.map(({ name }) => name);

export const providers = Object.fromEntries(listed.map((one: Provider) => [one.name, one])) as Readonly<
  Record<ProviderName, Provider>
>;
