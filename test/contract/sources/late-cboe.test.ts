import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import {
  type CollectedSeries,
  type CollectOptions,
  collectFrom,
  quickProvidersWith,
  removeTemporaryFolders,
  smallEdition,
} from '../../support/provider/collect.ts';
import { faults } from '../../support/provider/faults.ts';
import { providerStateFrom } from '../../support/provider/provider-state.ts';
import { ProviderServer } from '../../support/provider/server.ts';
import { simulated } from '../../support/simulated.ts';

const session = '2025-12-31';
const edition = {
  ...smallEdition,
  required: tna.required,
  symbols: tna.symbols.filter(({ symbol }) => [...tna.required, '^VIX', '^RVX'].includes(symbol)),
};
const evening: CollectOptions = { session, now: '2026-01-01T01:30:00Z', edition };
let server: ProviderServer;

beforeAll(async () => {
  server = await new ProviderServer(await providerStateFrom(simulated, session, evening.now, 800)).start();
});
afterAll(async () => {
  await server.stop();
  removeTemporaryFolders();
});

describe('an evening with Yahoo refusing, FRED hanging and Cboe a session behind', () => {
  let collected: CollectedSeries;
  beforeAll(async () => {
    server.world.cboeLag = 1;
    server.break('yahoo', faults.plain429);
    server.break('fredgraph', faults.hangs);
    const providers = quickProvidersWith(faults.hangs, 'fredgraph');
    collected = await collectFrom(server, { ...evening, providers });
  });
  afterAll(() => {
    server.mend();
    server.world.cboeLag = 0;
  });

  it('has the bar of the session for every required symbol, with the close that the market had', () => {
    for (const symbol of tna.required) {
      const [bars, known] = [collected.assembled.market.get(symbol), server.world.market.get(symbol)];
      expect(collected.of(`bars:${symbol}`).payload?.source).toBe('cboe-chart');
      expect(bars?.sessions.slice(-2)).toEqual(['2025-12-30', session]);
      expect(bars?.close?.at(-1)).toBe(known?.close?.at(-1));
      expect(bars?.high?.at(-1)).toBe(known?.high?.at(-1));
      expect(bars?.adjusted).toBeNull();
    }
  });

  it('has the level of the volatility indices on the day', () => {
    for (const symbol of ['^VIX', '^RVX']) {
      const bars = collected.assembled.market.get(symbol);
      expect(bars?.sessions.at(-1)).toBe(session);
      expect(bars?.close?.at(-1)).toBe(server.world.market.get(symbol)?.close?.at(-1));
    }
  });
});

it('asks for no quote where the history reaches the session', async () => {
  server.break('yahoo', faults.plain429);
  await collectFrom(server, evening);
  expect(server.askedOf('cboe').filter(({ url }) => url.includes('/quotes/SPY'))).toEqual([]);
});
