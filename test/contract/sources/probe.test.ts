import { describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { providerNames } from '../../../lambda/providers/index.ts';
import { probeLive } from '../../../lambda/runtime/live.ts';
import { adviceOn, exitCodeOfProbe, whyNobody } from '../../../lambda/sources/live/probe-words.ts';
import { goodKeys, listedFolder, quickProviders } from '../../support/provider/collect.ts';
import { fastClock } from '../../support/provider/fast-clock.ts';
import { type AnswerFault, faults } from '../../support/provider/faults.ts';
import { serveProviders } from '../../support/provider/served.ts';
import type { ProviderServer } from '../../support/provider/server.ts';

const session = '2025-12-31';
const now = '2025-12-31T22:50:00Z';
let server: ProviderServer;
serveProviders({ session, now }, (started) => {
  server = started;
});

const probed = (keys = {}, addresses: Readonly<Record<string, string>> = server.addresses) =>
  probeLive(
    {
      archive: new FolderArchive(listedFolder()),
      config: { keys, addresses, contact: 'test test@example.org' },
      now,
      offline: false,
      limits: { patience: 20_000, providers: quickProviders, clock: fastClock(now, 10) },
    },
    { edition: tna, session, through: session, now },
  );
type All = Awaited<ReturnType<typeof probed>>;
const of = (all: All, source: string) => {
  const found = all.find((one) => one.source === source);
  if (found === undefined) throw new Error(`${source} was not asked`);
  return found;
};

describe('a probe of every source', () => {
  it('without keys asks each that needs none, once, and names the keys of the others', async () => {
    const all = await probed();
    expect(new Set(all.map(({ source }) => source)).size).toBe(all.length);
    const wanting = all.filter(({ outcome }) => outcome === 'not configured').map(({ source }) => source);
    expect(wanting.toSorted()).toEqual(['alpaca', 'finnhub', 'fred', 'fred-releases', 'massive', 'tiingo']);
    expect(of(all, 'fred').why).toBe('needs FRED_API_KEY');
    expect(all.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    expect(server.askedOf('yahoo')).toHaveLength(1);
    expect(exitCodeOfProbe(all)).toBe(0);
    expect(whyNobody(all)).toBeNull();
  });

  it('with keys asks all, and none of the keys is in what it says', async () => {
    const echo: AnswerFault = {
      change: (_, { headers, query }) => ({
        status: 400,
        type: 'text/plain',
        body: JSON.stringify([headers, [...query]]),
      }),
    };
    for (const name of ['tiingo', 'fred', 'finnhub', 'alpaca'] as const) server.break(name, echo);
    const all = await probed(goodKeys);
    expect(of(all, 'tiingo')).toMatchObject({ outcome: 'refused', status: 400 });
    expect(adviceOn(of(all, 'massive'))).toEqual({ means: 'has nothing of this session', todo: '–' });
    expect(JSON.stringify(all)).not.toMatch(/key-0123456789|id-0123456789|secret-0123456789/);
  });

  it.each<[string, AnswerFault, string, RegExp, RegExp]>([
    ['yahoo', faults.plain429, 'yahoo', /refuses this address/, /free key of Tiingo or Alpaca/],
    ['cboe', faults.html, 'cboe-chart', /a form that is not understood/, /report it/],
    ['fredgraph', faults.error500, 'fredgraph', /a fault of its own/, /later/],
    ['tiingo', faults.unauthorised, 'tiingo', /the key is not accepted/, /look at the key/],
  ])('says what the refusal of %s means and what to do', async (provider, fault, source, means, todo) => {
    server.break(provider as (typeof providerNames)[number], fault);
    const all = await probed(goodKeys);
    expect(adviceOn(of(all, source)).means).toMatch(means);
    expect(adviceOn(of(all, source)).todo).toMatch(todo);
    expect(exitCodeOfProbe(all)).toBe(0);
  });

  it('fails where no source of prices answers', async () => {
    for (const name of ['yahoo', 'cboe'] as const) server.break(name, faults.error500);
    expect(exitCodeOfProbe(await probed())).toBe(1);
  });

  it('says in one sentence that the whole network is away', async () => {
    const away = Object.fromEntries(providerNames.map((name) => [name, 'http://127.0.0.1:1']));
    const all = await probed({}, away);
    expect(exitCodeOfProbe(all)).toBe(4);
    expect(whyNobody(all)).toMatch(
      /^none of \d+ sources can be reached \(ECONNREFUSED\): this machine has no network, /,
    );
  });
});
