import * as z from 'zod';

const column = z.array(z.number().nullable());

/** Amounts a share, by their time as text. */
const amounts = z.record(z.string(), z.looseObject({ date: z.number(), amount: z.number() }));

/** What happened to the share, beside its prices. */
const events = z.looseObject({
  dividends: amounts.nullish(),
  capitalGains: amounts.nullish(),
  splits: z
    .record(z.string(), z.looseObject({ date: z.number(), numerator: z.number(), denominator: z.number() }))
    .nullish(),
});

/** Chart v8, as far as it is used. Undocumented: held to recorded answers. */
export const yahooChart = z.looseObject({
  chart: z.looseObject({
    error: z.looseObject({ code: z.string(), description: z.string().nullish() }).nullish(),
    result: z
      .array(
        z.looseObject({
          meta: z.looseObject({
            symbol: z.string(),
            currency: z.string().nullish(),
            exchangeTimezoneName: z.string(),
            instrumentType: z.string().nullish(),
            regularMarketTime: z.number().nullish(),
            firstTradeDate: z.number().nullish(),
            dataGranularity: z.string().nullish(),
          }),
          timestamp: z.array(z.number()).nullish(),
          events: events.nullish(),
          indicators: z.looseObject({
            quote: z.array(
              z.looseObject({
                open: column.nullish(),
                high: column.nullish(),
                low: column.nullish(),
                close: column.nullish(),
                volume: column.nullish(),
              }),
            ),
            adjclose: z.array(z.looseObject({ adjclose: column.nullish() })).nullish(),
          }),
        }),
      )
      .nullish(),
  }),
});
