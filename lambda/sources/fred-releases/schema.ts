import * as z from 'zod';

/** https://fred.stlouisfed.org/docs/api/fred/releases_dates.html */
export const releaseDates = z.looseObject({
  count: z.number().int().min(0),
  offset: z.number().int().min(0),
  release_dates: z.array(
    z.looseObject({ release_id: z.number().int(), release_name: z.string(), date: z.string() }),
  ),
});
