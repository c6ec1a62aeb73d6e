import * as z from 'zod';

/** https://finnhub.io/docs/api/earnings-calendar */
export const earningsCalendar = z.looseObject({
  earningsCalendar: z.array(
    z.looseObject({ date: z.string(), symbol: z.string(), hour: z.string().nullish() }),
  ),
});

export const finnhubComplaint = z.looseObject({ error: z.string() });
