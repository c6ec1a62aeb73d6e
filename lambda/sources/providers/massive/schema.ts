import * as z from 'zod';

const bar = z.looseObject({
  t: z.number(),
  o: z.number(),
  h: z.number(),
  l: z.number(),
  c: z.number(),
  v: z.number(),
});

/** Daily aggregates: https://massive.com/docs/rest/stocks/aggregates/custom-bars */
export const aggregates = z.looseObject({
  ticker: z.string(),
  adjusted: z.boolean(),
  status: z.enum(['OK', 'DELAYED']),
  results: z.array(bar).optional(),
  next_url: z.string().nullish(),
});

export const massiveComplaint = z.looseObject({
  status: z.string(),
  error: z.string().optional(),
  message: z.string().optional(),
});
