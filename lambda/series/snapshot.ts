import type { ScheduledEvent } from '../calendar/events.ts';
import type { Bars } from './bars.ts';
import type { Disclosures } from './disclosures.ts';
import type { Flag } from './flag.ts';
import type { Observations } from './observations.ts';
import type { Reason } from './reason.ts';

/** How far a value can be trusted for the session it is used for. */
export type Status = 'fresh' | 'stale' | 'proxy' | 'missing';

/** Where one series of a snapshot came from. Keys are `bars:IWM`, `macro:DGS2`, `filings:AAPL`, `holdings:TNA`, `events:earnings`. */
export interface Provenance {
  readonly key: string;
  /** Short name of the source, as figures cite it: `folder`, `simulated`, `yahoo`. */
  readonly source: string;
  /** For people: a file's name, or an address less its secrets. */
  readonly origin: string;
  /** SHA-256 of the payload as received; empty where there is no payload (the simulated market). */
  readonly raw: string;
  /** When the payload was received, ISO 8601 UTC. */
  readonly fetchedAt: string;
  readonly rows: number;
  readonly first: string;
  /** Newest date in the payload, even one after the session. */
  readonly last: string;
  readonly status: Status;
  /** Why the status is not `fresh`, and what else a reader should know; empty where there is nothing to say. */
  readonly notes: readonly Reason[];
}

/** All that a briefing is computed from. Rebuilt from the archived payloads alone, byte for byte. */
export interface Snapshot {
  readonly id: string;
  readonly edition: string;
  readonly session: string;
  /** When the run collected it, ISO 8601 UTC: the only clock time in a report. */
  readonly collectedAt: string;
  readonly simulated: boolean;
  readonly market: ReadonlyMap<string, Bars>;
  readonly macro: ReadonlyMap<string, Observations>;
  readonly disclosures: Disclosures;
  /** What providers' calendars announced when they were collected, in order; our own tables are not repeated. */
  readonly events: readonly ScheduledEvent[];
  readonly provenance: readonly Provenance[];
  readonly flags: readonly Flag[];
}
