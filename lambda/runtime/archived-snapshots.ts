import type { Archive } from '../archive/archive.ts';
import { readPayloads, readSnapshot, type SnapshotDocument } from '../archive/snapshots.ts';
import { compareInstants, newYorkDate } from '../calendar/new-york.ts';
import { previousSession } from '../calendar/nyse.ts';
import type { SnapshotStore } from '../sources/live/snapshot-store.ts';
import type { Payload } from '../sources/source.ts';

/** Sessions that are looked at one by one before the whole archive is listed. */
const nearby = 10;

/** Snapshots that a series is looked for in, newest first: one that was missing for longer is stale beyond use. */
const farthest = 20;

/** What the snapshots in an archive hold of each series, for a run on one session. Each snapshot is read once. */
export class ArchivedSnapshots implements SnapshotStore {
  readonly #archive: Archive;
  readonly #edition: string;
  readonly #session: string;
  #documents: Promise<readonly SnapshotDocument[]> | undefined;

  constructor(archive: Archive, edition: string, session: string) {
    this.#archive = archive;
    this.#edition = edition;
    this.#session = session;
  }

  async newest(key: string, sources: readonly string[]): Promise<Payload | null> {
    for (const document of await this.#earlier()) {
      const listed = document.payloads.find((payload) => payload.key === key);
      if (listed !== undefined && sources.includes(listed.source)) return this.#payload(document, key);
    }
    return null;
  }

  async ofTheEvening(key: string, sources: readonly string[]): Promise<Payload | null> {
    for (const document of await this.#earlier()) {
      const listed = document.payloads.find((payload) => payload.key === key);
      if (document.session !== this.#session || listed === undefined) continue;
      if (!sources.includes(listed.source) || newYorkDate(listed.fetchedAt) > this.#session) continue;
      return this.#payload(document, key);
    }
    return null;
  }

  async #payload(document: SnapshotDocument, key: string): Promise<Payload | null> {
    const payloads = document.payloads.filter((payload) => payload.key === key);
    const [read] = await readPayloads(this.#archive, { ...document, payloads });
    if (read === undefined) return null;
    const { raw: _, ...payload } = read;
    return payload;
  }

  /** Snapshots of real data up to the session, the newest session and the newest run first. */
  #earlier(): Promise<readonly SnapshotDocument[]> {
    this.#documents ??= this.#read();
    return this.#documents;
  }

  async #read(): Promise<readonly SnapshotDocument[]> {
    const sessions = [this.#session];
    while (sessions.length < nearby) sessions.push(previousSession(sessions.at(-1) ?? this.#session));
    const listed = await Promise.all(sessions.map((one) => this.#archive.list(`snapshots/${one}/`)));
    const found = listed.flat().length > 0 ? listed.flat() : await this.#archive.list('snapshots/');
    const named = found.flatMap((key) => {
      const match = /^snapshots\/(\d{4}-\d{2}-\d{2})\/([^/]+)\/snapshot\.json$/.exec(key);
      return match === null || (match[1] ?? '') > this.#session
        ? []
        : [{ session: match[1] ?? '', id: match[2] ?? '' }];
    });
    const newest = named.toSorted((a, b) => (a.session < b.session ? 1 : -1)).slice(0, farthest);
    const documents = await Promise.all(
      newest.map(({ session: of, id }) => readSnapshot(this.#archive, of, id)),
    );
    return documents
      .filter((document) => document !== null)
      .filter(({ simulated, edition }) => !simulated && edition === this.#edition)
      .toSorted((a, b) => compare(b.session, a.session) || compareInstants(b.collectedAt, a.collectedAt));
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
