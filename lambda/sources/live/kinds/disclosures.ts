import { isLateFiling, isLateShares, isOldList } from '../../../series/disclosure-age.ts';
import { type Filings, newestOwnQuarter, type Quarter, quartersOf } from '../../../series/filings.ts';
import type { Validation } from '../../chain.ts';
import type {
  ParsedByKind,
  ParsedFilings,
  ParsedFuture,
  ParsedHoldings,
  ParsedOptions,
  ParsedResults,
  ParsedValuation,
} from '../../parsing/parsed.ts';
import { ofItsEvening } from '../of-its-evening.ts';
import type { SeriesRules } from '../rules.ts';

/** What filings, lists of holdings and quotes have in common. */
const disclosed = {
  settled: ofItsEvening,
  prefersCached: (compared: number) => compared < 0,
  remarks: () => ({}),
};

/** What a company has filed under the first concept of a kind that it still uses. */
function conceptRules<K extends 'filings' | 'income' | 'shares'>(
  kind: K,
  newestQuarter: (filings: Filings, session: string) => Quarter | undefined,
  isLate: (end: string, session: string) => boolean,
): SeriesRules<K> {
  return {
    ...disclosed,
    kind,
    extent: ({ filings: { facts } }: ParsedFilings) => {
      const ends = facts.map(({ end }) => end).sort();
      return { rows: facts.length, first: ends[0] ?? '', last: ends.at(-1) ?? '' };
    },
    validation({ session }) {
      const newest = ({ filings }: ParsedFilings): string => newestQuarter(filings, session)?.end ?? '';
      return {
        problem(parsed: ParsedFilings) {
          const end = newest(parsed);
          if (end === '') return `no quarter under ${parsed.filings.concept} by ${session}`;
          return isLate(end, session) ? `its newest quarter ended ${end}` : null;
        },
        compare: newestFirst(newest),
      };
    },
  };
}

export const filingRules = conceptRules('filings', (all, by) => quartersOf(all, by).at(-1), isLateFiling);
export const incomeRules = conceptRules(
  'income',
  (all, by) => quartersOf(all, by, true).at(-1),
  isLateFiling,
);
export const shareRules = conceptRules('shares', newestOwnQuarter, isLateShares);

/** The extent of a list of sessions, oldest first. */
const span = (sessions: readonly string[]) => ({
  rows: sessions.length,
  first: sessions[0] ?? '',
  last: sessions.at(-1) ?? '',
});

/** When a company published its results: a list that has not grown for long is no news, and none at all is a fault. */
export const resultRules: SeriesRules<'results'> = {
  ...disclosed,
  kind: 'results',
  extent: ({ results }) => span(results.sessions),
  validation: () => ({
    problem: ({ results: { sessions } }) => (sessions.length === 0 ? 'no report of results' : null),
    compare: newestFirst(({ results: { sessions } }: ParsedResults) => sessions.at(-1) ?? ''),
  }),
};

/**
 * A page of one day, which only the day's visitor sees: older ones are in our archive alone.
 * @param subject what is of that day, with its verb, for the message: `list is`
 */
const pageOfDay =
  <Page extends ParsedByKind[keyof ParsedByKind]>(subject: string, dayOf: (parsed: Page) => string) =>
  ({ session }: { readonly session: string }) => ({
    problem(parsed: Page) {
      const day = dayOf(parsed);
      if (day > session) return `the ${subject} of ${day}, after the session`;
      return isOldList(day, session) ? `the ${subject} of ${day}` : null;
    },
    // One of after the session is of no use, so it counts as the oldest.
    compare: newestFirst((parsed: Page) => (dayOf(parsed) > session ? '' : dayOf(parsed))),
  });

/** A fund's ratios, as its publisher shows them. */
export const valuationRules: SeriesRules<'valuation'> = {
  ...disclosed,
  kind: 'valuation',
  extent: ({ valuation: { asOf } }) => ({ rows: 1, first: asOf, last: asOf }),
  validation: pageOfDay('ratios are', ({ valuation }: ParsedValuation) => valuation.asOf),
};

/** A fund's own list of what it holds. */
export const holdingRules: SeriesRules<'holdings'> = {
  ...disclosed,
  kind: 'holdings',
  extent: ({ holdings: { asOf, weights } }) => ({ rows: weights.size, first: asOf, last: asOf }),
  validation: pageOfDay('list is', ({ holdings }: ParsedHoldings) => holdings.asOf),
};

/** A contract on the federal funds rate, which providers forget when it has expired. */
export const futureRules: SeriesRules<'futures'> = {
  ...disclosed,
  kind: 'futures',
  extent: ({ future }) => span(future.sessions),
  validation({ session }) {
    const has = ({ future: { sessions } }: ParsedFuture): boolean => sessions.includes(session);
    return {
      problem: (parsed) => (has(parsed) ? null : `no price of ${session}`),
      compare: (a, b) => Number(has(b)) - Number(has(a)),
    };
  },
};

/** What options of a symbol imply by their exchange's quote of the session, which only the day's visitor sees. */
export const optionRules: SeriesRules<'options'> = {
  ...disclosed,
  kind: 'options',
  extent: ({ options: { asOf } }) => ({ rows: 1, first: asOf, last: asOf }),
  validation({ session }) {
    const isOf = ({ options: { asOf } }: ParsedOptions): boolean => asOf === session;
    return {
      problem: (parsed) => (isOf(parsed) ? null : `the quote is of ${parsed.options.asOf}`),
      compare: (a, b) => Number(isOf(b)) - Number(isOf(a)),
    };
  },
};

/** Which of two has the later date. */
function newestFirst<T extends ParsedByKind[keyof ParsedByKind]>(
  dateOf: (parsed: T) => string,
): Validation<T>['compare'] {
  return (a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0);
}
