import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { readPayloads, readSnapshot } from '../../../lambda/archive/snapshots.ts';
import type { Edition } from '../../../lambda/editions/edition.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { assemble } from '../../../lambda/sources/assemble.ts';
import { packBundle } from '../../../lambda/sources/parsing/bundle.ts';
import { parseFredReleases } from '../../../lambda/sources/providers/fred-releases/parse.ts';
import {
  type CollectedSeries,
  type CollectOptions,
  collectFrom,
  smallEdition as few,
  goodKeys,
  keepCollected,
  listedFolder,
  quickProvidersWith,
} from '../../support/provider/collect.ts';
import { type AnswerFault, faults } from '../../support/provider/faults.ts';
import { serveProviders } from '../../support/provider/served.ts';
import type { ProviderServer } from '../../support/provider/server.ts';
import { sourceNote } from '../../support/published.ts';

const alphabet = tna.symbols.filter(({ symbol }) => symbol === 'GOOGL');
/** With Alphabet among its symbols, which reports for two of its shares. */
const small: Edition = { ...few, symbols: [...few.symbols, ...alphabet] };
const session = '2025-12-31';
const evening: CollectOptions = { session, now: '2026-01-01T01:30:00Z', edition: small };
const keyed: CollectOptions = { ...evening, keys: goodKeys };

let server: ProviderServer;
serveProviders({ session, now: evening.now, length: 800 }, (started) => {
  server = started;
});

const wordsOf = ({ assembled }: CollectedSeries) =>
  assembled.events.map(({ date, when, name, source, standing }) => [date, when, name, source, standing]);
const part = (label: string, text: string) => ({
  label,
  origin: 'http://provider/',
  fetchedAt: evening.now,
  text,
});
const askedFor = (path: string) => server.requests.filter(({ url }) => new URL(url).pathname === path);

describe('with every provider up', () => {
  it('gives the large companies’ earnings without a key, each day asked for once', async () => {
    const collected = await collectFrom(server, evening);
    expect(wordsOf(collected)).toEqual([
      ['2026-01-08', 'after the close', 'AAPL', 'Nasdaq', 'estimated'],
      ['2026-01-13', 'before the open', 'GOOG', 'Nasdaq', 'estimated'],
      ['2026-01-13', 'before the open', 'GOOGL', 'Nasdaq', 'estimated'],
    ]);
    const asked = askedFor('/api/calendar/earnings').map(({ url }) => new URL(url).searchParams.get('date'));
    expect(asked.toSorted()).toEqual([
      ...['2026-01-02', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08'],
      ...['2026-01-09', '2026-01-12', '2026-01-13', '2026-01-14', '2026-01-15'],
    ]);
    const [first] = askedFor('/api/calendar/earnings');
    expect(first?.headers['user-agent']).toMatch(/Chrome/);
    // A key that is not set is a wish, and nothing that went wrong.
    expect(collected.of('events:releases').payload).toBeNull();
    expect(collected.assembled.flags).toEqual([]);
  });

  it('gives releases with their hours and earnings from Finnhub with keys', async () => {
    const collected = await collectFrom(server, keyed);
    expect(wordsOf(collected).filter(([date]) => (date ?? '') <= '2026-01-13')).toEqual([
      // FRED lists jobless claims on New Year's Day, too.
      ['2026-01-02', '08:30', 'Employment situation', 'FRED', 'published'],
      ['2026-01-08', '08:30', 'Jobless claims', 'FRED', 'published'],
      ['2026-01-08', 'after the close', 'AAPL', 'Finnhub', 'estimated'],
      ['2026-01-13', '08:30', 'Consumer price index', 'FRED', 'published'],
      ['2026-01-13', 'before the open', 'GOOGL', 'Finnhub', 'estimated'],
    ]);
    expect(askedFor('/api/calendar/earnings')).toEqual([]);
    const origins = collected.assembled.provenance.map(({ origin }) => origin).join();
    expect(origins).not.toMatch(/0123456789/);
  });
});

describe('a provider of earnings that', () => {
  const lines: readonly (readonly [string, AnswerFault, RegExp])[] = [
    ['sends HTML with 200', faults.html, /HTML page/],
    ['sends an error as JSON', faults.jsonError, /not the expected shape/],
    ['answers nothing', faults.empty, /empty/],
    ['hangs', faults.hangs, /no answer within/],
    ['does not accept the key', faults.unauthorised, /answered 401/],
    [
      'has no rows at all',
      { change: (reply) => ({ ...reply, body: '{"data":null,"status":{"rCode":400}}' }) },
      /./,
    ],
  ];

  it.each(lines)('%s: Nasdaq replaces Finnhub, and the report says why', async (_, fault, why) => {
    server.break('finnhub', fault);
    const collected = await collectFrom(server, {
      ...keyed,
      providers: quickProvidersWith(fault, 'finnhub'),
    });
    expect(collected.of('events:earnings').payload?.source).toBe('nasdaq');
    const entry = collected.assembled.provenance.find(({ key }) => key === 'events:earnings');
    expect(sourceNote(entry)).toMatch(why);
    expect(collected.assembled.events.filter(({ source }) => source === 'Nasdaq')).toHaveLength(3);
  });

  it.each(lines)(
    '%s, without a replacement: no date is made up, and the report says why',
    async (_, fault, why) => {
      server.break('nasdaq', fault);
      const collected = await collectFrom(server, {
        ...evening,
        providers: quickProvidersWith(fault, 'nasdaq'),
      });
      expect(collected.assembled.events).toEqual([]);
      const flag = collected.assembled.flags.find(({ subject }) => subject === 'events:earnings');
      expect(flag?.text).toMatch(why);
    },
  );

  it('answers with another day is not believed', async () => {
    server.break('nasdaq', {
      change: (reply) => ({ ...reply, body: reply.body.replace(/Jan 8, 2026/, 'Jan 7, 2026') }),
    });
    const collected = await collectFrom(server, evening);
    expect(collected.assembled.events).toEqual([]);
    expect(collected.assembled.flags.map(({ text }) => text).join()).toContain('asked for 2026-01-08');
  });
});

describe('a FRED whose calendar', () => {
  it.each([
    ['is an HTML page', faults.html, /HTML page/],
    ['is an error', faults.jsonError, /not the expected shape/],
    ['hangs', faults.hangs, /no answer within|given up|not answer/],
    [
      'is of other releases',
      { change: (r) => ({ ...r, body: r.body.replaceAll(/"release_id":\d+/g, '"release_id":999') }) },
      /none of the regular/,
    ],
  ] as const satisfies readonly (readonly [string, AnswerFault, RegExp])[])(
    '%s gives no release',
    async (_, fault, why) => {
      server.break('fred', fault);
      const collected = await collectFrom(server, { ...keyed, providers: quickProvidersWith(fault, 'fred') });
      expect(collected.assembled.events.filter(({ kind }) => kind === 'release')).toEqual([]);
      const flag = collected.assembled.flags.find(({ subject }) => subject === 'events:releases');
      expect(flag?.text).toMatch(why);
    },
  );

  it('calls a number by another name loses that release, and says so', async () => {
    server.break('fred', {
      change: (reply) => ({ ...reply, body: reply.body.replaceAll('Employment Situation', 'Beige Book') }),
    });
    const collected = await collectFrom(server, keyed);
    const names = new Set(collected.assembled.events.map(({ name }) => name));
    expect(names).toContain('Consumer price index');
    expect(names).not.toContain('Employment situation');
    expect(collected.assembled.flags).toContainEqual({
      subject: 'events:releases',
      code: 'parser',
      text: 'release 50 is called "Beige Book", not employment situation: left out',
    });
  });
});

describe('the archive behind the calendars', () => {
  it('is asked first by a second run of the day, and by one without a network', async () => {
    const archive = new FolderArchive(listedFolder());
    const options = { ...keyed, archive };
    const first = await collectFrom(server, options);
    await keepCollected(first, options);
    server.requests.length = 0;
    const again = await collectFrom(server, { ...options, now: '2026-01-01T04:00:00Z' });
    expect(wordsOf(again)).toEqual(wordsOf(first));
    expect(askedFor('/api/v1/calendar/earnings')).toEqual([]);
    expect(askedFor('/fred/releases/dates')).toEqual([]);
    const offline = await collectFrom(server, { ...options, offline: true });
    expect(wordsOf(offline)).toEqual(wordsOf(first));
  });

  it('gives an old session what was archived on its evening, without a request', async () => {
    const archive = new FolderArchive(listedFolder());
    const options = { ...keyed, archive };
    const late = { ...options, now: '2026-01-05T22:00:00Z' };
    const nothing = await collectFrom(server, late);
    expect(nothing.assembled.events).toEqual([]);
    expect(nothing.assembled.flags.map(({ subject, text }) => `${subject} ${text}`).join()).toMatch(
      /events:releases not received: fred-releases: was not asked: what stood in it on the evening of 2025-12-31/,
    );
    expect(askedFor('/fred/releases/dates')).toEqual([]);
    const then = await collectFrom(server, options);
    await keepCollected(then, options);
    expect(wordsOf(await collectFrom(server, late))).toEqual(wordsOf(then));
  });

  it('holds every answer as received, and the snapshot is rebuilt from its bytes alone', async () => {
    const archive = new FolderArchive(listedFolder());
    const options = { ...keyed, archive };
    const first = await collectFrom(server, options);
    await keepCollected(first, options);
    const [key] = (await archive.list(`snapshots/${session}/`)).filter((name) => name.endsWith('.json'));
    const document = await readSnapshot(archive, session, key?.split('/')[2] ?? '');
    expect(document).not.toBeNull();
    const payloads = await readPayloads(archive, document!);
    const rebuilt = assemble({ edition: small, session }, payloads);
    expect(rebuilt.events).toEqual(first.assembled.events);
    expect(rebuilt.provenance).toEqual(
      first.assembled.provenance.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    );
    // A session of the week after may not use what this evening could not know, nor an earlier one what it did.
    expect(assemble({ edition: small, session: '2025-12-29' }, payloads).events).toEqual([]);
    const receipts = await archive.list('receipts/2025-12-31/finnhub/');
    expect(receipts).toHaveLength(7);
    const { raw } = JSON.parse(Buffer.from((await archive.get(receipts[0]!))!).toString());
    const stored = await archive.get(`snapshots/raw/${raw.slice(0, 2)}/${raw}.gz`);
    expect(JSON.parse(gunzipSync(stored!).toString())).toHaveProperty('earningsCalendar');
  });
});

describe('pages of FRED’s calendar', () => {
  const page = (offset: number, count: number, dates: readonly string[]) =>
    part(
      `page ${offset}`,
      JSON.stringify({
        count,
        offset,
        release_dates: dates.map((date) => ({ release_id: 10, release_name: 'Consumer Price Index', date })),
      }),
    );

  it('follow one another, without events on the last day of a truncated list', () => {
    const whole = packBundle([page(0, 3, ['2026-01-13', '2026-02-11']), page(2, 3, ['2026-03-11'])]);
    expect(parseFredReleases(whole).through).toBe('2026-03-11');
    const cut = packBundle([page(0, 3, ['2026-01-13', '2026-02-11'])]);
    expect(parseFredReleases(cut).through).toBe('2026-02-10');
  });

  it('list no release on a federal holiday, on which publishers move', () => {
    const { events, complaints } = parseFredReleases(packBundle([page(0, 2, ['2026-11-25', '2026-11-26'])]));
    expect(events.map(({ date }) => date)).toEqual(['2026-11-25']);
    expect(complaints).toEqual(['consumer price index on 2026-11-26, a federal holiday: left out']);
  });

  it('that do not are refused', () => {
    expect(() =>
      parseFredReleases(packBundle([page(0, 4, ['2026-01-13']), page(2, 4, ['2026-03-11'])])),
    ).toThrow(/starts at row 2 where 1 was due/);
    expect(() =>
      parseFredReleases(packBundle([page(0, 2, ['2026-02-11']), page(1, 2, ['2026-01-13'])])),
    ).toThrow(/do not follow/);
  });
});
