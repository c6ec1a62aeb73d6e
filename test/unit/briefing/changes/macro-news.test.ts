import { describe, expect, it } from 'vitest';
import { compose } from '../../../../lambda/briefing/compose.ts';
import { addDays } from '../../../../lambda/calendar/civil.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import { panelOf } from '../../../../lambda/market-data/panel-of.ts';
import { plainText } from '../../../../lambda/report/plain-text.ts';
import type { Report } from '../../../../lambda/report/schema.ts';
import { noCalls } from '../../../../lambda/series/calls.ts';
import type { Observations } from '../../../../lambda/series/observations.ts';
import { publicationDay } from '../../../../lambda/series/publication.ts';
import { withFetchVintage } from '../../../../lambda/sources/quality/fetch-vintage.ts';
import { plainSpaces } from '../../../support/hand-made-book.ts';
import { madeUpMarket, sessionsFrom } from '../../../support/made-up-market.ts';

/** Days on which a publisher gave a period out, where the calendar does not have it. */
type Publications = Readonly<Record<string, string>>;

const histories = madeUpMarket(tna, '2022-06-01', 930, 5);

/** The target of late 2025, a row for every day: 4.00 % until the cut of 10 December, 3.75 % from the day after. */
function target(id: string, below: number, last: string): Observations {
  const dates: string[] = [];
  for (let date = '2025-01-01'; date <= last; date = addDays(date, 1)) dates.push(date);
  return { id, dates, values: Float64Array.from(dates, (date) => (date <= '2025-12-10' ? 4 : 3.75) - below) };
}

/** All macro series as a fetch of the evening gets them. */
function fetched(session: string, published: Publications, targetThrough: string): Map<string, Observations> {
  const series = [...histories.macro.values()].map((each): Observations => {
    const spec = tna.macro.find(({ series: name }) => name === each.id)!;
    if (spec.lag.kind === 'announced')
      return target(each.id, each.id.endsWith('L') ? 0.25 : 0, targetThrough);
    const out = (date: string) => published[`${each.id} ${date}`] ?? publicationDay(date, spec).day;
    const length = each.dates.findIndex((date) => out(date) > session);
    const end = length < 0 ? each.dates.length : length;
    return { id: each.id, dates: each.dates.slice(0, end), values: each.values.slice(0, end) };
  });
  return new Map(
    series.map((each) => [
      each.id,
      (each.dates.at(-1) ?? '') > session ? each : withFetchVintage(each, session),
    ]),
  );
}

interface Evening {
  readonly session: string;
  /** The newest day of the target that is at hand; the session's own without it. */
  readonly target?: string;
  /** The evening was not published: the next one has no report of it. */
  readonly unpublished?: true;
}

/** What each published evening of a live run says of macro readings under what changed. */
function news(evenings: readonly Evening[], published: Publications = {}): Record<string, string[]> {
  const said: Record<string, string[]> = {};
  let previous: Report | null = null;
  for (const { session, target: through = session, unpublished } of evenings) {
    if (unpublished) continue;
    const macro = fetched(session, published, through);
    const panel = panelOf(tna, histories.market, macro, []);
    const report = compose(panel, {
      session,
      revision: 1,
      snapshot: session,
      collectedAt: `${session}T23:00:00.000Z`,
      simulated: false,
      incompleteBecause: [],
      provenance: [],
      flags: [],
      previous,
      calls: noCalls,
    });
    for (const [id, { value }] of Object.entries(report.figures))
      if (/\.(knownsince|usualdate)$/.test(id) && value !== null) expect(value <= session, id).toBe(true);
    said[session] = report.changes
      .map(({ sentence }) => plainSpaces(plainText(sentence)))
      .filter((text) => /consumer prices|PCE|target|revised/.test(text))
      .map((text) => text.replace(/, [−+\d].*/, '').replace(/ is \d.*/, ''));
    previous = report;
  }
  return said;
}

const evenings = (first: string, count: number): Evening[] =>
  sessionsFrom(first, count).map((session) => ({ session }));

describe('a macro reading is news on one evening', () => {
  it('of its publication by the table: consumer prices of June 2024', () => {
    expect(news(evenings('2024-07-10', 4))).toEqual({
      '2024-07-10': [],
      '2024-07-11': ['Now known: consumer prices of June'],
      '2024-07-12': [],
      '2024-07-15': [],
    });
  });

  const spending = { 'PCEPI 2024-05-01': '2024-06-28', 'PCEPILFE 2024-05-01': '2024-06-28' };
  const once = ['Now known: PCE prices of May'];

  it('of the fetch that held it before its usual date, and not again on that date', () => {
    expect(news(evenings('2024-06-27', 5), spending)).toEqual({
      '2024-06-27': [],
      '2024-06-28': once,
      '2024-07-01': [],
      '2024-07-02': [],
      '2024-07-03': [],
    });
  });

  it('though the evening after it was not published', () => {
    const run: Evening[] = evenings('2024-06-27', 5).map((evening) =>
      evening.session === '2024-07-01' ? { ...evening, unpublished: true } : evening,
    );
    expect(news(run, spending)).toEqual({
      '2024-06-27': [],
      '2024-06-28': once,
      '2024-07-02': [],
      '2024-07-03': [],
    });
  });
});

describe('a decision on the target is news on one evening', () => {
  const cut = 'The upper end of the Fed funds target';

  it('of the decision, with the next day’s target at hand', () => {
    const run = ['2025-12-09', '2025-12-10', '2025-12-11', '2025-12-12'].map((session) => ({
      session,
      target: session === '2025-12-10' ? '2025-12-11' : session,
    }));
    expect(news(run)).toEqual({ '2025-12-09': [], '2025-12-10': [cut], '2025-12-11': [], '2025-12-12': [] });
  });

  it('of the day after, when it was not at hand before', () => {
    const run = evenings('2025-12-09', 4);
    expect(news(run)).toEqual({ '2025-12-09': [], '2025-12-10': [], '2025-12-11': [cut], '2025-12-12': [] });
  });
});
