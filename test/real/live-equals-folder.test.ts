import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { hashed } from '../../lambda/archive/snapshots.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { type Assembled, assemble } from '../../lambda/sources/assemble.ts';
import { folderSource } from '../../lambda/sources/files/folder.ts';
import {
  type CollectedSeries,
  collectFrom,
  keepCollected,
  listedFolder,
  removeTemporaryFolders,
} from '../support/provider/collect.ts';
import { type ProviderState, providerStateFrom } from '../support/provider/provider-state.ts';
import { ProviderServer } from '../support/provider/server.ts';
import { describeShared, sharedDir } from '../support/shared.ts';

const session = '2025-12-31';
const now = '2025-12-31T22:50:00Z';

describeShared('real histories behind the played providers', () => {
  let server: ProviderServer;
  let live: CollectedSeries;
  let folder: Assembled;

  beforeAll(async () => {
    const source = folderSource(join(sharedDir, 'data'));
    server = await new ProviderServer(await providerStateFrom(source, session, now)).start();
    live = await collectFrom(server, { session, now, edition: tna });
    const payloads = await source.collect({ edition: tna, session, through: session, now });
    folder = assemble({ edition: tna, session }, payloads.map(hashed));
  });
  afterAll(async () => {
    await server.stop();
    removeTemporaryFolders();
  });

  it('come through client, chain and parsers as the same numbers that the files hold', () => {
    expect([...live.assembled.market.keys()].toSorted()).toEqual([...folder.market.keys()].toSorted());
    for (const [symbol, known] of folder.market) {
      const got = live.assembled.market.get(symbol);
      const from = known.sessions.findIndex((date) => date >= (got?.sessions[0] ?? ''));
      const upTo = known.sessions.findLastIndex((date) => date <= session) + 1;
      expect(got?.sessions, symbol).toEqual(known.sessions.slice(from, upTo));
      // Some files have adjusted closes only; the played providers give those as their closes.
      const closes = known.close ?? known.adjusted;
      expect([...(got?.close ?? [])], symbol).toEqual([...(closes?.slice(from, upTo) ?? [])]);
    }
    for (const [series, known] of folder.macro) {
      if (series === 'VIXCLS') continue;
      expect(live.assembled.macro.get(series)?.dates, series).toEqual(known.dates);
      expect([...(live.assembled.macro.get(series)?.values ?? [])], series).toEqual([...known.values]);
    }
  });

  it('say of what the files do not have who was asked for it', () => {
    const flag = live.assembled.flags.find(({ subject }) => subject === 'macro:BACTSAMFRBDAL');
    expect(flag?.text).toMatch(/not received: fredgraph: answered 404/);
  });
});

describeShared('real monthly vintages of unemployment', () => {
  /** What was published of UNRATE in each month since November 2008: FRED-MD's monthly files. */
  const vintages = (): Map<string, { dates: string[]; values: number[] }> => {
    const text = gunzipSync(readFileSync(join(sharedDir, 'data/vintages/fredmd.csv.gz'))).toString();
    const found = new Map<string, { dates: string[]; values: number[] }>();
    for (const line of text.split('\n')) {
      const [vintage = '', series, date = '', value] = line.split(',');
      if (series !== 'UNRATE') continue;
      const known = found.get(vintage) ?? { dates: [], values: [] };
      known.dates.push(date);
      known.values.push(Number(value));
      found.set(vintage, known);
    }
    return found;
  };

  it('reach a briefing as they were on its evening, whenever it is made again', async () => {
    const known = vintages();
    const sessions = ['2019-01-31', '2020-04-30', '2021-01-29', '2022-01-31', '2023-01-31', '2024-01-31'];
    const world: ProviderState = { now: '2026-10-01T15:00:00Z', market: new Map(), macro: new Map() };
    const server = await new ProviderServer(world).start();
    const archive = new FolderArchive(listedFolder());
    const edition = {
      ...tna,
      required: [],
      symbols: [],
      macro: tna.macro.filter(({ series }) => series === 'UNRATE'),
      filers: [],
      holdings: [],
    };
    const publish = (vintage: string) => {
      const { dates = [], values = [] } = known.get(vintage) ?? {};
      world.macro.set('UNRATE', { id: 'UNRATE', dates, values: Float64Array.from(values) });
    };
    try {
      for (const evening of sessions) {
        publish(evening.slice(0, 7));
        const options = { session: evening, now: `${evening}T23:30:00Z`, archive, edition };
        await keepCollected(await collectFrom(server, options), options);
      }
      publish([...known.keys()].toSorted().at(-1) ?? '');
      let revisions = 0;
      for (const evening of sessions) {
        const again = await collectFrom(server, {
          session: evening,
          now: '2026-10-01T15:00:00Z',
          archive,
          edition,
        });
        const then = known.get(evening.slice(0, 7));
        const got = again.assembled.macro.get('UNRATE');
        expect(got?.dates).toEqual(then?.dates);
        expect([...(got?.values ?? [])]).toEqual(then?.values);
        const latest = world.macro.get('UNRATE');
        revisions += (then?.dates ?? []).filter(
          (date, i) => latest?.values[latest.dates.indexOf(date)] !== then?.values[i],
        ).length;
      }
      // The proof needs something to be revised.
      expect(revisions).toBeGreaterThan(10);
    } finally {
      await server.stop();
      removeTemporaryFolders();
    }
  });
});
