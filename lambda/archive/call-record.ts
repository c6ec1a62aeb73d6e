import * as z from 'zod';
import { compareInstants } from '../calendar/new-york.ts';
import { closeOf, nextSession } from '../calendar/nyse.ts';
import type { Report } from '../report/schema.ts';
import { callStatement } from '../report/schema.ts';
import { sha256Of } from './bytes.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a published revision called, linked to the record before it. Never rewritten. docs/methods/calls.md. */
export const callRecord = z.strictObject({
  schema: z.literal('smallcap-call/1'),
  edition: z.string(),
  ...callStatement.shape,
  session: z.iso.date(),
  revision: z.number().int().min(1),
  /** Collected after the close of the next session: a backfill, which predicts nothing. */
  late: z.boolean(),
  /** SHA-256 of the archived `report.json`. */
  report: sha256,
  /** Hash of the record before it; 64 zeros of the first. */
  previous: sha256,
  /** SHA-256 of the record without this field, as canonical JSON. */
  hash: sha256,
});

export type CallRecord = z.infer<typeof callRecord>;

/** The record of a revision before it is linked. */
export type UnlinkedCall = Omit<CallRecord, 'previous' | 'hash'>;

/** What the first record is linked to. */
export const noRecord = '0'.repeat(64);

/**
 * JSON in its one canonical form (RFC 8785): keys in the order of their UTF-16 code units, no blanks, numbers and strings as
 * ECMAScript writes them. Of values that JSON can hold.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** The hash that a record must have. */
export const recordHashOf = ({ hash: _, ...record }: Omit<CallRecord, 'hash'> & { hash?: string }): string =>
  sha256Of(canonicalJson(record));

/** A record as the next one after another. */
export function linked(record: UnlinkedCall, previous: string): CallRecord {
  const whole = { ...record, previous };
  return { ...whole, hash: recordHashOf(whole) };
}

/** The edition that a record is of: made-up sessions are never graded with real ones. */
export const editionOfCalls = (edition: string, simulated: boolean): string =>
  simulated ? `${edition}, simulated` : edition;

/**
 * What the record of a published revision says; null of one from before calls were recorded.
 * @param sha of the bytes of its report
 */
export function statedCall(report: Report, sha: string): UnlinkedCall | null {
  const { edition, marks, session, revision, collectedAt } = report;
  if (report.call === undefined) return null;
  return {
    schema: 'smallcap-call/1',
    edition: editionOfCalls(edition.id, marks.simulated),
    ...report.call,
    session,
    revision,
    late: compareInstants(collectedAt, closeOf(nextSession(session))) > 0,
    report: sha,
  };
}
