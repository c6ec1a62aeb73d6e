import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { readSnapshot } from '../../../lambda/archive/snapshots.ts';
import { openLiveSource } from '../../../lambda/runtime/live.ts';
import type { Bars } from '../../../lambda/series/bars.ts';
import { collectAndStore, type Looked } from '../../../lambda/steps/collect.ts';
import {
  listedFolder,
  quickProviders,
  removeTemporaryFolders,
  smallEdition,
} from '../../support/provider/collect.ts';
import { fastClock } from '../../support/provider/fast-clock.ts';
import { providerStateFrom } from '../../support/provider/provider-state.ts';
import { ProviderServer } from '../../support/provider/server.ts';
import { simulated } from '../../support/simulated.ts';

const session = '2025-12-31';
const [early, later, last] = ['2025-12-31T22:45:00Z', '2025-12-31T22:55:00Z', '2025-12-31T23:05:00Z'];

let server: ProviderServer;
let bars: Bars;

beforeAll(async () => {
  server = await new ProviderServer(await providerStateFrom(simulated, session, last, 800)).start();
  bars = server.world.market.get('TNA')!;
});
afterEach(() => {
  server.mend();
  server.world.market.set('TNA', bars);
});
afterAll(async () => {
  await server.stop();
  removeTemporaryFolders();
});

/** A symbol's bars but the last, as they are when it is late. */
function withoutLast(of: Bars): Bars {
  const cut = (column: Float64Array | null) => column?.slice(0, -1) ?? null;
  return {
    symbol: of.symbol,
    sessions: of.sessions.slice(0, -1),
    open: cut(of.open),
    high: cut(of.high),
    low: cut(of.low),
    close: cut(of.close),
    adjusted: cut(of.adjusted),
    volume: cut(of.volume),
  };
}

/** One look of a run at an instant, and its requests by provider. */
async function look(archive: FolderArchive, now: string, before: Looked | null = null) {
  server.mend();
  server.world.now = now;
  const config = { keys: {}, addresses: server.addresses, contact: 'test test@example.org' };
  const limits = { patience: 20_000, providers: quickProviders, clock: fastClock(now, 10) };
  const source = openLiveSource({ archive, config, now, offline: false, limits });
  const collected = await collectAndStore(
    { edition: smallEdition, session, through: session, now },
    { source, archive },
    before,
  );
  const urls = server.requests.map(({ url }) => url);
  return { ...collected, urls, providers: new Set(server.requests.map(({ provider }) => provider)) };
}

const payloadsOf = async (archive: FolderArchive, id: string | null) => {
  const { payloads = [] } = (await readSnapshot(archive, session, id ?? '')) ?? {};
  return new Map(payloads.map(({ key, raw, source }) => [key, { raw, source }]));
};

describe('a second look of a run that waits for late data', () => {
  it('asks only for what is late, and ends with what one look at all of it would have', async () => {
    const archive = new FolderArchive(listedFolder());
    server.world.market.set('TNA', withoutLast(bars));
    const first = await look(archive, early);
    expect(first).toMatchObject({ late: true, missing: [expect.stringContaining('TNA')] });
    expect(first.providers.size).toBeGreaterThan(3);

    server.world.market.set('TNA', bars);
    const second = await look(archive, later, first);
    expect(second).toMatchObject({ late: false, missing: [] });
    expect(second.urls.length).toBeLessThan(first.urls.length / 2);
    expect(second.urls.filter((url) => !/IWM|TNA/i.test(url))).toEqual([]);
    const there = await payloadsOf(archive, second.snapshot);
    const before = await payloadsOf(archive, first.snapshot);
    expect([...there.keys()].sort()).toEqual([...before.keys()].sort());
    expect([...there.keys()].filter((key) => there.get(key)?.raw !== before.get(key)?.raw)).toContain(
      'bars:TNA',
    );

    const alone = new FolderArchive(listedFolder());
    const whole = await look(alone, later);
    expect(there.get('bars:TNA')).toEqual((await payloadsOf(alone, whole.snapshot)).get('bars:TNA'));
  });

  it('asks for it again and again, and keeps what it had, while it stays late', async () => {
    const archive = new FolderArchive(listedFolder());
    server.world.market.set('TNA', withoutLast(bars));
    const first = await look(archive, early);
    const second = await look(archive, later, first);
    const third = await look(archive, last, second);
    for (const one of [second, third]) {
      expect(one).toMatchObject({ late: true, missing: first.missing });
      expect(one.urls.length).toBeLessThan(first.urls.length);
      expect(one.urls.filter((url) => !/IWM|TNA/i.test(url))).toEqual([]);
      expect((await payloadsOf(archive, one.snapshot)).size).toBe(
        (await payloadsOf(archive, first.snapshot)).size,
      );
    }
  });

  it('no longer reports a series as absent once it has come', async () => {
    const archive = new FolderArchive(listedFolder());
    server.world.market.delete('TNA');
    const first = await look(archive, early);
    const flagsOf = async (id: string | null) =>
      ((await readSnapshot(archive, session, id ?? ''))?.payloads ?? [])
        .flatMap(({ flags = [] }) => flags)
        .filter(({ code, subject }) => code === 'not-received' && subject === 'bars:TNA');
    expect(await flagsOf(first.snapshot)).toHaveLength(1);
    const second = await look(archive, later, first);
    expect(await flagsOf(second.snapshot)).toHaveLength(1);
    server.world.market.set('TNA', bars);
    expect(await flagsOf((await look(archive, last, second)).snapshot)).toEqual([]);
  });
});
