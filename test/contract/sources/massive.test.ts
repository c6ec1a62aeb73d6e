import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  collectFrom,
  goodKeys,
  removeTemporaryFolders,
  smallEdition,
} from '../../support/provider/collect.ts';
import { faults } from '../../support/provider/faults.ts';
import { providerStateFrom } from '../../support/provider/provider-state.ts';
import { ProviderServer } from '../../support/provider/server.ts';
import { simulated } from '../../support/simulated.ts';

const session = '2025-12-31';
const evening = '2025-12-31T22:50:00Z';
const morning = '2026-01-02T13:30:00Z';
const edition = { ...smallEdition, macro: [], filers: [], holdings: [] };

let server: ProviderServer;
beforeAll(async () => {
  server = await new ProviderServer(await providerStateFrom(simulated, session, evening)).start();
});
beforeEach(() => {
  server.mend();
  server.break('yahoo', faults.error500);
});
afterAll(async () => {
  await server.stop();
  removeTemporaryFolders();
});

const collect = (of: string, now: string) => {
  server.world.now = now;
  return collectFrom(server, { session: of, now, edition, keys: { massive: goodKeys.massive as string } });
};

/** By what others measured of its free plan: docs/providers.md. */
describe('Massive with a free key', () => {
  it('is not asked on the evening of the session, and the report says why', async () => {
    const collected = await collect(session, evening);
    expect(server.askedOf('massive')).toEqual([]);
    const iwm = collected.of('bars:IWM');
    expect(iwm.payload?.source).toBe('cboe-chart');
    expect(iwm.payload?.note).toContain('massive: not asked: its free plan has no bar of the current day');
  });

  it('is asked for a past session, in a range that it gives whole', async () => {
    const collected = await collect(session, morning);
    const iwm = collected.of('bars:IWM');
    expect(iwm.payload?.source).toBe('massive');
    expect(iwm.last).toBe(session);
    expect(iwm.rows).toBeGreaterThan(470);
    expect(iwm.rows).toBeLessThan(500);
    expect(collected.assembled.market.get('IWM')?.adjusted).toBeNull();
  });

  it('is not asked for a session of which it has less than a year before', async () => {
    const collected = await collect('2024-03-15', morning);
    expect(server.askedOf('massive')).toEqual([]);
    expect(collected.of('bars:IWM').attempts.map(({ why }) => why)).toContain(
      'not asked: its free plan reaches back two years only',
    );
  });
});
