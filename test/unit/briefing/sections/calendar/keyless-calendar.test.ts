import { describe, expect, it } from 'vitest';
import { compose } from '../../../../../lambda/briefing/compose.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { panelOf } from '../../../../../lambda/market-data/panel-of.ts';
import type { Table } from '../../../../../lambda/report/schema.ts';
import { assemble } from '../../../../../lambda/sources/assemble.ts';
import { keptSchedule } from '../../../../../lambda/sources/schedule/kept.ts';
import { headerOf } from '../../../../support/sentences.ts';

/** The calendar of a session's evening on which no calendar could be collected. */
function calendarOf(session: string) {
  const kept = keptSchedule({ session, through: session, now: `${session}T23:00:00Z` });
  const payloads = kept === null ? [] : [{ ...kept, raw: '' }];
  const { events, provenance, flags } = assemble({ edition: tna, session }, payloads);
  const panel = panelOf(tna, new Map(), new Map(), provenance, undefined, events);
  const report = compose(panel, { ...headerOf(session), provenance, flags });
  const section = report.sections.find(({ id }) => id === 'calendar')!;
  const table = section.blocks.find((block): block is Table => block.kind === 'table');
  const lines = (table?.rows ?? []).map(({ label, cells }) =>
    [label, ...cells.slice(0, 3).map((cell) => ('text' in cell ? cell.text : ''))].join(' | '),
  );
  const gaps = section.blocks.flatMap((block) => (block.kind === 'absence' ? block.reason : [])).join(' ');
  const key = report.front.keys.find(({ figure }) => figure === 'event.next.date');
  return { lines, gaps, next: [key?.label, report.figures['event.next.name']?.value], section };
}

describe('a calendar of kept dates alone', () => {
  it('of 25 November 2026 has jobs, prices, and the decision with its press conference', () => {
    const { lines, next } = calendarOf('2026-11-25');
    expect(lines).toEqual([
      'Thu Nov 26 | all day | Closed: Thanksgiving Day | NYSE, scheduled',
      'Fri Nov 27 | 13:00 | Early close, the day after Thanksgiving | NYSE, scheduled',
      'Thu Dec 3 | 08:30 | Jobless claims | Department of Labor, usual day',
      'Fri Dec 4 | 08:30 | Employment situation | BLS, scheduled as of Sep 24, 2026',
      'Wed Dec 9 | 14:00 | FOMC decision | Federal Reserve, scheduled',
      ' | 14:30 | FOMC press conference | Federal Reserve, scheduled as of Sep 26, 2026',
      'Thu Dec 10 | 08:30 | Consumer price index | BLS, scheduled as of Sep 24, 2026',
      ' | 08:30 | Jobless claims | Department of Labor, usual day',
    ]);
    // A closed or short day is no event, and the claims are not waited for.
    expect(next).toEqual(['Next event', 'Employment situation, 08:30']);
  });

  it('names jobs as the next event when they are', () => {
    expect(calendarOf('2026-11-30').next).toEqual(['Next event', 'Employment situation, 08:30']);
  });

  it('has the minutes of 30 December three weeks after the decision', () => {
    expect(calendarOf('2026-12-21').lines.join('\n')).toContain(
      'FOMC minutes | Federal Reserve, scheduled as of Sep 26, 2026',
    );
  });

  it('says what is not in it, and where the known dates end', () => {
    expect(calendarOf('2026-11-25').gaps).not.toContain('not known yet');
    const { gaps, section, next, lines } = calendarOf('2026-12-30');
    expect(gaps).toContain('BLS, BEA and Census Bureau dates after Wed Dec 30, 2026 are not known yet.');
    expect(section.status).toBe('stale');
    expect(next[0]).toBe('Next known event');
    // No date of jobs or prices is counted out for January.
    expect(lines.join()).not.toMatch(/Employment|Consumer price/);
    expect(lines.join()).toContain('Jobless claims | Department of Labor, usual day, uncertain');
  });

  it('is not there for sessions before its dates were read', () => {
    expect(calendarOf('2026-09-23').gaps).toContain(
      'Release dates of jobs and consumer prices are not in the data of this run. Earnings dates are not in the data of this run.',
    );
  });

  it('of a backfill gives each session what was known by then', () => {
    const kept = keptSchedule({ session: '2026-09-21', through: '2026-10-05', now: '2026-10-06T01:00:00Z' });
    const namesOn = (session: string) => [
      ...new Set(assemble({ edition: tna, session }, [{ ...kept!, raw: '' }]).events.map(({ name }) => name)),
    ];
    expect(namesOn('2026-09-23')).toEqual([]);
    expect(namesOn('2026-09-25')).toContain('Employment situation');
    expect(namesOn('2026-09-25')).not.toContain('Producer price index');
    expect(namesOn('2026-09-28')).toContain('Producer price index');
  });
});
