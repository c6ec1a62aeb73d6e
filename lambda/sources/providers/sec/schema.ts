import * as z from 'zod';

const fact = z.looseObject({
  /** Absent in facts of a moment; those of a period have both. */
  start: z.string().optional(),
  end: z.string(),
  val: z.number(),
  filed: z.string(),
});

/** One concept of one company: https://www.sec.gov/search-filings/edgar-application-programming-interfaces */
export const companyConcept = z.looseObject({
  cik: z.number().int(),
  tag: z.string(),
  units: z.record(z.string(), z.array(fact)),
});

/** A company's newest filings, in columns; older ones lie in files of their own. The number comes as text or as a number. */
export const companySubmissions = z.looseObject({
  cik: z.union([z.string().regex(/^\d{1,10}$/), z.number().int()]),
  filings: z.looseObject({
    recent: z.looseObject({
      form: z.array(z.string()),
      filingDate: z.array(z.string()),
      acceptanceDateTime: z.array(z.string()),
      items: z.array(z.string()),
    }),
  }),
});
