import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import { type CollectOptions, collectFrom, removeTemporaryFolders } from '../../support/provider/collect.ts';
import { faults } from '../../support/provider/faults.ts';
import { providerStateFrom } from '../../support/provider/provider-state.ts';
import { ProviderServer } from '../../support/provider/server.ts';
import { simulated } from '../../support/simulated.ts';

const session = '2025-12-31';
const now = '2025-12-31T22:50:00Z';
const only = (...names: readonly string[]) => ({
  ...tna,
  required: [],
  symbols: [],
  filers: [],
  holdings: [],
  macro: tna.macro.filter(({ series }) => names.includes(series)),
});

let server: ProviderServer;
beforeAll(async () => {
  server = await new ProviderServer(await providerStateFrom(simulated, session, now)).start();
});
afterEach(() => server.mend());
afterAll(async () => {
  await server.stop();
  removeTemporaryFolders();
});

const published = [
  ['DFII10', 'treasury'],
  ['T5YIE', 'treasury'],
  ['NFCI', 'chicagofed'],
  ['GACDISA066MSFRBNY', 'empire'],
  ['GACDFSA066MSFRBPHI', 'philadelphiafed'],
  ['UMCSENT', 'michigan'],
] as const;

const collect = (options: Partial<CollectOptions> & Pick<CollectOptions, 'edition'>) =>
  collectFrom(server, { session, now, ...options });

describe("without FRED's download", () => {
  it('each series comes from who publishes it, with the dates and values that FRED has', async () => {
    server.break('fredgraph', faults.html);
    const collected = await collect({ edition: only(...published.map(([series]) => series)) });
    for (const [series, source] of published) {
      expect(collected.of(`macro:${series}`).payload?.source, series).toBe(source);
      const [given, world] = [collected.assembled.macro.get(series), server.world.macro.get(series)];
      const known = new Map(world?.dates.map((date, i) => [date, world.values[i] ?? Number.NaN]));
      expect(given?.dates.length, series).toBeGreaterThan(100);
      given?.dates.forEach((date, i) => {
        const [value, expected] = [given.values[i] ?? Number.NaN, known.get(date)];
        expect(expected, `${series} ${date}`).toBeDefined();
        if (Number.isNaN(expected)) expect(value, `${series} ${date}`).toBeNaN();
        else expect(value, `${series} ${date}`).toBeCloseTo(expected ?? 0, 2);
      });
      const newest = [...known].filter(([, value]) => !Number.isNaN(value)).at(-1)?.[0] ?? '';
      // What the university has of the month that is not over may be preliminary.
      if (series !== 'UMCSENT') expect(given?.dates.at(-1), series).toBe(newest);
      else expect(given?.dates.at(-1)).toBe('2025-11-01');
    }
  });
});

describe('the Treasury', () => {
  const edition = only('DGS2', 'T5YIE');
  const first = async (options: Partial<CollectOptions> = {}) => {
    server.break('fredgraph', faults.html);
    const collected = await collect({ edition, ...options });
    return ['DGS2', 'T5YIE'].map((series) => collected.of(`macro:${series}`));
  };

  it('has no day of the new year yet, which is an empty answer: the years before it count', async () => {
    const [par, breakeven] = await first({ session: '2026-01-02', now: '2026-01-02T22:50:00Z' });
    const years = server.askedOf('treasury').map(({ url }) => /csv\/(\d{4})/.exec(url)?.[1]);
    expect(years).toContain('2026');
    const newest = server.world.macro.get('DGS2')?.dates.at(-1);
    expect(newest).toMatch(/^2025-12-3/);
    expect(par?.last).toBe(newest);
    expect(breakeven?.last).toBe(newest);
  });

  it('fails for an older year: the history begins after it', async () => {
    server.break('treasury', {
      change: (reply, { path }) =>
        path.includes('/2021/') ? { status: 404, type: 'text/html', body: '<html></html>' } : reply,
    });
    const [par, breakeven] = await first();
    expect(par?.first.slice(0, 4)).toBe('2022');
    expect(breakeven?.first.slice(0, 4)).toBe('2022');
  });

  it('gives nothing for a year between others, which would leave a hole', async () => {
    server.break('treasury', {
      change: (reply, { path }) => (path.includes('/2023/') ? { ...reply, body: '' } : reply),
    });
    const [par] = await first();
    expect(par?.payload).toBeNull();
    expect(par?.attempts.at(-1)?.why).toMatch('the year 2023 has no day');
  });

  it('fails for the newest year: nothing of it is used', async () => {
    server.break('treasury', {
      change: (reply, { path }) =>
        path.includes('/2025/') ? { status: 404, type: 'text/html', body: '<html></html>' } : reply,
    });
    const [par] = await first();
    expect(par?.payload).toBeNull();
  });
});
