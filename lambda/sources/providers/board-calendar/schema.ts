import * as z from 'zod';

/** What the calendar page of federalreserve.gov is made from; undocumented. The last entry is an empty one. */
export const boardCalendarPage = z.looseObject({
  events: z.array(
    z.looseObject({
      title: z.string().optional(),
      /** `2026-12`. */
      month: z.string().optional(),
      /** `9`, `1, 8, 15`. */
      days: z.string().optional(),
      /** `2:00 p.m.`; empty where none is given. */
      time: z.string().optional(),
    }),
  ),
});
