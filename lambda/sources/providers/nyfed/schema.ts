import * as z from 'zod';

/** https://markets.newyorkfed.org/static/docs/markets-api.html */
export const rates = z.looseObject({
  refRates: z.array(
    z.looseObject({
      effectiveDate: z.string(),
      type: z.string(),
      percentRate: z.number().nullish(),
      targetRateFrom: z.number().nullish(),
      targetRateTo: z.number().nullish(),
    }),
  ),
});
