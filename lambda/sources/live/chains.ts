import type { Edition } from '../../editions/edition.ts';
import type { ParsedBars, ParsedObservations } from '../parsing/parsed.ts';
import { alpaca } from '../providers/alpaca/fetch.ts';
import { bls } from '../providers/bls/fetch.ts';
import { cboeChart } from '../providers/cboe-chart/fetch.ts';
import { cboeIndex, cboeIndexCloses } from '../providers/cboe-index/fetch.ts';
import { chicagofed } from '../providers/chicagofed/fetch.ts';
import { empire } from '../providers/empire/fetch.ts';
import { fredApi } from '../providers/fred/fetch.ts';
import { fredgraph } from '../providers/fredgraph/fetch.ts';
import { massive } from '../providers/massive/fetch.ts';
import { michigan } from '../providers/michigan/fetch.ts';
import { nyfed } from '../providers/nyfed/fetch.ts';
import { philadelphiafed } from '../providers/philadelphiafed/fetch.ts';
import { tiingo } from '../providers/tiingo/fetch.ts';
import { treasury } from '../providers/treasury/fetch.ts';
import { yahoo } from '../providers/yahoo/fetch.ts';
import type { SourceRoute } from '../route.ts';

/** Prices: keyless and complete first, then what is configured, then the keyless backstop without dividends. */
const prices: readonly SourceRoute<ParsedBars>[] = [yahoo, tiingo, alpaca, massive, cboeChart];

/** Volatility indices: their publisher first. */
const volatility: readonly SourceRoute<ParsedBars>[] = [cboeIndex, yahoo, cboeChart];

/** The routes to a symbol's bars, in the order in which they are asked. */
export function barChain(symbol: string): readonly SourceRoute<ParsedBars>[] {
  return (cboeIndex.serves(symbol) ? volatility : prices).filter((route) => route.serves(symbol));
}

/** A second opinion on a symbol's close: the first that is configured and was not the first. */
export const secondOpinions: readonly SourceRoute<ParsedBars>[] = [tiingo, alpaca, cboeChart];

/**
 * Series of which their publisher shows three rolling years only: they grow in our own archive. The keyless
 * download comes first for them, so that the answers that grow together are of one kind.
 */
export const isGrowing = (series: string): boolean => series.startsWith('BAML');

/**
 * The series of the edition that FRED's download gives in one answer with this one: those of its frequency. A series
 * that grows in the archive is asked for alone, and one whose publisher comes first is not asked for with others.
 */
function besideOnFred(series: string, edition: Edition): readonly string[] {
  const spec = edition.macro.find((one) => one.series === series);
  const isAlone = (name: string) => isGrowing(name) || cboeIndexCloses.serves(name);
  if (spec === undefined || isAlone(series)) return [];
  return edition.macro
    .filter(({ frequency, weekday }) => frequency === spec.frequency && weekday === spec.weekday)
    .map((one) => one.series)
    .filter((name) => !isAlone(name));
}

/** Those who publish a series themselves, without a key and in a form that is neither packed nor too large. */
const publishers: readonly SourceRoute<ParsedObservations>[] = [
  treasury,
  nyfed,
  bls,
  chicagofed,
  empire,
  philadelphiafed,
  michigan,
];

/** The routes to a macro series, in the order in which they are asked: FRED, then whoever publishes it. */
export function macroChain(series: string, edition: Edition): readonly SourceRoute<ParsedObservations>[] {
  const spec = edition.macro.find((one) => one.series === series);
  const fred = fredApi(() => spec?.frequency === 'monthly' || spec?.frequency === 'quarterly');
  const download = fredgraph(besideOnFred(series, edition));
  const both = isGrowing(series) ? [download, fred] : [fred, download];
  return [cboeIndexCloses, ...both, ...publishers].filter((route) => route.serves(series));
}
