import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../../../lambda/editions/edition.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { futureSymbol, parseYahooFuture } from '../../../lambda/sources/providers/yahoo/futures.parse.ts';
import { simulatedSource } from '../../../lambda/sources/simulated/source.ts';
import { collectFrom, removeTemporaryFolders } from '../../support/provider/collect.ts';
import { providerStateFrom } from '../../support/provider/provider-state.ts';
import { reportOn } from '../../support/provider/report-on.ts';
import { ProviderServer } from '../../support/provider/server.ts';

const session = '2025-12-31';
const now = '2026-01-01T01:30:00Z';
const edition: Edition = {
  ...tna,
  symbols: tna.symbols.filter(({ symbol }) => tna.required.includes(symbol)),
  macro: tna.macro.filter(({ series }) => ['EFFR', 'DFEDTARU', 'DFEDTARL', 'DGS2'].includes(series)),
  filers: [],
  holdings: [],
  valued: [],
};

let server: ProviderServer;

beforeAll(async () => {
  server = await new ProviderServer(await providerStateFrom(simulatedSource(), session, now, 300)).start();
});
afterEach(() => server.mend());
afterAll(async () => {
  await server.stop();
  removeTemporaryFolders();
});

const collect = () => collectFrom(server, { session, now, edition });

describe('what futures price for the next decision', () => {
  it('is a month’s average after it, beside the effective rate known', async () => {
    const report = reportOn(await collect(), session, now);
    expect(server.askedOf('yahoo').some(({ url }) => url.includes('ZQG26.CBT'))).toBe(true);
    const effective = server.world.macro.get('EFFR')!;
    const rate = effective.values[effective.dates.findLastIndex((date) => date < session)]!;
    // The price of the played contracts is 96.5.
    expect(report.figures['macro.priced']).toMatchObject({ status: 'fresh', asOf: session });
    expect(report.figures['macro.priced']?.value).toBeCloseTo(0.035, 12);
    expect(report.figures['macro.priced.change']?.value).toBeCloseTo(0.035 - rate / 100, 12);
    expect(JSON.stringify(report.sections)).toContain('Federal funds futures price a rate of ');
  });

  it('is not there when the provider of the contract fails, and nothing else suffers', async () => {
    server.break('yahoo', {
      change: (reply, { path }) => (path.includes('.CBT') ? { ...reply, status: 404 } : reply),
    });
    const { figures, sections } = reportOn(await collect(), session, now);
    expect(figures['macro.priced']).toBeUndefined();
    expect(figures['macro.fomc.next']?.value).toBe('2026-01-28');
    expect(JSON.stringify(sections)).not.toContain('futures price');
  });
});

describe('a contract', () => {
  it.each([
    ['2026-01', 'ZQF26.CBT'],
    ['2026-12', 'ZQZ26.CBT'],
  ])('of %s is %s', (month, symbol) => {
    expect(futureSymbol(month)).toBe(symbol);
  });

  it.each(['2026-13', '2026-00', 'IWM'])('of %s is refused', (month) => {
    expect(() => futureSymbol(month)).toThrow(/is no month/);
  });

  const priced = (price: number) =>
    Buffer.from(
      JSON.stringify({
        chart: {
          result: [
            {
              meta: { symbol: 'ZQG26.CBT', currency: 'USD', exchangeTimezoneName: 'America/New_York' },
              timestamp: [Date.parse('2025-12-31T14:30:00Z') / 1000],
              indicators: {
                quote: [{ open: [price], high: [price], low: [price], close: [price], volume: [0] }],
              },
            },
          ],
          error: null,
        },
      }),
    );
  const read = (price: number) => parseYahooFuture(priced(price), { series: '2026-02', fetchedAt: now });

  it.each([85, 100.5])('at %d is read', (price) => {
    expect(read(price).future).toMatchObject({ month: '2026-02', sessions: [session] });
  });

  it.each([84.99, 100.51])('at %d is refused', (price) => {
    expect(() => read(price)).toThrow(/no price of a federal funds contract/);
  });
});
