import { describe, expect, it } from 'vitest';
import { compose } from '../../../../../lambda/briefing/compose.ts';
import type { EventKind, ScheduledEvent, When } from '../../../../../lambda/calendar/events.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { panelOf } from '../../../../../lambda/market-data/panel-of.ts';
import { plainText } from '../../../../../lambda/report/plain-text.ts';
import type { Report, Section, Table } from '../../../../../lambda/report/schema.ts';
import type { Provenance } from '../../../../../lambda/series/snapshot.ts';
import { headerOf } from '../../../../support/sentences.ts';

const event = (date: string, when: When, kind: EventKind, name: string, source: string): ScheduledEvent => ({
  date,
  when,
  kind,
  name,
  standing: kind === 'earnings' ? 'estimated' : 'published',
  source,
  major: kind === 'earnings' || name === 'Consumer price index',
});

const entry = (key: string, more: Partial<Provenance> = {}): Provenance => ({
  key,
  source: 'test',
  origin: 'test',
  raw: '',
  fetchedAt: '',
  rows: 1,
  first: '',
  last: '',
  status: 'fresh',
  notes: [],
  ...more,
});
const both = [entry('events:earnings'), entry('events:releases')];

function reported(session: string, events: readonly ScheduledEvent[], provenance: readonly Provenance[]) {
  const panel = panelOf(tna, new Map(), new Map(), provenance, undefined, events);
  return compose(panel, { ...headerOf(session), provenance });
}

const sectionOf = ({ sections }: Report): Section => sections.find(({ id }) => id === 'calendar')!;

/** The table of what is ahead, a line a row: date, hour, event, source. */
function linesOf(report: Report): string[] {
  const table = sectionOf(report).blocks.find((block): block is Table => block.kind === 'table');
  return (table?.rows ?? []).map(({ label, cells }) =>
    [label, ...cells.slice(0, 3).map((cell) => ('text' in cell ? cell.text : ''))].join(' | '),
  );
}

const gapsOf = (report: Report): string =>
  sectionOf(report)
    .blocks.flatMap((block) => (block.kind === 'absence' ? block.reason : []))
    .join(' ');

const nextOf = ({ figures, front }: Report) => {
  const key = front.keys.find(({ figure }) => figure === 'event.next.date');
  return [key?.label, figures['event.next.date']?.value, figures['event.next.name']?.value];
};

describe('what is ahead', () => {
  it('is by day and hour, one row an hour and source, companies by name and once', () => {
    const report = reported(
      '2026-01-22',
      [
        event('2026-01-22', 'after the close', 'earnings', 'TSLA', 'Nasdaq'),
        event('2026-01-28', 'after the close', 'earnings', 'META', 'Nasdaq'),
        event('2026-01-28', 'after the close', 'earnings', 'MSFT', 'Nasdaq'),
        event('2026-02-03', 'before the open', 'earnings', 'GOOG', 'Nasdaq'),
        event('2026-02-03', 'before the open', 'earnings', 'GOOGL', 'Nasdaq'),
        event('2026-01-29', '08:30', 'release', 'Jobless claims', 'FRED'),
        event('2026-01-29', '08:30', 'release', 'Gross domestic product', 'FRED'),
        event('2026-02-06', '08:30', 'release', 'Jobless claims', 'FRED'),
      ],
      both,
    );
    expect(linesOf(report)).toEqual([
      'Wed Jan 28 | 14:00 | FOMC decision | Federal Reserve, scheduled',
      ' | after the close | Earnings: Meta; Microsoft | Nasdaq, estimated',
      'Thu Jan 29 | 08:30 | Gross domestic product; Jobless claims | FRED, published',
      'Tue Feb 3 | before the open | Earnings: Alphabet | Nasdaq, estimated',
    ]);
    expect(gapsOf(report)).toBe('');
    expect(nextOf(report)).toEqual(['Next event', '2026-01-28', 'FOMC decision, 14:00']);
  });

  it('holds a release on a day without a session, as on Good Friday', () => {
    const report = reported(
      '2026-03-31',
      [event('2026-04-03', '08:30', 'release', 'Employment situation', 'FRED')],
      both,
    );
    expect(linesOf(report)).toEqual([
      'Fri Apr 3 | all day | Closed: Good Friday | NYSE, scheduled',
      ' | 08:30 | Employment situation | FRED, published',
    ]);
  });

  it('names the reconstitution of the Russell indices, which comes before the holiday', () => {
    const report = reported('2026-06-22', [], []);
    expect(nextOf(report).slice(1)).toEqual(['2026-06-26', 'Russell reconstitution, at the close']);
    expect(plainText(sectionOf(report).lead!)).toMatch(
      /^Next of note.*: Russell reconstitution, at the close, on Fri Jun 26, 2026\.$/,
    );
    expect(linesOf(report)[0]).toBe(
      'Fri Jun 26 | at the close | Russell reconstitution | FTSE Russell, scheduled',
    );
    expect(nextOf(reported('2026-11-12', [], [])).slice(1)).toEqual([
      '2026-11-13',
      'Russell reconstitution, at the close',
    ]);
  });

  it('names the nearest of what markets wait for on the front page', () => {
    const cpi = event('2026-01-13', '08:30', 'release', 'Consumer price index', 'FRED');
    const claims = event('2026-01-08', '08:30', 'release', 'Jobless claims', 'FRED');
    const apple = event('2026-01-13', 'after the close', 'earnings', 'AAPL', 'Nasdaq');
    expect(nextOf(reported('2026-01-07', [claims, cpi, apple], both))).toEqual([
      'Next event',
      '2026-01-13',
      'Consumer price index, 08:30',
    ]);
    expect(nextOf(reported('2026-01-07', [claims, apple], both))[2]).toBe('Apple earnings, after the close');
    expect(nextOf(reported('2026-01-07', [], []))).toEqual([
      'Next known event',
      '2026-01-28',
      'FOMC decision, 14:00',
    ]);
  });

  it('says what is missing and why, and never a date in its place', () => {
    expect(gapsOf(reported('2026-01-07', [], []))).toBe(
      'Release dates of jobs and consumer prices are not in the data of this run. Earnings dates are not in the data of this run.',
    );
    const late = entry('events:releases', {
      status: 'missing',
      notes: [{ code: 'collected-later', day: '2026-02-01' }],
    });
    expect(gapsOf(reported('2026-01-07', [], [late, entry('events:earnings')]))).toBe(
      'Release dates: collected on Feb 1, 2026, when more was known than on the session.',
    );
    expect(gapsOf(reported('2009-01-07', [], both))).toMatch(
      /^FOMC dates: the schedule kept here does not cover/,
    );
  });

  it('is as stale as the calendar that it came from', () => {
    const old = entry('events:releases', {
      status: 'stale',
      notes: [{ code: 'collected-before', day: '2026-01-05' }],
    });
    const report = reported('2026-01-15', [], [old, entry('events:earnings')]);
    expect(sectionOf(report).status).toBe('stale');
    const table = sectionOf(report).blocks.find((block) => block.kind === 'table');
    expect(table?.notes.map(plainText)).toContain('Release dates: as it stood on Jan 5, 2026.');
  });
});
