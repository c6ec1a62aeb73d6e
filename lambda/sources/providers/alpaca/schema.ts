import * as z from 'zod';

const bar = z.looseObject({
  t: z.string(),
  o: z.number(),
  h: z.number(),
  l: z.number(),
  c: z.number(),
  v: z.number(),
});

/** One page of bars: https://docs.alpaca.markets/reference/stockbars */
export const page = z.looseObject({
  bars: z.record(z.string(), z.array(bar)),
  next_page_token: z.string().nullish(),
});

export const alpacaComplaint = z.looseObject({ message: z.string() });
