import { alpaca } from './alpaca.ts';
import { bea } from './bea-calendar.ts';
import { bls } from './bls.ts';
import { blsdates } from './bls-calendar.ts';
import { board } from './board-calendar.ts';
import { cboe } from './cboe.ts';
import { chicagofed } from './chicagofed.ts';
import { direxion } from './direxion.ts';
import { empire } from './empire.ts';
import { finnhub } from './finnhub.ts';
import { fred } from './fred.ts';
import { fredgraph } from './fredgraph.ts';
import { ishares } from './ishares.ts';
import { massive } from './massive.ts';
import { michigan } from './michigan.ts';
import { nasdaq } from './nasdaq.ts';
import { nyfed } from './nyfed.ts';
import { philadelphiafed } from './philadelphiafed.ts';
import type { Provider } from './provider.ts';
import { sec } from './sec.ts';
import { tiingo } from './tiingo.ts';
import { treasury } from './treasury.ts';
import { yahoo } from './yahoo.ts';

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
