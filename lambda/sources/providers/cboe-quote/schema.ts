import * as z from 'zod';

const price = z.number().nullish();

/** Cboe's delayed quote of one symbol. Undocumented; times are New York's, without saying so. */
export const quote = z.looseObject({
  data: z.looseObject({
    symbol: z.string(),
    open: price,
    high: price,
    low: price,
    close: price,
    prev_day_close: price,
    volume: z.number().nullish(),
    last_trade_time: z.string().nullish(),
    /** Implied volatility of 30 days of options, percent a year. */
    iv30: z.number().nullish(),
  }),
});
