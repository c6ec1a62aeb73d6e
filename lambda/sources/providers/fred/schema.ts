import * as z from 'zod';

/** https://fred.stlouisfed.org/docs/api/fred/series_observations.html */
export const observations = z.looseObject({
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
  observations: z.array(
    z.looseObject({
      realtime_start: z.string(),
      realtime_end: z.string(),
      date: z.string(),
      value: z.string(),
    }),
  ),
});

export const fredComplaint = z.looseObject({ error_code: z.number(), error_message: z.string() });
