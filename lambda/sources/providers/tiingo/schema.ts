import * as z from 'zod';

const price = z.number();

/** End-of-day prices: https://www.tiingo.com/documentation/end-of-day */
export const prices = z.array(
  z.looseObject({
    date: z.string(),
    open: price,
    high: price,
    low: price,
    close: price,
    volume: price,
    adjClose: price,
    divCash: z.number().default(0),
    splitFactor: z.number().positive(),
  }),
);

/** What comes instead when the token, the ticker or the limit is the matter. */
export const detail = z.looseObject({ detail: z.string() });
