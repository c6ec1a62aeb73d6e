import type { RecordEntry } from './record.ts';

/** One published report in the chain of those that were compared with each other. */
export interface Link {
  readonly session: string;
  readonly revision: number;
  readonly digest: string;
  /** Of the report that it was compared with; null when there was none. */
  readonly previous: string | null;
}

/** The reports whose SHA-256 begins with these digits. @param digits hexadecimal, any case, at most a whole digest */
export function withDigest(records: readonly RecordEntry[], digits: string): readonly Link[] {
  const wanted = digits.toLowerCase().slice(0, 12);
  return links(records).filter(({ digest }) => digest.startsWith(wanted));
}

export interface Chain {
  /** From the report itself back to the first. */
  readonly links: readonly Link[];
  /** Digits that a report was compared with and no report of the archive has; null when the chain is whole. */
  readonly broken: string | null;
}

/** Back from a report along the digests that each one's manifest names. */
export function chainFrom(link: Link, records: readonly RecordEntry[]): Chain {
  const by = new Map(links(records).map((one) => [one.digest, one]));
  const walked = [link];
  const seen = new Set([link.digest]);
  for (let { previous } = link; previous !== null; ) {
    const next = by.get(previous);
    if (next === undefined || seen.has(next.digest)) return { links: walked, broken: previous };
    seen.add(next.digest);
    walked.push(next);
    previous = next.previous;
  }
  return { links: walked, broken: null };
}

const links = (records: readonly RecordEntry[]): readonly Link[] =>
  records.flatMap(({ session, proofs }) =>
    proofs.map(([revision, digest, previous]) => ({ session, revision, digest, previous })),
  );
