import type { SeriesReceived } from '../catalogue/runs.ts';
import type { Flag } from '../series/flag.ts';
import type { Provenance } from '../series/snapshot.ts';
import type { Payload, Source } from '../sources/source.ts';

/** What a snapshot or a report says of its series. */
export interface Received {
  readonly provenance: readonly Pick<Provenance, 'key' | 'status'>[];
  readonly flags: readonly Pick<Flag, 'code' | 'subject'>[];
}

/**
 * How the series of a run came, in numbers, for the ledger of runs.
 * @param before of the look before in the same run; null without one
 */
export function seriesReceived(
  { provenance, flags }: Received,
  { payloads }: { readonly payloads: readonly Payload[] },
  { retries }: Pick<Source, 'retries'>,
  before: SeriesReceived | null = null,
): SeriesReceived {
  const listed = new Set(provenance.map(({ key }) => key));
  const absent = flags.filter(({ code, subject }) => code === 'not-received' && !listed.has(subject));
  return {
    asked: listed.size + new Set(absent.map(({ subject }) => subject)).size,
    answered: provenance.filter(({ status }) => status !== 'missing').length,
    fellBack: (before?.fellBack ?? 0) + payloads.filter(({ fellBack }) => fellBack === true).length,
    retried: (before?.retried ?? 0) + (retries?.() ?? 0),
  };
}
