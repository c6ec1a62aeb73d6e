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
