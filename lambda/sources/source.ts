import type { Edition } from '../editions/edition.ts';
import type { Flag } from '../series/flag.ts';
import type { ReportBug } from './parser-bug.ts';

/** One payload as a source gave it: nothing parsed, nothing mended. */
export interface Payload {
  /** The series it holds: `bars:IWM`, `macro:DGS2`. */
  readonly key: string;
  /** Which source gave it, and so which parser reads it: one of a provider's sources, or a name in `parsers.ts`. */
  readonly source: string;
  /** For people: a file's name, or an address less its secrets. */
  readonly origin: string;
  /** When it was received, ISO 8601 UTC. */
  readonly fetchedAt: string;
  readonly bytes: Uint8Array;
  /** A caveat for readers: a substitute symbol, a price-only history. */
  readonly note?: string;
  /** How the provider answered; absent where no request was sent. */
  readonly response?: Response | undefined;
  /** When the file was last written, ISO 8601 UTC: what it holds was known before. Absent where it is no file. */
  readonly writtenAt?: string | undefined;
  /** Why it cannot be used, where the collection found that already; there are no bytes then. */
  readonly fault?: string | undefined;
  /** New York date by which everything in it was known, where the fetch itself proves it. */
  readonly knownBy?: string | undefined;
  /** Whether who was asked before gave nothing that can be used. Not kept: it is for the ledger of runs. */
  readonly fellBack?: boolean | undefined;
  /** What the collection noticed, beside what is in the bytes: closes that disagree, series that no provider gave. */
  readonly flags?: readonly Flag[] | undefined;
}

/** A payload and the SHA-256 of its bytes, which names it in the archive. */
export interface HashedPayload extends Payload {
  readonly raw: string;
}

/** The head of a provider's answer, as far as it matters later. */
export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface CollectRequest {
  readonly edition: Edition;
  /** The session that the briefing is about. */
  readonly session: string;
  /** The newest session wanted in the payloads: the same, or the last of a backfill. */
  readonly through: string;
  /** The run's clock, ISO 8601 UTC. */
  readonly now: string;
}

/** A place that series come from: a folder, the simulated market, the providers' chain. */
export interface Source {
  readonly name: string;
  /** True when the figures are made up; every page says so. */
  readonly simulated: boolean;
  /** Called for a parser's unexpected exception, a bug of ours; optional. */
  readonly reportBug?: ReportBug;
  /** Requests that were made again so far, after failures that may pass; optional. */
  readonly retries?: () => number;
  /** @throws InputError when what is there cannot be used at all; a series that is absent is left out */
  collect(request: CollectRequest): Promise<readonly Payload[]>;
}
