import * as z from 'zod';

/** https://www.bls.gov/developers/api_signature_v2.htm */
export const timeseries = z.looseObject({
  status: z.string(),
  message: z.array(z.string()),
  Results: z
    .looseObject({
      series: z
        .array(
          z.looseObject({
            seriesID: z.string(),
            data: z.array(z.looseObject({ year: z.string(), period: z.string(), value: z.string() })),
          }),
        )
        .optional(),
    })
    .nullish(),
});
