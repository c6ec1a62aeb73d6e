import { describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import type { Edition } from '../../../lambda/editions/edition.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { plainText } from '../../../lambda/report/plain-text.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import {
  type CollectedSeries,
  type CollectOptions,
  collectFrom,
  keepCollected,
  listedFolder,
} from '../../support/provider/collect.ts';
import { reportOn as reportOf } from '../../support/provider/report-on.ts';
import { serveProviders } from '../../support/provider/served.ts';
import type { ProviderServer } from '../../support/provider/server.ts';

const session = '2025-12-31';
const now = '2025-12-31T22:45:00Z';
const edition: Edition = {
  ...tna,
  symbols: tna.symbols.filter(({ symbol }) => [...tna.required, '^RVX'].includes(symbol)),
  macro: [],
  filers: [],
  holdings: [],
};
let server: ProviderServer;
serveProviders({ session, now }, (started) => {
  server = started;
});

const collect = (options: Partial<CollectOptions> = {}) =>
  collectFrom(server, { session, now, edition, ...options });

/** Changes the played quote of IWM and no other answer. */
const quoting = (alter: (data: Record<string, unknown>) => Record<string, unknown>) =>
  server.break('cboe', {
    change: (reply, { path }) => {
      if (!path.includes('/quotes/IWM')) return reply;
      const answer = JSON.parse(reply.body);
      return { ...reply, body: JSON.stringify({ ...answer, data: alter(answer.data) }) };
    },
  });

const reportOn = (collected: CollectedSeries): Report => reportOf(collected, session, now);

function noteOfRanges(report: Report): string {
  const table = report.sections.flatMap(({ blocks }) => blocks).find((block) => block.id === 'levels.ranges');
  return table?.kind === 'table' ? (table.notes ?? []).map(plainText).join(' ') : '';
}

describe('the volatility that IWM’s options imply', () => {
  it('is shown with the expected move, which does not use it', async () => {
    const with185 = reportOn(await collect());
    // Cboe writes 18.5 percent a year.
    expect(with185.figures['iv30.IWM']).toMatchObject({ value: 0.185, asOf: session, source: 'cboe-quote' });
    expect(with185.figures['iv30.IWM.1d']?.value).toBeCloseTo(0.185 / Math.sqrt(252), 12);
    expect(noteOfRanges(with185)).toContain('For comparison only');
    expect(noteOfRanges(with185)).toContain('18.5');
    quoting((data) => ({ ...data, iv30: 60 }));
    const with60 = reportOn(await collect());
    expect(with60.figures['iv30.IWM']?.value).toBe(0.6);
    expect(with60.figures['expected.IWM.1d']).toEqual(with185.figures['expected.IWM.1d']);
  });

  it.each([
    ['of a session under way', { last_trade_time: `${session}T15:45:00` }, /before the close/],
    ['of another symbol', { symbol: 'IWMX' }, /asked for IWM, answered with IWMX/],
    ['without such a figure', { iv30: null }, /no implied volatility/],
    ['of nothing', { iv30: 0 }, /no implied volatility/],
    ['of more than could be', { iv30: 1850 }, /no implied volatility/],
  ])('of a quote %s is refused, and the page is without it', async (_, change, why) => {
    quoting((data) => ({ ...data, ...change }));
    const collected = await collect();
    expect(collected.of('options:IWM').attempts[0]?.why).toMatch(why);
    const report = reportOn(collected);
    expect(report.figures['iv30.IWM']).toBeUndefined();
    expect(noteOfRanges(report)).not.toContain('For comparison');
    expect(report.figures['expected.IWM.1d']?.status).toBe('fresh');
  });

  it('of another session is not shown', async () => {
    quoting((data) => ({ ...data, last_trade_time: '2025-12-30T16:00:00' }));
    const collected = await collect();
    expect(collected.of('options:IWM').attempts[0]?.why).toBe('the quote is of 2025-12-30');
    expect(reportOn(collected).figures['iv30.IWM']).toBeUndefined();
  });

  it('is taken from the evening’s own quote by a run of the next morning', async () => {
    const archive = new FolderArchive(listedFolder());
    await keepCollected(await collect({ archive }), { session, now, archive, edition });
    const morning = '2026-01-02T13:30:00Z';
    server.world.now = morning;
    quoting((data) => ({ ...data, iv30: 44, last_trade_time: '2026-01-02T08:15:00' }));
    const collected = await collect({ archive, now: morning });
    expect(reportOn(collected).figures['iv30.IWM']?.value).toBe(0.185);
  });
});
