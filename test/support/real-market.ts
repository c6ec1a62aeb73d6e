import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tna } from '../../lambda/editions/tna.ts';
import type { Panel } from '../../lambda/market-data/panel.ts';
import { panelOf } from '../../lambda/market-data/panel-of.ts';
import type { Bars } from '../../lambda/series/bars.ts';
import type { Observations } from '../../lambda/series/observations.ts';
import { parseBars, parseObservations } from '../../lambda/sources/files/parse.ts';
import { sharedDir } from './shared.ts';

const fetchedAt = '2026-01-02T00:00:00Z';

const filesOf = (folder: string): string[] =>
  readdirSync(join(sharedDir, 'data', folder)).filter((file) => file.endsWith('.csv'));

function bars(file: string): Bars {
  const series = basename(file, '.csv').replace(/^_/, '^');
  const bytes = readFileSync(join(sharedDir, 'data/market', file));
  return parseBars(bytes, { series, fetchedAt, file: `market/${file}` }).bars;
}

function observations(file: string): Observations {
  const series = basename(file, '.csv');
  const bytes = readFileSync(join(sharedDir, 'data/macro', file));
  return parseObservations(bytes, { series, fetchedAt, file: `macro/${file}` }).observations;
}

/** Whole histories of real series, from the folder beside the checkout. */
export interface RealMarket {
  readonly market: ReadonlyMap<string, Bars>;
  readonly macro: ReadonlyMap<string, Observations>;
}

/** Reads every file of the folder once; needs the test data to be there. */
export function realMarket(): RealMarket {
  const market = filesOf('market').map(bars);
  const macro = filesOf('macro').map(observations);
  return {
    market: new Map(market.map((series) => [series.symbol, series])),
    macro: new Map(macro.map((series) => [series.id, series])),
  };
}

export const panelOfReal = ({ market, macro }: RealMarket): Panel => panelOf(tna, market, macro, []);
