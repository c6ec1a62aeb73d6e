import { expect } from 'vitest';
import { indexEntries } from '../../../lambda/archive/index.ts';
import type { BucketView } from './bucket.ts';

/** The briefings in a deployed archive, as a reader would find them. */
export class Briefings {
  readonly #bucket: BucketView;

  constructor(bucket: BucketView) {
    this.#bucket = bucket;
  }

  index() {
    return indexEntries(this.#bucket.archive);
  }

  /** Nothing of a session that a reader could find: no whole revision, no entry in the index. */
  async expectNothingOf(session: string): Promise<void> {
    const files = await this.#bucket.keys(`reports/${session}/`);
    expect(files.filter((key) => key.endsWith('manifest.json'))).toEqual([]);
    expect((await this.index()).filter((entry) => entry.session === session)).toEqual([]);
  }

  /** One whole first revision of a session, once in the index, and `latest.json` at the newest of all. */
  async expectOneOf(session: string): Promise<void> {
    expect(await this.#bucket.keys(`reports/${session}/`)).toEqual(filesOf(session, 1));
    const entries = await this.index();
    expect(entries.filter((entry) => entry.session === session)).toMatchObject([{ session, revision: 1 }]);
    expect(await this.#bucket.json('latest.json')).toEqual(entries[0]);
  }
}

/** The names of one revision's files in the bucket. */
export const filesOf = (session: string, revision: number): string[] =>
  ['briefing.html', 'briefing.pdf', 'figures.js', 'figures.parquet', 'manifest.json', 'report.json'].map(
    (name) => `reports/${session}/r${revision}/${name}`,
  );
