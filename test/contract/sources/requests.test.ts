import { expect, it } from 'vitest';
import { writeJson } from '../../../lambda/archive/bytes.ts';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { keys } from '../../../lambda/archive-layout.ts';
import { collectFrom, listedFolder } from '../../support/provider/collect.ts';
import { serveProviders } from '../../support/provider/served.ts';
import type { ProviderServer } from '../../support/provider/server.ts';

const session = '2025-12-31';
const now = '2026-01-01T01:30:00Z';
const counts = keys.requests('2025-12-31');

/** An archive into which another run of the day writes its requests while this one is under way. */
class SharedArchive extends FolderArchive {
  other: Readonly<Record<string, number>> = {};

  override async update(key: string, change: (old: Uint8Array | null) => Uint8Array): Promise<void> {
    if (key === counts) await super.update(key, () => writeJson(this.other));
    await super.update(key, change);
  }
}

let server: ProviderServer;
serveProviders({ session, now }, (started) => {
  server = started;
});

it('a day’s requests do not fall below what another run of the day has counted', async () => {
  const archive = new SharedArchive(listedFolder());
  archive.other = { nasdaq: 900, massive: 3 };
  await collectFrom(server, { session, now, archive });
  const saved = JSON.parse(Buffer.from((await archive.get(counts))!).toString());
  // Nasdaq was asked far less often than 900 times here; only the other run asked massive.
  expect(saved).toMatchObject({ nasdaq: 900, massive: 3 });
  expect(Object.values(saved).every((count) => Number(count) > 0)).toBe(true);
});

it('the requests of two runs one after the other are added up', async () => {
  const archive = new FolderArchive(listedFolder());
  const usedBy = async () => {
    await collectFrom(server, { session, now, archive });
    return JSON.parse(Buffer.from((await archive.get(counts))!).toString()) as Record<string, number>;
  };
  const first = await usedBy();
  const second = await usedBy();
  expect(first.nasdaq).toBeGreaterThan(0);
  for (const [name, count] of Object.entries(first)) expect(second[name]).toBeGreaterThanOrEqual(count);
  expect(second.nasdaq).toBeGreaterThan(first.nasdaq!);
});
