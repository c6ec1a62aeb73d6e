/**
 * What the infrastructure, the runtime and a reader of the archive must agree on: the keys under which things
 * lie, and the names of what is configured or measured. Imports nothing, so that both sides can import it.
 */

/** Where everything lies in the archive, be it a bucket or a folder. Keys use `/` and never start with one. */
export const keys = {
  /** The list of every published session and its newest revision. */
  index: 'index.json',
  /** The newest published briefing, for machines that want only that. */
  latest: 'latest.json',
  /** All revisions of one session. */
  session: (session: string) => `reports/${session}/`,
  /** One published revision. Never overwritten. */
  revision: (session: string, revision: number) => `reports/${session}/r${revision}/`,
  /** The bytes of one payload as received, gzipped, under the SHA-256 of what was received. */
  raw: (sha256: string) => `snapshots/raw/${sha256.slice(0, 2)}/${sha256}.gz`,
  /** When and with which head a provider's answer came, by the New York date of the run. The answer itself is a raw payload. */
  receipt: (date: string, provider: string, name: string) => `receipts/${date}/${provider}/${name}.json`,
  /** Requests made to providers with a daily limit, on one New York date. */
  requests: (date: string) => `receipts/${date}/requests.json`,
  /** What one run collected for one session: provenance and hashes of the raw payloads. */
  snapshot: (session: string, id: string) => `snapshots/${session}/${id}/snapshot.json`,
} as const;

/** The files of one revision. `manifest.json` is written last and holds the SHA-256 of the others. */
export const files = {
  report: 'report.json',
  html: 'briefing.html',
  pdf: 'briefing.pdf',
  manifest: 'manifest.json',
} as const;

/** Exit codes of the command line, as its `--help` documents them. */
export const exitCodes = {
  /** Published, or already there. */
  ok: 0,
  /** Something failed that was not the caller's doing. */
  failed: 1,
  /** Bad usage or bad input. */
  badInput: 2,
  /** The gate refused: a required series is not there for the session. */
  refused: 3,
} as const;
