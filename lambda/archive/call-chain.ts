import * as z from 'zod';
import { keys } from '../archive-layout.ts';
import { memo, weakMemo } from '../market-data/memo.ts';
import type { PastCall, PastCalls } from '../series/calls.ts';
import { noCalls } from '../series/calls.ts';
import type { Archive } from './archive.ts';
import { readJson, writeJson } from './bytes.ts';
import {
  type CallRecord,
  callRecord,
  linked,
  noRecord,
  recordHashOf,
  statedCall,
  type UnlinkedCall,
} from './call-record.ts';
import { mapLimited } from './limited.ts';
import { type ReportRef, readManifest } from './manifest.ts';
import { type Revision, readRevision, reportRefOf } from './revisions.ts';

/** Records of one document. A full one never changes again. */
const perDocument = 250;

const document = z.strictObject({ schema: z.literal('smallcap-calls/1'), records: z.array(z.unknown()) });

type Place = Pick<CallRecord, 'session' | 'revision'>;

/** The records of an archive in the order they were linked. */
export interface CallChain {
  readonly records: readonly CallRecord[];
  /** The first that is not as it was written; null when all are. */
  readonly broken: Place | null;
}

/** Reads the record of calls, recomputes every hash and follows every link. @throws ArchiveError */
export async function readChain(archive: Archive): Promise<CallChain> {
  const found = await documents(archive);
  const records: CallRecord[] = [];
  const seen = new Set<string>();
  let broken: Place | null = null;
  let previous = noRecord;
  let last: Place = { session: 'the first session', revision: 1 };
  for (const raw of found.flatMap((one) => one.records)) {
    const { data: record } = callRecord.safeParse(raw);
    const place = record ?? placeOf(raw, last);
    const isSound =
      record !== undefined &&
      record.previous === previous &&
      record.hash === recordHashOf(record) &&
      !seen.has(nameOf(record));
    if (!isSound) broken ??= { session: place.session, revision: place.revision };
    last = place;
    if (record === undefined) continue;
    previous = record.hash;
    seen.add(nameOf(record));
    records.push(record);
  }
  return { records, broken };
}

const nameOf = ({ session, revision }: Place): string => `${session} r${revision}`;

/** The place of a record that cannot be read, by its session and revision where those are left, else that of the last readable one. */
function placeOf(raw: unknown, last: Place): Place {
  const { data } = z.object({ session: z.iso.date(), revision: z.number().int() }).safeParse(raw);
  return data ?? last;
}

interface Document {
  readonly number: number;
  readonly records: readonly unknown[];
}

async function documents(archive: Archive): Promise<readonly Document[]> {
  const numbers = (await archive.list(keys.calls))
    .map((key) => /^calls\/(\d{4})\.json$/.exec(key)?.[1])
    .filter((number) => number !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
  return mapLimited(numbers, 8, async (number) => {
    const key = keys.callDocument(number);
    return { number, records: recordsOf(archive, key, await archive.get(key)) };
  });
}

const recordsOf = (archive: Archive, key: string, bytes: Uint8Array | null): readonly unknown[] =>
  bytes === null ? [] : readJson(document, bytes, archive.locate(key)).records;

/**
 * Links the calls of published revisions to the chain, in the order given; what is linked already stays as it is. Before each
 * comes the revision that it was compared with, should a run have died between publishing and linking that. Whoever links at
 * the same time is waited for: a document changes under a conditional write, and the order in which that succeeds is the
 * chain's. @throws ArchiveError
 */
export async function linkCalls(archive: Archive, revisions: readonly Revision[]): Promise<void> {
  const held = await documents(archive);
  const known = new Set(held.flatMap(({ records }) => records.map((raw) => nameOf(placeOf(raw, nowhere)))));
  let rest: UnlinkedCall[] = [];
  for (const revision of revisions)
    for (const call of await callsUpTo(archive, revision, known)) {
      known.add(nameOf(call));
      rest.push(call);
    }
  let number = Math.max(1, held.at(-1)?.number ?? 1);
  let head = headOf(held.find((one) => one.number === number - 1)?.records ?? []) ?? noRecord;
  for (; rest.length > 0; number += 1) {
    const key = keys.callDocument(number);
    const before = head;
    let left = rest;
    await archive.update(key, (old) => {
      const there = recordsOf(archive, key, old);
      const grown = appended(there, rest, before);
      left = grown.left;
      head = headOf(grown.records) ?? before;
      return old !== null && grown.records.length === there.length
        ? old
        : writeJson({ schema: 'smallcap-calls/1', records: grown.records });
    });
    rest = left;
  }
}

const nowhere: Place = { session: '', revision: 0 };

const headOf = (records: readonly unknown[]): string | undefined =>
  z.object({ hash: z.string() }).safeParse(records.at(-1)).data?.hash;

/** A document's records with those that it lacks and has room for. @returns also those that have none */
function appended(there: readonly unknown[], calls: readonly UnlinkedCall[], before: string) {
  const records = [...there];
  const known = new Set(there.map((raw) => nameOf(placeOf(raw, nowhere))));
  const lacking = calls.filter((call) => !known.has(nameOf(call)));
  const room = Math.max(0, perDocument - records.length);
  for (const call of lacking.slice(0, room)) records.push(linked(call, headOf(records) ?? before));
  return { records, left: lacking.slice(room) };
}

/** The calls to link for one revision. */
async function callsUpTo(
  archive: Archive,
  { report, manifest }: Revision,
  known: ReadonlySet<string>,
): Promise<readonly UnlinkedCall[]> {
  const own = statedCall(report, reportRefOf(manifest).sha256);
  if (own === null || known.has(nameOf(own))) return [];
  const { previous } = manifest;
  if (previous === null || known.has(nameOf(previous))) return [own];
  // In a backfill on AWS it may not be published yet, and then links itself.
  const there = await readManifest(archive, previous.session, previous.revision);
  if (there === null || reportRefOf(there).sha256 !== previous.sha256) return [own];
  const before = await readRevision(archive, previous.session, previous.revision);
  const call = statedCall(before.report, reportRefOf(before.manifest).sha256);
  return call === null ? [own] : [call, own];
}

/** Which calls of a chain a briefing grades. */
export interface Grading {
  /** As `editionOfCalls` names it. */
  readonly edition: string;
  readonly session: string;
  /** The revision that is made again: of a chain only what came before its own record counts. */
  readonly revision?: number;
  /** The report that the briefing is compared with: its record must name it. */
  readonly previous: ReportRef | null;
}

/** What a chain says of the sessions before one: of each the first revision that was published in time. */
export function callsBefore({ records, broken }: CallChain, grading: Grading): PastCalls {
  const { edition, session, revision, previous } = grading;
  const own = records.findIndex((record) => record.session === session && record.revision === revision);
  const past = own < 0 ? records : records.slice(0, own);
  const intact = timelyCalls(past)(edition);
  const [earliest] = intact.calls;
  const hasCalls = earliest !== undefined && earliest.session < session;
  const damaged =
    broken ?? (previous === null ? undefined : past.find((record) => isOtherReport(record, previous)));
  if (damaged !== undefined) {
    const chain = { kind: 'broken', session: damaged.session, revision: damaged.revision } as const;
    return { chain, calls: intact.calls };
  }
  return hasCalls ? intact : noCalls;
}

/** Put in order once, so that every session of a backfill has the same calls and grades them once. */
const timelyCalls = weakMemo((records: readonly CallRecord[]) =>
  memo((edition: string): PastCalls => {
    const first = new Map<string, CallRecord>();
    for (const record of records) {
      if (record.edition !== edition || record.late) continue;
      const known = first.get(record.session);
      if (known === undefined || record.revision < known.revision) first.set(record.session, record);
    }
    const calls = [...first.values()]
      .map(({ session, side, hash }): PastCall => ({ session, side, hash }))
      .sort((a, b) => (a.session < b.session ? -1 : 1));
    return { chain: { kind: 'intact' }, calls };
  }),
);

const isOtherReport = (record: CallRecord, { session, revision, sha256 }: ReportRef): boolean =>
  record.session === session && record.revision === revision && record.report !== sha256;
