import * as z from 'zod';

/** https://fred.stlouisfed.org/docs/api/fred/releases_dates.html */
export const releaseDates = z.looseObject({
  count: z.number().int().min(0),
  offset: z.number().int().min(0),
  release_dates: z.array(
    z.looseObject({ release_id: z.number().int(), release_name: z.string(), date: z.string() }),
  ),
});

/** A release that FRED keeps a calendar of, and what it is called here. */
interface Listed {
  /** FRED's number of the release. */
  readonly id: number;
  /** How FRED must call it: a number that means another release is found out by its name. */
  readonly title: RegExp;
  /** Its name in `calendar/releases.ts`, which has its hour. */
  readonly release: string;
}

/** The releases that are taken from FRED's calendar, which lists some three hundred, most of them every day. */
export const whitelist: readonly Listed[] = [
  { id: 50, title: /^employment situation/i, release: 'Employment situation' },
  { id: 10, title: /^consumer price index/i, release: 'Consumer price index' },
  { id: 46, title: /^producer price index/i, release: 'Producer price index' },
  { id: 54, title: /^personal income and outlays/i, release: 'Personal income and outlays' },
  { id: 53, title: /^gross domestic product/i, release: 'Gross domestic product' },
  { id: 9, title: /^advance (monthly|retail) sales|retail sales/i, release: 'Retail sales' },
  { id: 180, title: /weekly claims|unemployment insurance/i, release: 'Jobless claims' },
  { id: 321, title: /empire state/i, release: 'Empire State manufacturing survey' },
  {
    id: 351,
    title: /manufacturing business outlook|business outlook survey/i,
    release: 'Philadelphia manufacturing survey',
  },
  { id: 13, title: /industrial production/i, release: 'Industrial production' },
  { id: 192, title: /^job openings and labor turnover/i, release: 'Job openings' },
  { id: 91, title: /surveys? of consumers|consumer sentiment/i, release: 'Consumer sentiment' },
];
