import * as z from 'zod';

/** What nasdaq.com's own page of earnings asks for; undocumented. */
export const earnings = z.looseObject({
  data: z
    .looseObject({
      /** `Wed, Jul 3, 2024`: the day asked for. */
      asOf: z.string().nullish(),
      /** Null on a day without any. */
      rows: z.array(z.looseObject({ symbol: z.string(), time: z.string().nullish() })).nullable(),
    })
    .nullable(),
  status: z.looseObject({ rCode: z.number() }),
});
