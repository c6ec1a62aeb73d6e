import * as z from 'zod';

/**
 * What the steps hand to each other: one object that grows by the answer of every step, keys and small facts only.
 * Each step reads its own part of it and is blind to the rest.
 */
const date = z.iso.date();
const instant = z.iso.datetime({ offset: true });

const begun = z.object({
  run: z.enum(['evening', 'final', 'morning', 'backfill', 'manual']).default('manual'),
  /** A fixed time for the run's clock: for tests, and for runs that must be the same to the byte. */
  now: instant.optional(),
  /** Over what is configured. */
  allowIncomplete: z.boolean().optional(),
  /** `false` makes and publishes, and sends no message. */
  tell: z.boolean().optional(),
  /** Name of the execution, for the metadata of what is written. */
  execution: z.string().optional(),
  /** When the execution started. */
  started: instant.optional(),
});

/** What a run may be asked for. A field that is none of these is a mistyped one, and what it asks for is not done. */
const asked = begun.extend({
  session: date.optional(),
  /** When a schedule meant to start the run. */
  scheduledTime: instant.optional(),
  from: date.optional(),
  to: date.optional(),
});

/** A session, a schedule's time, or the two ends of a backfill; with none of them the newest session that has closed. */
export const planEvent = z
  .strictObject(asked.shape, {
    error: ({ code, keys = [] }) =>
      code === 'unrecognized_keys'
        ? `no such field: ${(keys as string[]).join(', ')}; there are ${Object.keys(asked.shape).join(', ')}`
        : undefined,
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), 'from and to go together')
  .refine(
    ({ session, scheduledTime, from }) =>
      [session, scheduledTime, from].filter((one) => one !== undefined).length < 2,
    'write only one of session, scheduledTime, and from with to',
  );

const ofSession = begun.extend({ plan: z.object({ session: date }) });

const count = z.int().min(0);
/** How series came, for the ledger of runs. */
const received = z.object({ asked: count, answered: count, fellBack: count, retried: count });

const collected = z.object({ snapshot: z.string().nullable(), missing: z.array(z.string()) });

export const collectEvent = ofSession.extend({
  /** Of the look before, when a required series was late. */
  collect: collected.extend({ looks: count.default(1), series: received.nullish() }).optional(),
});

/** Every source asked for one series, by hand: `{"probe": true}`. */
export const probeEvent = z.strictObject({
  probe: z.literal(true),
  now: instant.optional(),
  execution: z.string().optional(),
});

/** The sessions of a backfill, in parts that are worked on side by side. */
const chunks = z.array(z.array(date));

export const draftEvent = begun.extend({
  execution: z.string(),
  plan: z.object({ session: date, chunks }),
  collect: collected,
  /** Of the invocation before: where this one begins. */
  draft: z.object({ next: z.int() }).optional(),
});

export const analyseEvent = ofSession.extend({
  /** Absent in a backfill, which collects and drafts before. */
  collect: collected.optional(),
  /** Of an attempt before that found its revision taken. */
  publish: z.object({ status: z.string(), revision: z.int() }).optional(),
});

const ref = z.object({ session: date, revision: z.int(), sha256: z.string() });

export const renderEvent = begun.extend({ analyse: z.object({ work: z.string() }) });

const caught = z.object({ Error: z.string().optional(), Cause: z.string().optional() });

export const publishEvent = ofSession.extend({
  /** Of a schedule's run, which collects after it. */
  scheduledTime: instant.optional(),
  analyse: z.object({
    status: z.enum(['new', 'already published']),
    revision: z.int(),
    work: z.string(),
    previous: ref.nullable(),
  }),
  renderFailure: caught.optional(),
});

export const deliverEvent = ofSession.extend({ publish: z.object({ revision: z.int() }) });

/** The messages about a session again, on request, to readers who got none; or to one reader in any case. */
export const resendEvent = z.strictObject({
  resend: z.strictObject({
    session: date,
    /** The newest that is published when absent. */
    revision: z.int().positive().optional(),
    /** A reader's pseudonym, as in receipts: the address itself would be in the logs. */
    again: z
      .string()
      .regex(/^mail-[0-9a-f]{16}$/)
      .optional(),
  }),
  execution: z.string().optional(),
});

/** How long a step took, for the ledger of runs. */
const timed = z.object({ seconds: z.number().optional() });

export const settleEvent = begun.extend({
  scheduledTime: instant.optional(),
  plan: timed
    .extend({ status: z.string().optional(), session: date.nullish(), reason: z.string().nullish() })
    .optional(),
  collect: timed
    .extend({
      looks: count.optional(),
      series: received.nullish(),
    })
    .optional(),
  analyse: timed.optional(),
  render: timed.optional(),
  publish: timed.extend({ status: z.string(), revision: z.int(), siteFailure: caught.optional() }).optional(),
  deliver: timed.extend({ sent: count, before: count, unchanged: count }).optional(),
  failure: caught.optional(),
  renderFailure: caught.optional(),
  deliverFailure: caught.optional(),
});

export const concludeEvent = settleEvent.extend({
  execution: z.string(),
  plan: z.object({ session: date, chunks: chunks.optional() }).optional(),
});
