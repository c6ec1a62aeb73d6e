import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import { type CollectOptions, collectFrom, removeTemporaryFolders } from '../../support/provider/collect.ts';
import { providerStateFrom } from '../../support/provider/provider-state.ts';
import { ProviderServer } from '../../support/provider/server.ts';
import { simulated } from '../../support/simulated.ts';

const session = '2025-12-31';
/** All macro series, and few others. */
const edition = { ...tna, symbols: tna.symbols.slice(0, 2), filers: [], holdings: [] };
const evening: CollectOptions = { session, now: '2025-12-31T22:50:00Z', edition };

let server: ProviderServer;
beforeAll(async () => {
  server = await new ProviderServer(await providerStateFrom(simulated, session, evening.now)).start();
});
afterEach(() => server.mend());
afterAll(async () => {
  await server.stop();
  removeTemporaryFolders();
});

const notFound = { status: 404, type: 'text/html', body: '<html><title>Not Found</title></html>' };

const asked = () => server.askedOf('fredgraph').map(({ url }) => new URL(url).searchParams.get('id') ?? '');
const fromFred = (collected: Awaited<ReturnType<typeof collectFrom>>) =>
  collected.outcomes.filter(({ payload }) => payload?.source === 'fredgraph').map(({ key }) => key);

describe('macro series without a key', () => {
  it('come in a request for each frequency, and each is what it is alone', async () => {
    const together = await collectFrom(server, evening);
    const requests = asked();
    expect(fromFred(together).length).toBeGreaterThan(25);
    expect(requests.length).toBeLessThanOrEqual(6);
    // One unknown name turns a common answer into a page: then each is asked for alone.
    server.mend();
    server.break('fredgraph', {
      change: (reply, { query }) => (query.get('id')?.includes(',') ? notFound : reply),
    });
    const alone = await collectFrom(server, evening);
    expect(fromFred(alone)).toEqual(fromFred(together));
    for (const key of fromFred(alone)) {
      const series = key.slice('macro:'.length);
      const [one, other] = [alone, together].map(({ assembled }) => assembled.macro.get(series));
      const known = (observations: typeof one) =>
        observations?.dates.flatMap((date, i) => {
          const value = observations.values[i] ?? Number.NaN;
          return Number.isNaN(value) ? [] : [[date, value] as const];
        });
      expect(known(other), series).toEqual(known(one));
    }
  });

  it('name the program and its contact to FRED, and a browser to Yahoo', async () => {
    await collectFrom(server, evening);
    const agents = (provider: 'fredgraph' | 'yahoo') =>
      new Set(server.askedOf(provider).map(({ headers }) => headers['user-agent']));
    expect([...agents('fredgraph')]).toEqual(['smallcap-briefing/1 (test test@example.org)']);
    expect([...agents('yahoo')]).toEqual(['Mozilla/5.0 (compatible; smallcap-briefing/1)']);
  });
});
