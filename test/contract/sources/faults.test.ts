import { describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import { isOnlyUnconfigured } from '../../../lambda/sources/live/outcome.ts';
import {
  type CollectedSeries,
  type CollectOptions,
  collectFrom,
  goodKeys,
  quickProvidersWith,
} from '../../support/provider/collect.ts';
import { type AnswerFault, csvFaults, faults, yahooFaults } from '../../support/provider/faults.ts';
import { serveProviders } from '../../support/provider/served.ts';
import type { ProviderServer } from '../../support/provider/server.ts';
import { sourceNote } from '../../support/published.ts';

const session = '2025-12-31';
const evening: CollectOptions = { session, now: '2026-01-01T01:30:00Z' };

let server: ProviderServer;
serveProviders({ session, now: evening.now, length: 800 }, (started) => {
  server = started;
});

function answeredBy(collected: CollectedSeries, key: string): string | undefined {
  return collected.of(key).payload?.source;
}

const everything = (collected: CollectedSeries): boolean =>
  collected.outcomes.every((outcome) => outcome.payload !== null || isOnlyUnconfigured(outcome));

describe('with every provider up', () => {
  it('takes each series from the first of its chain, without keys', async () => {
    const collected = await collectFrom(server, evening);
    expect(everything(collected)).toBe(true);
    expect(answeredBy(collected, 'bars:IWM')).toBe('yahoo');
    expect(answeredBy(collected, 'bars:^VIX')).toBe('cboe-index');
    expect(answeredBy(collected, 'macro:UNRATE')).toBe('fredgraph');
    expect(collected.assembled.provenance.map(({ status }) => status)).not.toContain('missing');
    expect(collected.assembled.flags).toEqual([]);
  });

  it('gives the prices and values that the providers know, digit for digit', async () => {
    const collected = await collectFrom(server, evening);
    const [iwm, known] = [collected.assembled.market.get('IWM'), server.world.market.get('IWM')];
    expect(iwm?.sessions.at(-1)).toBe(session);
    expect(iwm?.close?.at(-1)).toBe(known?.close?.at(-1));
    expect(iwm?.adjusted?.at(-1)).toBe(known?.adjusted?.at(-1));
    const [unrate, published] = [collected.assembled.macro.get('UNRATE'), server.world.macro.get('UNRATE')];
    expect(unrate?.dates).toEqual(published?.dates);
    expect([...(unrate?.values ?? [])]).toEqual([...(published?.values ?? [])]);
  });

  it('with keys asks FRED for values known on the session, and a second source for closes', async () => {
    const collected = await collectFrom(server, { ...evening, keys: goodKeys });
    expect(answeredBy(collected, 'macro:UNRATE')).toBe('fred');
    expect(answeredBy(collected, 'bars:IWM')).toBe('yahoo');
    expect(collected.of('bars:IWM').second?.source).toBe('tiingo');
    // Its dates of releases are asked of it at the same time, in any order.
    const queries = server.askedOf('fred').map(({ url }) => new URL(url).searchParams);
    const ofUnrate = queries.filter((query) => query.get('series_id') === 'UNRATE');
    expect(ofUnrate.map((query) => query.get('realtime_end'))).toEqual([session]);
  });
});

describe('a Yahoo that', () => {
  const lines: readonly (readonly [string, AnswerFault, RegExp])[] = [
    ['hangs', faults.hangs, /no answer within/],
    ['breaks the connection', faults.breaks, /connection broke|not reachable/],
    ['drips a body that never ends', faults.neverEnds, /no complete answer within/],
    ['floods', faults.floods, /over \d+ bytes|no complete answer within/],
    ['cuts its gzip short', faults.cutGzip, /gzip body is cut short/],
    ['cuts its body short', faults.cutLength, /connection broke/],
    ['sends HTML with 200', faults.html, /HTML page.*Just a moment/],
    ['says 429 in plain text', faults.plain429, /answered 429/],
    ['says 429 in plain text with 200', faults.edge429, /plain text.*Edge: Too Many Requests/],
    ['asks to be left alone for two minutes', faults.patient429, /answered 429/],
    ['fails with 500', faults.error500, /answered 500(;|$)/],
    ['answers nothing', faults.empty, /empty/],
    ['sends an error as JSON with 200', faults.jsonError, /not the expected shape/],
    ['redirects to elsewhere', faults.redirectsAway, /redirects away/],
    ['has no bar of the session yet', yahooFaults.noSessionBar, /no bar of 2025-12-31, newest 2025-12-30/],
    ['sends its last sixty days only', yahooFaults.short, /begins 2025-\d\d-\d\d: 60 bars, less than a year/],
    ['is still in the session by its own clock', yahooFaults.stillOpen, /no bar of 2025-12-31/],
  ];

  it.each(lines)('%s: its symbols come from Cboe, and the report says why', async (_, fault, why) => {
    server.break('yahoo', fault);
    const collected = await collectFrom(server, {
      ...evening,
      providers: quickProvidersWith(fault, 'yahoo'),
    });
    const iwm = collected.of('bars:IWM');
    expect(iwm.payload?.source).toBe('cboe-chart');
    expect(iwm.last).toBe(session);
    const provenance = collected.assembled.provenance.find(({ key }) => key === 'bars:IWM');
    expect(sourceNote(provenance)).toMatch(why);
    expect(sourceNote(provenance)).toContain('price only');
    expect(collected.assembled.market.get('IWM')?.adjusted).toBeNull();
  });

  it.each([
    ['tiingo', { tiingo: goodKeys.tiingo }],
    ['alpaca', { alpaca: goodKeys.alpaca }],
  ] as const)('is gone gives way to %s where there is a key', async (source, keys) => {
    server.break('yahoo', faults.breaks);
    const collected = await collectFrom(server, { ...evening, keys: keys as never });
    expect(answeredBy(collected, 'bars:IWM')).toBe(source);
    const adjusted = collected.assembled.market.get('IWM')?.adjusted;
    expect(adjusted?.at(-1)).toBe(server.world.market.get('IWM')?.adjusted?.at(-1));
  });

  it('answers with another symbol is not believed', async () => {
    server.break('yahoo', yahooFaults.otherSymbol);
    const collected = await collectFrom(server, evening);
    expect(answeredBy(collected, 'bars:IWM')).toBe('cboe-chart');
    expect(collected.of('bars:IWM').payload?.note).toContain('asked for IWM, answered with IWN');
    expect(answeredBy(collected, 'bars:TNA')).toBe('yahoo');
  });

  it('repeats the last day live: the later row counts', async () => {
    server.break('yahoo', yahooFaults.liveLastRow);
    const collected = await collectFrom(server, evening);
    const iwm = collected.assembled.market.get('IWM');
    expect(iwm?.sessions.at(-1)).toBe(session);
    expect(iwm?.sessions.at(-2)).toBe('2025-12-30');
    expect(iwm?.close?.at(-1)).toBe(server.world.market.get('IWM')?.close?.at(-1));
    expect(collected.assembled.flags.map(({ text }) => text).join()).toContain('came again');
  });

  it('has a row of nulls: the row is left out and named', async () => {
    server.break('yahoo', yahooFaults.nullRows);
    const collected = await collectFrom(server, evening);
    const gone = server.world.market.get('IWM')?.sessions[100] ?? '';
    expect(collected.assembled.market.get('IWM')?.sessions).not.toContain(gone);
    expect(collected.assembled.flags).toContainEqual({
      subject: 'bars:IWM',
      code: 'parser',
      text: `1 row without a price left out (newest ${gone})`,
    });
  });

  it('has a clock that is ahead proves nothing by it: our own clock counts', async () => {
    server.break('yahoo', yahooFaults.skewedClock);
    const during = await collectFrom(server, { session, now: '2025-12-31T20:00:00Z' });
    expect(during.assembled.market.get('IWM')?.sessions).not.toContain(session);
    const after = await collectFrom(server, { session, now: '2025-12-31T22:50:00Z' });
    expect(after.assembled.market.get('IWM')?.sessions).toContain(session);
    expect(after.assembled.flags.map(({ text }) => text).join()).toContain('ahead of the clock of this run');
  });

  it('is 0.25 % off on the close of IWM: the two sources are named, TNA is not', async () => {
    server.break('yahoo', yahooFaults.wrongClose);
    const collected = await collectFrom(server, evening);
    const flags = collected.assembled.flags.filter(({ text }) => text.includes('disagree'));
    expect(flags).toHaveLength(1);
    expect(flags[0]?.subject).toBe('bars:IWM');
    expect(flags[0]?.text).toMatch(/close of 2025-12-31 by 0\.25 %: yahoo [\d.]+, cboe-chart [\d.]+/);
  });

  it.each([
    ['fails with 500', faults.error500],
    ['turns us away', faults.unauthorised],
    ['asks for patience', faults.patient429],
    ['sends HTML', faults.html],
  ])('%s is said of every series alike, asked or no longer asked', async (_, fault) => {
    server.break('yahoo', fault);
    const { outcomes } = await collectFrom(server, { ...evening, edition: tna });
    const shown = outcomes.flatMap(({ attempts }) =>
      attempts.filter(({ source }) => source === 'yahoo').map(({ why }) => why),
    );
    expect(shown.length).toBeGreaterThan(30);
    expect(new Set(shown).size).toBe(1);
  });

  it('answers 401 is not asked again in the run, and no key is spoken of where it takes none', async () => {
    server.break('yahoo', faults.unauthorised);
    const collected = await collectFrom(server, evening);
    expect(collected.of('bars:IWM').attempts[0]?.why).toMatch(/^it turns us away: answered 401/);
    expect(server.askedOf('yahoo').length).toBeLessThanOrEqual(4);
  });

  it('asks for patience is left alone at once', async () => {
    server.break('yahoo', faults.patient429);
    await collectFrom(server, evening);
    expect(server.askedOf('yahoo').length).toBeLessThanOrEqual(4);
  });
});

describe('a FRED download that', () => {
  const lines: readonly (readonly [string, AnswerFault, RegExp])[] = [
    ['hangs', faults.hangs, /no answer within/],
    ['sends HTML as CSV', faults.htmlAsCsv, /HTML page/],
    ['sends JSON', faults.jsonError, /JSON instead of CSV/],
    ['has another header', csvFaults.changedHeader, /no header that is known/],
    ['holds another series', csvFaults.otherSeries, /asked for DGS2, answered with GNP/],
    ['cuts its gzip short', faults.cutGzip, /cut short/],
    [
      'answers in another unit',
      csvFaults.thousandfold,
      /is outside of 0.05 to 25, where DGS2 \(percent\) always is/,
    ],
  ];

  it.each(lines)(
    '%s: rates come from the Treasury, jobs from the bureau, the target from New York',
    async (_, fault, why) => {
      server.break('fredgraph', fault);
      const collected = await collectFrom(server, {
        ...evening,
        providers: quickProvidersWith(fault, 'fredgraph'),
      });
      expect(answeredBy(collected, 'macro:DGS2')).toBe('treasury');
      expect(answeredBy(collected, 'macro:UNRATE')).toBe('bls');
      expect(answeredBy(collected, 'macro:DFEDTARU')).toBe('nyfed');
      expect(answeredBy(collected, 'macro:VIXCLS')).toBe('cboe-index');
      expect(collected.of('macro:DGS2').payload?.note).toMatch(why);
      const absent = collected.of('macro:BAMLH0A0HYM2');
      expect(absent.payload).toBeNull();
      expect(collected.assembled.flags.find(({ subject }) => subject === 'macro:BAMLH0A0HYM2')?.text).toMatch(
        /not received: fredgraph/,
      );
      const [newest, known] = [collected.assembled.macro.get('DGS2'), server.world.macro.get('DGS2')];
      expect(newest?.values.at(-1)).toBeCloseTo(known?.values.at(-1) ?? 0, 4);
    },
  );

  it('puts a column between: the values are found by name', async () => {
    server.break('fredgraph', csvFaults.insertedColumn);
    const collected = await collectFrom(server, evening);
    expect(answeredBy(collected, 'macro:DGS2')).toBe('fredgraph');
    expect(collected.assembled.macro.get('DGS2')?.values.at(-1)).toBe(
      server.world.macro.get('DGS2')?.values.at(-1),
    );
  });
});

describe('a Cboe that', () => {
  it.each([
    ['puts a column between', csvFaults.insertedColumn, 'cboe-index'],
    ['changes its header', csvFaults.changedHeader, 'yahoo'],
    ['is gone', faults.breaks, 'yahoo'],
  ] as const)('%s', async (_, fault, source) => {
    server.break('cboe', fault);
    const collected = await collectFrom(server, evening);
    expect(answeredBy(collected, 'bars:^VIX')).toBe(source);
    const [vix, known] = [collected.assembled.market.get('^VIX'), server.world.market.get('^VIX')];
    expect(vix?.close?.at(-1)).toBeCloseTo(known?.close?.at(-1) ?? 0, 5);
  });
});
