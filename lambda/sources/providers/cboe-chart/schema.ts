import * as z from 'zod';

/** Lifetime of daily prices; numbers come as strings. Undocumented. */
export const history = z.looseObject({
  symbol: z.string(),
  data: z.array(
    z.looseObject({
      date: z.string(),
      open: z.union([z.string(), z.number()]),
      high: z.union([z.string(), z.number()]),
      low: z.union([z.string(), z.number()]),
      close: z.union([z.string(), z.number()]),
      volume: z.union([z.string(), z.number()]).nullish(),
    }),
  ),
});
