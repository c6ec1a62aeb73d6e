import { afterAll, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { providers } from '../../../lambda/providers/index.ts';
import { runBriefing } from '../../../lambda/runs/briefing.ts';
import { unwatched } from '../../../lambda/runs/watch.ts';
import { openLiveSource } from '../../../lambda/runtime/live.ts';
import { listedFolder, quickProvidersWith, removeTemporaryFolders } from '../../support/provider/collect.ts';
import { pausesOnlyClock } from '../../support/provider/fast-clock.ts';
import { faults } from '../../support/provider/faults.ts';
import { providerStateFrom } from '../../support/provider/provider-state.ts';
import { ProviderServer } from '../../support/provider/server.ts';
import { simulated } from '../../support/simulated.ts';

const session = '2025-12-31';
const now = '2026-01-01T01:30:00Z';
afterAll(removeTemporaryFolders);

/** Cboe's own pace on a clock that runs twenty times as fast: the minute that it wants takes three seconds. */
const paced = {
  ...quickProvidersWith(faults.hangs, 'fredgraph', 'nasdaq'),
  cboe: providers.cboe,
};

it('publishes the whole edition with the right closes from Cboe alone, a session behind', async () => {
  const server = await new ProviderServer(await providerStateFrom(simulated, session, now, 800)).start();
  server.world.cboeLag = 1;
  server.break('yahoo', faults.plain429);
  server.break('fredgraph', faults.hangs);
  server.break('nasdaq', faults.hangs);
  server.break('ishares', faults.html);
  server.break('direxion', {
    change: (reply) => ({ ...reply, status: 403, type: 'text/html', body: '<html><title>No</title></html>' }),
  });
  const clock = pausesOnlyClock(now, 20);
  const archive = new FolderArchive(listedFolder());
  const config = { keys: {}, addresses: server.addresses };
  const limits = { providers: paced, clock, patience: 60_000 };
  const source = openLiveSource({ archive, config, now, offline: false, limits });
  try {
    const made = await runBriefing(
      {
        edition: tna,
        session,
        now,
        paper: 'Letter',
        allowIncomplete: false,
        code: 'test',
      },
      { source, archive, printer: null, watch: unwatched },
    );
    expect(made.status).toBe('published');
    const { report } = made;
    expect(report.session).toBe(session);
    expect(report.marks.incomplete).toBe(false);
    const close = (symbol: string) => report.figures[`close.${symbol}`];
    const missing = report.flags.filter(({ code }) => code === 'not-received').map(({ subject }) => subject);
    expect(missing).toEqual(
      expect.arrayContaining([
        'macro:BAA10Y',
        'filings:AAPL',
        'holdings:IWM',
        'holdings:TNA',
        'events:earnings',
      ]),
    );
    expect(Object.fromEntries(report.strip.map(({ label, status }) => [label, status]))).toEqual({
      prices: 'proxy',
      macro: 'stale',
      volatility: 'fresh',
      filings: 'missing',
    });
    expect(report.figures['return.IWM.5d']).toMatchObject({ status: 'proxy', asOf: session });
    for (const { symbol } of tna.symbols) {
      const known = server.world.market.get(symbol)?.close?.at(-1);
      const source = report.sources.find(({ key }) => key === `bars:${symbol}`);
      expect([symbol, source?.status, source?.last]).toEqual([symbol, 'fresh', session]);
      if (close(symbol) !== undefined) expect(close(symbol)).toMatchObject({ value: known, asOf: session });
    }
    for (const symbol of tna.required) expect(close(symbol)?.status).toBe('fresh');
    expect(clock.elapsed()).toBeLessThan(75_000);
  } finally {
    await server.stop();
  }
});
