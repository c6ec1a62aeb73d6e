import { methodOn } from './method.ts';

const disclosures = methodOn('disclosures');

/** Methods of what companies and funds say of themselves. */
export const disclosuresMethods = {
  'capital expenditure': disclosures(
    'Payments for plant and equipment in the newest fiscal quarter filed by the session, in dollars.',
  ),
  'capital expenditure sum': disclosures(
    'The same added up over the companies that have filed the calendar quarter, and the one a year before, in dollars.',
  ),
  'capital expenditure change': disclosures(
    'Capital expenditure of the quarter over that of the same a year before, less one, as a fraction.',
  ),
  'capital expenditure turn': disclosures(
    'That change less the same of the calendar quarter before, each by the companies that had filed it, as a fraction.',
  ),
  'capital expenditure quarter': disclosures('The quarter that the figure is about.'),
  'capital expenditure count': disclosures('Companies behind the sum, a count.'),
  'market value': disclosures(
    'The close times weighted diluted shares of the newest quarter filed, times the splits since it was filed, in dollars.',
  ),
  'net income': disclosures('Net income of the newest four quarters filed by the session, in dollars.'),
  'price over earnings': disclosures(
    'Market value over the net income of four quarters, a ratio; of the companies together, the sum over the sum.',
  ),
  'published price ratio': disclosures(
    'Price over earnings or over book value as the fund’s publisher computes it, by its own rules, a ratio.',
  ),
  'results counted': disclosures(
    'Sessions of the last 252 that first traded on results of one of the companies, a count.',
  ),
  'lead on results': disclosures(
    ({ score }) =>
      `Mean return of ${score.megacap.pair[0]} less that of ${score.megacap.pair[1]} on these sessions, as a fraction.`,
  ),
  't of results': disclosures('The same over its standard error, which takes the sessions as independent.'),
  'sector weight': disclosures(
    'Share of the fund’s net assets in shares of the sector by its publisher’s list, as a fraction.',
  ),
  'sector rank': disclosures('Rank of the sector by that share, 1 for the largest.'),
  'fund holdings': disclosures(
    'Share of the fund’s net assets in swaps, shares and funds, or cash by its publisher’s list, as a fraction.',
  ),
  'fund holdings date': disclosures('The day that the publisher’s list is of.'),
} as const;
