import type { Split } from './edition.ts';

/**
 * Splits of the funds whose prices are on the pages in dollars. Providers give the prices before a split in the shares
 * after it. The days agree with the ticks of such prices: of half a cent before one split, of a quarter before two.
 */
export const splits: readonly Split[] = [
  // iShares, 2-for-1 split of IWM.
  { symbol: 'IWM', exDate: '2005-06-09', ratio: 2 },
  // Direxion, press release of 15 March 2013: after the close of 1 April 2013.
  { symbol: 'TNA', exDate: '2013-04-02', ratio: 2 },
  // Direxion Shares ETF Trust, supplement of 28 February 2017 to the prospectus (SEC EDGAR, 0001193125-17-062389).
  { symbol: 'TNA', exDate: '2017-05-01', ratio: 2 },
];
