import { isLateFiling, isOldList } from '../../../series/disclosure-age.ts';
import { quartersOf } from '../../../series/filings.ts';
import type { Validation } from '../../chain.ts';
import type { ParsedByKind, ParsedFilings, ParsedHoldings, ParsedOptions } from '../../parsing/parsed.ts';
import { ofItsEvening } from '../of-its-evening.ts';
import type { SeriesRules } from '../rules.ts';

/** What filings, lists of holdings and quotes have in common. */
const disclosed = {
  settled: ofItsEvening,
  prefersCached: (compared: number) => compared < 0,
  remarks: () => ({}),
};

/** A company's capital expenditure as it has filed it: under the first concept that it still uses. */
export const filingRules: SeriesRules<'filings'> = {
  ...disclosed,
  kind: 'filings',
  extent: ({ filings: { facts } }) => {
    const ends = facts.map(({ end }) => end).sort();
    return { rows: facts.length, first: ends[0] ?? '', last: ends.at(-1) ?? '' };
  },
  validation({ session }) {
    const newest = ({ filings }: ParsedFilings): string => quartersOf(filings, session).at(-1)?.end ?? '';
    return {
      problem(parsed) {
        const end = newest(parsed);
        if (end === '') return `no quarter under ${parsed.filings.concept} by ${session}`;
        return isLateFiling(end, session) ? `its newest quarter ended ${end}` : null;
      },
      compare: newestFirst(newest),
    };
  },
};

/** A fund's own list of what it holds, which only the day's visitor sees: older ones are in our archive alone. */
export const holdingRules: SeriesRules<'holdings'> = {
  ...disclosed,
  kind: 'holdings',
  extent: ({ holdings: { asOf, weights } }) => ({ rows: weights.size, first: asOf, last: asOf }),
  validation: ({ session }) => ({
    problem({ holdings: { asOf } }) {
      if (asOf > session) return `the list is of ${asOf}, after the session`;
      return isOldList(asOf, session) ? `the list is of ${asOf}` : null;
    },
    // A list of after the session is of no use, so it counts as the oldest.
    compare: newestFirst(({ holdings: { asOf } }: ParsedHoldings) => (asOf > session ? '' : asOf)),
  }),
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
