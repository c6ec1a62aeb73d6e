import { describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import type { Edition } from '../../../lambda/editions/edition.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { concepts } from '../../../lambda/sources/providers/sec/parse.ts';
import {
  type CollectedSeries,
  type CollectOptions,
  collectFrom,
  keepCollected,
  listedFolder,
} from '../../support/provider/collect.ts';
import { earnedIn, sectors, sharesOfEach, spentIn } from '../../support/provider/disclosures.ts';
import { type AnswerFault, faults } from '../../support/provider/faults.ts';
import { reportOn as reportOf } from '../../support/provider/report-on.ts';
import { serveProviders } from '../../support/provider/served.ts';
import type { ProviderServer } from '../../support/provider/server.ts';

const session = '2025-12-31';
const now = '2026-01-01T01:30:00Z';
const edition: Edition = {
  ...tna,
  symbols: tna.symbols.filter(({ symbol, group }) => tna.required.includes(symbol) || group === 'mega-cap'),
  macro: [],
};

let server: ProviderServer;
serveProviders({ session, now }, (started) => {
  server = started;
});

const collect = (options: Partial<CollectOptions> = {}) =>
  collectFrom(server, { session, now, edition, ...options });

/** The SEC's page for robots without a name; everybody but `first`, a company's number, waits for theirs. */
const turnedAway = (first = ''): AnswerFault => ({
  change: (reply, { path }) => ({
    ...reply,
    status: 403,
    type: 'text/html',
    headers: { 'x-wait': first === '' || path.includes(first) ? '0' : '150' },
    body: '<!DOCTYPE html><title>SEC.gov</title>Your Request Originates from an Undeclared Automated Tool',
  }),
  send(response, { status, type, body, headers }) {
    setTimeout(
      () => response.writeHead(status, { 'content-type': type }).end(body),
      Number(headers?.['x-wait']),
    );
  },
});

const reportOn = (collected: CollectedSeries, on = session): Report => reportOf(collected, on, now);

const blockOf = (report: Report, id: string) =>
  report.sections.flatMap(({ blocks }) => blocks).find((block) => block.id === id);
const filingsIn = ({ strip }: Report) => strip.find(({ label }) => label === 'filings');
const change = (alter: (body: string) => string): AnswerFault => ({
  change: (reply) => ({ ...reply, body: alter(reply.body) }),
});

describe('capital expenditure', () => {
  it('is each company’s newest quarter, and of all together the newest that most have filed', async () => {
    const report = reportOn(await collect());
    const spent = spentIn(2025);
    expect(report.figures['capex.AAPL.q']?.value).toBe(spent);
    // Two years of the played companies lie a fifth apart.
    expect(report.figures['capex.AAPL.yoy']?.value).toBeCloseTo(spent / spentIn(2024) - 1, 12);
    expect(report.figures['capex.NVDA.q']).toMatchObject({ value: spent, asOf: '2025-10-31' });
    expect(report.figures['capex.MEGA7.q']?.value).toBe(7 * spent);
    expect(report.figures['capex.MEGA7.n']?.value).toBe(7);
    // Every quarter of a played year grows alike on the year before.
    expect(report.figures['capex.MEGA7.yoy.change']?.value).toBeCloseTo(0, 12);
    expect(report.figures['capex.MEGA7.quarter']?.value).toBe('2025-07-01');
    expect(blockOf(report, 'capital-expenditure')?.kind).toBe('table');
    expect(filingsIn(report)).toEqual({ label: 'filings', status: 'fresh', text: 'Q3 2025, 7 of 7' });
  });

  it('knows nothing that was filed after the session', async () => {
    // Quarters to September are filed on 9 November by the played companies, Nvidia's to October in December.
    const collected = await collect({ session: '2025-11-20' });
    const report = reportOn(collected, '2025-11-20');
    expect(report.figures['capex.MSFT.q']?.asOf).toBe('2025-09-30');
    expect(report.figures['capex.NVDA.q']?.asOf).toBe('2025-07-31');
    expect(report.figures['capex.MEGA7.n']?.value).toBe(6);
    expect(filingsIn(report)?.text).toBe('Q3 2025, 6 of 7');
    expect(JSON.stringify(blockOf(report, 'capital-expenditure'))).toContain(
      'companies of 7 that have filed',
    );
  });

  it('of a company that is not there is missing and says so; the others count', async () => {
    server.break('sec', {
      change: (reply, { path }) =>
        path.includes('CIK0000320193')
          ? { ...reply, body: reply.body.replace('"cik":320193', '"cik":1') }
          : reply,
    });
    const collected = await collect();
    expect(collected.of('filings:AAPL').attempts[0]?.why).toContain(
      'asked for company 320193, answered with 1',
    );
    const report = reportOn(collected);
    expect(report.figures['capex.AAPL.q']).toMatchObject({
      status: 'missing',
      reason: 'no quarter filed by AAPL',
    });
    expect(report.figures['capex.MEGA7.n']?.value).toBe(6);
  });

  it('without a contact is turned away once, and the report says what to do', async () => {
    server.break('sec', turnedAway());
    const collected = await collect();
    expect(collected.of('filings:AAPL').payload).toBeNull();
    // A request a series at most, those that do not wait for a slot: the other concept is not asked for.
    expect(server.askedOf('sec').length).toBeLessThanOrEqual(4 * 7);
    const report = reportOn(collected);
    expect(filingsIn(report)).toEqual({ label: 'filings', status: 'missing', text: 'missing' });
    const block = blockOf(report, 'capital-expenditure');
    expect(block?.kind === 'absence' ? block.reason : '').toContain('set BRIEFING_CONTACT');
  });
});

describe('price over earnings', () => {
  it('is all shares at the close over four quarters, and the publisher’s own for funds', async () => {
    const { figures } = reportOn(await collect());
    const close = (symbol: string) => Number(figures[`close.${symbol}`]?.value);
    const income = 3 * earnedIn(2025) + earnedIn(2024);
    expect(figures['valuation.AAPL.income']?.value).toBe(income);
    expect(figures['valuation.AAPL.pe']?.value).toBeCloseTo((close('AAPL') * sharesOfEach) / income, 9);
    const all = ['AAPL', 'MSFT', 'NVDA', 'AMZN', 'GOOGL', 'META', 'TSLA'];
    const worth = all.reduce((sum, symbol) => sum + close(symbol) * sharesOfEach, 0);
    const earned = all.reduce((sum, symbol) => sum + Number(figures[`valuation.${symbol}.income`]?.value), 0);
    expect(figures['valuation.MEGA7.pe']?.value).toBeCloseTo(worth / earned, 9);
    expect(figures['valuation.IWM.pe']).toMatchObject({ value: 18.21, asOf: '2025-12-31', status: 'fresh' });
    expect(figures['valuation.IVV.pb']).toMatchObject({ value: 5.02, source: 'ishares' });
  });

  it('of all is missing when one company has none, and names it', async () => {
    server.break('sec', {
      change: (reply, { path }) =>
        path.includes('CIK0000320193') && path.includes('NetIncomeLoss') ? { ...reply, status: 404 } : reply,
    });
    const { figures } = reportOn(await collect());
    expect(figures['valuation.MSFT.pe']?.status).not.toBe('missing');
    expect(figures['valuation.MEGA7.pe']).toMatchObject({
      status: 'missing',
      reason: 'no quarter filed by AAPL',
    });
  });
});

describe('the SEC’s refusal', () => {
  it.each(['AAPL', 'TSLA'])('reads the same when %s is the first to be turned away', async (first) => {
    const cik = tna.filers.find(({ symbol }) => symbol === first)?.cik;
    server.break('sec', turnedAway(String(cik)));
    const { outcomes } = await collect();
    const filings = outcomes.filter(({ key }) => key.startsWith('filings:'));
    expect(filings).toHaveLength(7);
    for (const { key, attempts } of filings)
      expect(
        attempts.map(({ why }) => why),
        key,
      ).toEqual(
        concepts.filings.tags.map(
          () => 'turns away who does not say who asks: set BRIEFING_CONTACT to a name and an e-mail address',
        ),
      );
  });
});

describe('holdings', () => {
  it('give the sectors of the index fund and the exposure of the leveraged one', async () => {
    const report = reportOn(await collect());
    for (const [at, [sector, percent]] of sectors.entries()) {
      const id = `weight.IWM.${sector.replace(' ', '')}`;
      expect(report.figures[id]?.value).toBeCloseTo(percent / 100, 10);
      expect(report.figures[`${id}.rank`]?.value).toBe(at + 1);
    }
    const table = blockOf(report, 'sector-weights');
    expect(table?.kind === 'table' ? table.rows.map(({ label }) => label) : []).toEqual(
      sectors.map(([sector]) => sector),
    );
    expect(report.figures['holdings.TNA.swaps']?.value).toBeCloseTo(2.317, 10);
    expect(report.figures['holdings.TNA.exposure']?.value).toBeCloseTo(2.9995, 10);
    expect(JSON.stringify(blockOf(report, 'holding'))).toContain('in index swaps');
  });

  it.each([
    ['HTML as CSV', faults.htmlAsCsv, /HTML page/],
    ['a list cut short', change((body) => body.slice(0, body.indexOf('"B'))), /add up to|cells under/],
    [
      'another header',
      change((body) => body.replace(/Asset Class|HoldingsPercent/, 'Kind')),
      /no header|no column/,
    ],
    ['a row broken in two', change((body) => body.replace('"NAME OF B3",', '\n')), /below its end/],
    ['a blank line in the table', change((body) => body.replace('"B3"', '\u00a0\n"B3"')), /below its end/],
    ['weights as fractions', change((body) => body.replace(/"(\d+\.\d\d)"/g, '"0.0$1"')), /add up to|is no/],
  ])('that are %s are refused, and the report says why', async (_, fault, why) => {
    server.break('ishares', fault);
    const collected = await collect();
    expect(collected.of('holdings:IWM').payload).toBeNull();
    const block = blockOf(reportOn(collected), 'sector-weights');
    expect(block?.kind).toBe('absence');
    expect(block?.kind === 'absence' ? block.reason : '').toMatch(why);
  });

  it('with a share of no sector are used without it, and it is named', async () => {
    server.break(
      'ishares',
      change((body) => body.replace(/("B3","NAME OF B3"),"[^"]*"/, '$1,"-"')),
    );
    const collected = await collect();
    const [sector = '', percent = 0] = sectors[3] ?? [];
    expect(collected.assembled.disclosures.holdings.get('IWM')?.weights.get(sector)).toBeCloseTo(
      (percent - 0.5) / 100,
      10,
    );
    expect(
      collected.assembled.flags.filter(({ subject }) => subject === 'holdings:IWM').map(({ text }) => text),
    ).toEqual(['NAME OF B3 (0.5 %) has no sector']);
    // Most without a sector is no list of sectors.
    server.break(
      'ishares',
      change((body) => body.replace(/("A\d","NAME OF A\d"),"[^"]*"/g, '$1,"-"')),
    );
    expect((await collect()).of('holdings:IWM').attempts[0]?.why).toMatch(/add up to/);
    // The template of a day without data has no date.
    server.break(
      'ishares',
      change((body) => body.replace(/^(Fund Holdings as of),.*$/m, '$1,"-"')),
    );
    expect((await collect()).of('holdings:IWM').attempts[0]?.why).toMatch(/"-" is no date/);
  });

  it('of another fund, or of two days at once, are refused', async () => {
    server.break(
      'direxion',
      change((body) => body.replace(',TNA,IWM', ',TZA,IWM')),
    );
    expect((await collect()).of('holdings:TNA').attempts[0]?.why).toContain(
      'asked for TNA, answered with TZA',
    );
    server.break(
      'direxion',
      change((body) => body.replace('12/31/2025,TNA,IWM', '12/30/2025,TNA,IWM')),
    );
    expect((await collect()).of('holdings:TNA').attempts[0]?.why).toContain('holdings of 2 days');
    server.break(
      'ishares',
      change((body) => body.replace('iShares Russell 2000 ETF', 'iShares Russell 2000 Growth ETF')),
    );
    expect((await collect()).of('holdings:IWM').attempts[0]?.why).toContain(
      'the list is of "iShares Russell 2000 Growth ETF", not of iShares Russell 2000 ETF',
    );
  });

  it('come from the archive when no provider answers, never from after the session', async () => {
    const archive = new FolderArchive(listedFolder());
    await keepCollected(await collect({ archive }), { session, now, archive, edition });
    server.break('ishares', faults.error500);
    const later = await collect({ archive, session: '2026-01-02', now: '2026-01-03T01:30:00Z' });
    expect(later.of('holdings:IWM')).toMatchObject({ fromArchive: true, last: '2025-12-31' });
    server.mend();
    server.world.now = '2026-01-08T01:30:00Z';
    const early = await collect({ session: '2025-12-30', now: server.world.now });
    const report = reportOn(early, '2025-12-30');
    expect(blockOf(report, 'sector-weights')).toMatchObject({ kind: 'absence' });
    expect(report.figures['weight.IWM.Industrials']).toMatchObject({ value: null, status: 'missing' });
  });
});
