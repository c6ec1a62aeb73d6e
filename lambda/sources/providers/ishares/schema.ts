import * as z from 'zod';

/** One figure of a product page. */
export const dataPoint = z.looseObject({
  value: z.union([z.number(), z.string()]).nullish(),
  asOfDate: z.union([z.number(), z.string()]).nullish(),
});

/** The part of a product page that has a fund's ratios. */
export const productData = z.looseObject({
  componentsByNameMap: z.looseObject({
    fundamentalsAndRisk: z.looseObject({
      containersByNameMap: z.record(
        z.string(),
        z.looseObject({ dataPointsByNameMap: z.record(z.string(), dataPoint) }),
      ),
    }),
  }),
});

/** A fund as the publisher keeps it. */
interface IsharesFund {
  /** The number of its product page. */
  readonly portfolio: number;
  /** Its name in full, the first line of its list of holdings. */
  readonly name: string;
}

/** The funds whose lists and ratios are asked for, by ticker. */
export const isharesFunds: Readonly<Record<string, IsharesFund>> = {
  IWM: { portfolio: 239_710, name: 'iShares Russell 2000 ETF' },
  IVV: { portfolio: 239_726, name: 'iShares Core S&P 500 ETF' },
};
