import * as z from 'zod';

/** The dates kept in the program as a payload of our own: a briefing rests on those of its day, whatever is added later. */
export const schedule = z.strictObject({
  schedule: z.literal('smallcap-briefing/1'),
  /** The last day for which publishers had announced their dates. */
  through: z.iso.date(),
  events: z.array(
    z.strictObject({
      date: z.iso.date(),
      when: z.string().regex(/^\d{2}:\d{2}$/),
      name: z.string().min(1),
      standing: z.enum(['scheduled', 'usual', 'uncertain']),
      source: z.string().min(1),
      major: z.boolean(),
      seen: z.iso.date(),
    }),
  ),
});
