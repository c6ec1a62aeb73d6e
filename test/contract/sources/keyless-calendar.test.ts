import { describe, expect, it } from 'vitest';
import { compose } from '../../../lambda/briefing/compose.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { panelOf } from '../../../lambda/market-data/panel-of.ts';
import type { Table } from '../../../lambda/report/schema.ts';
import {
  type CollectedSeries,
  type CollectOptions,
  collectFrom,
  goodKeys,
  quickProvidersWith,
} from '../../support/provider/collect.ts';
import { faults } from '../../support/provider/faults.ts';
import { serveProviders } from '../../support/provider/served.ts';
import type { ProviderServer } from '../../support/provider/server.ts';
import { headerOf } from '../../support/sentences.ts';

const evening: CollectOptions = { session: '2026-11-25', now: '2026-11-26T01:30:00Z' };

let server: ProviderServer;
serveProviders({ session: '2026-12-31', now: '2027-01-01T01:30:00Z', length: 800 }, (started) => {
  server = started;
});

/** The page's calendar: its rows, and what it says is not in it. */
function pageOf({ assembled }: CollectedSeries, session: string) {
  const { events, provenance, flags } = assembled;
  const panel = panelOf(tna, new Map(), new Map(), provenance, undefined, events);
  const report = compose(panel, { ...headerOf(session), provenance, flags });
  const section = report.sections.find(({ id }) => id === 'calendar')!;
  const table = section.blocks.find((block): block is Table => block.kind === 'table');
  let day = '';
  const rows = (table?.rows ?? []).map(({ label, cells }) => {
    day = label || day;
    return [day, ...cells.slice(0, 3).map((cell) => ('text' in cell ? cell.text : ''))].join(' | ');
  });
  return {
    rows,
    next: report.figures['macro.fomc.next']?.value,
    gaps: section.blocks.flatMap((block) => (block.kind === 'absence' ? block.reason : [])).join(' '),
  };
}
const releasesOf = (rows: readonly string[]) => rows.filter((row) => !/NYSE|Nasdaq/.test(row));

describe('a keyless evening of 25 November 2026', () => {
  it('has what the publishers’ calendars have, and their hours in New York', async () => {
    const { rows, gaps } = pageOf(await collectFrom(server, evening), evening.session);
    expect(releasesOf(rows)).toEqual([
      'Tue Dec 1 | 10:00 | Job openings | BLS, published',
      'Thu Dec 3 | 08:30 | Jobless claims | Department of Labor, usual day',
      'Fri Dec 4 | 08:30 | Employment situation | BLS, published',
      'Wed Dec 9 | 14:00 | FOMC decision | Federal Reserve, published',
      'Wed Dec 9 | 14:30 | FOMC press conference | Federal Reserve, published',
      'Thu Dec 10 | 08:30 | Consumer price index | BLS, published',
      'Thu Dec 10 | 08:30 | Jobless claims | Department of Labor, usual day',
    ]);
    expect(gaps).toBe('Dates of regional surveys and consumer sentiment are not in the data of this run.');
    const [asked] = server.askedOf('blsdates');
    expect(asked?.headers['user-agent']).toBe('smallcap-briefing/1 (test test@example.org)');
    expect(server.askedOf('bea')[0]?.headers['user-agent']).toBe('smallcap-briefing/1');
  });

  it('has the kept dates where the BLS answers 403, and says so', async () => {
    server.break('blsdates', {
      change: () => ({ status: 403, type: 'text/html', body: '<html>Access Denied' }),
    });
    const { rows, gaps } = pageOf(await collectFrom(server, evening), evening.session);
    expect(rows).toContain('Fri Dec 4 | 08:30 | Employment situation | BLS, scheduled as of Sep 24, 2026');
    expect(rows).toContain('Thu Dec 10 | 08:30 | Consumer price index | BLS, scheduled as of Sep 24, 2026');
    expect(rows.join()).not.toContain('Job openings');
    expect(gaps).toContain('Calendar of the BLS: not received: bls-calendar: answered 403.');
    expect(gaps).toContain('Dates “scheduled as of” a day are those kept in the program.');
  });

  it.each([
    [
      'cut off',
      { change: (reply: { body: string }) => ({ ...reply, body: reply.body.slice(0, 900) }) },
      /cut off/,
    ],
    ['an HTML page', faults.html, /HTML page/],
    ['empty', faults.empty, /empty/],
    ['never there', faults.hangs, /no answer within/],
  ] as const)('has the kept dates where every calendar is %s', async (_, fault, why) => {
    for (const name of ['blsdates', 'bea', 'board'] as const) server.break(name, fault as never);
    const limits = quickProvidersWith(fault as never, 'blsdates', 'bea', 'board');
    const collected = await collectFrom(server, { ...evening, providers: limits });
    const { rows, gaps } = pageOf(collected, evening.session);
    expect(rows).toContain('Fri Dec 4 | 08:30 | Employment situation | BLS, scheduled as of Sep 24, 2026');
    expect(rows).toContain('Wed Dec 9 | 14:00 | FOMC decision | Federal Reserve, scheduled');
    expect(rows).toContain(
      'Wed Dec 9 | 14:30 | FOMC press conference | Federal Reserve, scheduled as of Sep 26, 2026',
    );
    for (const of of ['BLS', 'BEA', 'Federal Reserve']) expect(gaps).toContain(`Calendar of the ${of}: `);
    expect(gaps).toMatch(why);
  });

  it('follows the BLS where it moved a date, and lists it once', async () => {
    server.break('blsdates', {
      change: (reply) => ({ ...reply, body: reply.body.replace('20261210T083000', '20261208T083000') }),
    });
    const { rows } = pageOf(await collectFrom(server, evening), evening.session);
    expect(rows.filter((row) => row.includes('Consumer price'))).toEqual([
      'Tue Dec 8 | 08:30 | Consumer price index | BLS, published',
    ]);
  });

  it('names the same day as the calendar for the next decision where the Board moved it', async () => {
    server.break('board', {
      change: (reply) => ({
        ...reply,
        body: reply.body.replace(
          /("title":\s*"FOMC Meeting"[^}]*"month":\s*"2026-12",\s*"days":\s*)"9"/,
          '$1"10"',
        ),
      }),
    });
    const { rows, next } = pageOf(await collectFrom(server, evening), evening.session);
    expect(rows.filter((row) => row.includes('FOMC decision'))).toEqual([
      'Thu Dec 10 | 14:00 | FOMC decision | Federal Reserve, published',
    ]);
    expect(next).toBe('2026-12-10');
  });

  it('has the publisher’s dates before FRED’s with a key', async () => {
    const { rows } = pageOf(await collectFrom(server, { ...evening, keys: goodKeys }), evening.session);
    // The played FRED lists jobs on the first Friday as well.
    expect(rows.filter((row) => /Employment|claims/.test(row))).toEqual([
      'Thu Dec 3 | 08:30 | Jobless claims | FRED, published',
      'Fri Dec 4 | 08:30 | Employment situation | BLS, published',
      'Thu Dec 10 | 08:30 | Jobless claims | FRED, published',
    ]);
  });
});

it('has the minutes three weeks after the decision on 21 December', async () => {
  const late = { session: '2026-12-21', now: '2026-12-22T01:30:00Z' };
  const { rows, gaps } = pageOf(await collectFrom(server, late), late.session);
  expect(rows).toContain('Wed Dec 30 | 14:00 | FOMC minutes | Federal Reserve, published');
  expect(rows).toContain(
    'Wed Dec 23 | 08:30 | Gross domestic product; Personal income and outlays | BEA, published',
  );
  expect(rows).toContain(
    'Thu Dec 24 | 08:30 | Jobless claims | Department of Labor, usual day, uncertain in a week with a holiday',
  );
  expect(gaps).toContain('BLS, BEA and Census Bureau dates after Wed Dec 30, 2026 are not known yet.');
});

it('says on 30 December that the calendars end, and puts no date in their place', async () => {
  const last = { session: '2026-12-30', now: '2026-12-31T01:30:00Z' };
  const { rows, gaps } = pageOf(await collectFrom(server, last), last.session);
  expect(gaps).toContain('BLS, BEA and Census Bureau dates after Wed Dec 30, 2026 are not known yet.');
  expect(gaps).toMatch(/Calendar of the BLS: [^.]*tells of no day after Dec 30, 2026\./);
  expect(rows.join()).not.toMatch(/Employment|Consumer price|Gross|Personal/);
});

it('a session before the kept dates asks no publisher, and its snapshot has none of them', async () => {
  const old = { session: '2025-12-31', now: '2026-01-01T01:30:00Z' };
  const { assembled } = await collectFrom(server, old);
  expect(['blsdates', 'bea', 'board'].flatMap((name) => server.askedOf(name as 'bea'))).toEqual([]);
  expect(assembled.provenance.map(({ key }) => key)).not.toContain('events:schedule');
});
