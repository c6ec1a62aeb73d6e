import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../lambda/editions/edition.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { providerNames } from '../../../lambda/providers/index.ts';
import { collectFrom, goodKeys, quickProvidersWith } from '../../support/provider/collect.ts';
import { fastClock } from '../../support/provider/fast-clock.ts';
import { type AnswerFault, faults, yahooFaults } from '../../support/provider/faults.ts';
import { serveProviders } from '../../support/provider/served.ts';
import type { ProviderServer } from '../../support/provider/server.ts';
import { sourceNote } from '../../support/published.ts';

const session = '2025-12-31';
/** The morning after, for one of them has nothing of the current day. */
const now = '2026-01-02T13:30:00Z';

let server: ProviderServer;
serveProviders({ session, now }, (started) => {
  server = started;
});

/** One series of every kind of chain, and one that always comes so that there is a report. */
const edition: Edition = {
  ...tna,
  required: [],
  symbols: tna.symbols.filter(({ symbol }) => ['IWM', 'SPY', '^VIX'].includes(symbol)),
  macro: tna.macro.filter(({ series }) => ['UNRATE', 'DGS2', 'DFEDTARU', 'VIXCLS'].includes(series)),
  filers: tna.filers.filter(({ symbol }) => symbol === 'AAPL'),
};

/** Every source, by a series that has it in its chain. */
const sources = [
  ['bars:IWM', 'tiingo'],
  ['bars:IWM', 'alpaca'],
  ['bars:IWM', 'massive'],
  ['bars:IWM', 'cboe-chart'],
  ['bars:^VIX', 'cboe-index'],
  ['macro:UNRATE', 'fred'],
  ['macro:UNRATE', 'fredgraph'],
  ['macro:UNRATE', 'bls'],
  ['macro:DGS2', 'treasury'],
  ['macro:DFEDTARU', 'nyfed'],
  ['filings:AAPL', 'sec'],
  ['holdings:TNA', 'direxion'],
  ['holdings:IWM', 'ishares'],
] as const;

/** Yahoo gives SPY, and of IWM another's prices: so that everybody behind it is asked, and something is there. */
const yahooWithoutIwm = yahooFaults.otherSymbol;

const collect = (fault: AnswerFault) =>
  collectFrom(server, {
    session,
    now,
    edition,
    keys: goodKeys,
    providers: quickProvidersWith(fault, ...providerNames.filter((name) => name !== 'yahoo')),
    clock: fastClock(now, 20),
  });

/** What each fault does, and how the report names it, for every provider. */
const kinds: readonly (readonly [name: string, fault: AnswerFault, why: RegExp])[] = [
  ['hangs', faults.hangs, /no (complete )?answer within/],
  ['breaks the connection', faults.breaks, /connection broke|not reachable/],
  ['drips a body that never ends', faults.neverEnds, /no complete answer within/],
  ['cuts its gzip short', faults.cutGzip, /cut short/],
  ['cuts its body short', faults.cutLength, /connection broke/],
  ['sends HTML with 200', faults.html, /HTML page/],
  ['sends HTML as CSV', faults.htmlAsCsv, /HTML page/],
  ['says 429 in plain text', faults.plain429, /answered 429/],
  ['says 429 in plain text with 200', faults.edge429, /Edge: Too Many Requests/],
  ['fails with 500', faults.error500, /answered 500/],
  ['answers nothing', faults.empty, /empty/],
  [
    'sends an error as JSON with 200',
    faults.jsonError,
    /not the expected shape|JSON instead of CSV|run out of API credits/,
  ],
];

describe('every provider but one', () => {
  it.each(kinds)(
    '%s: each is refused by name, none is believed, and the report says why',
    async (_, fault, why) => {
      for (const name of providerNames) server.break(name, name === 'yahoo' ? yahooWithoutIwm : fault);
      const collected = await collect(fault);
      const { provenance, flags } = collected.assembled;
      for (const [key, source] of sources) {
        const { payload, attempts } = collected.of(key);
        expect(payload?.source, `${key} by ${source}`).not.toBe(source);
        const attempt = attempts.find((one) => one.source === source);
        expect(attempt?.outcome, `${source} for ${key}`).toBe('refused');
        expect(attempt?.why, `${source} for ${key}`).toMatch(why);
        const found = [
          sourceNote(provenance.find((entry) => entry.key === key)),
          ...flags.filter(({ subject }) => subject === key).map(({ text }) => text),
        ].join('; ');
        expect(found, key).toMatch(why);
      }
      expect(collected.assembled.market.get('SPY')?.sessions.at(-1)).toBe(session);
    },
  );

  it('is well again: every series has its source', async () => {
    const { outcomes } = await collect({});
    const absent = outcomes.filter(({ payload }) => payload === null);
    expect(absent).toEqual([]);
  });
});
