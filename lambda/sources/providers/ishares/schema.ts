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
