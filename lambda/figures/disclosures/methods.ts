import { methodOn } from '../method.ts';

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
  'capital expenditure quarter': disclosures('The quarter that the figure is about.'),
  'capital expenditure count': disclosures('Companies behind the sum, a count.'),
  'sector weight': disclosures(
    'Share of the fund’s net assets in shares of the sector by its publisher’s list, as a fraction.',
  ),
  'fund holdings': disclosures(
    'Share of the fund’s net assets in swaps, shares and funds, or cash by its publisher’s list, as a fraction.',
  ),
  'fund holdings date': disclosures('The day that the publisher’s list is of.'),
} as const;
