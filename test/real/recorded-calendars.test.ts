import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { byRule } from '../../lambda/calendar/by-rule.ts';
import { fomcMeetings } from '../../lambda/calendar/fomc.ts';
import { packBundle } from '../../lambda/sources/parsing/bundle.ts';
import type { ParsedEvents } from '../../lambda/sources/parsing/events.ts';
import { parseBeaCalendar } from '../../lambda/sources/providers/bea-calendar/parse.ts';
import { parseBlsCalendar } from '../../lambda/sources/providers/bls-calendar/parse.ts';
import { parseBoardCalendar } from '../../lambda/sources/providers/board-calendar/parse.ts';
import { parseFinnhub } from '../../lambda/sources/providers/finnhub/parse.ts';
import { parseFredReleases } from '../../lambda/sources/providers/fred-releases/parse.ts';
import { parseNasdaq } from '../../lambda/sources/providers/nasdaq/parse.ts';
import { describeShared, sharedDir } from '../support/shared.ts';

const part = (label: string, text: string) => ({
  label,
  origin: 'http://provider/',
  fetchedAt: '2026-01-01T01:30:00Z',
  text,
});

describeShared('recorded calendars', () => {
  const recorded = (name: string): string =>
    readFileSync(join(sharedDir, 'data/provider-recordings', name), 'utf8');

  it('Nasdaq: 22 companies on the day before Independence Day, one before the open', () => {
    const bytes = packBundle([part('2024-07-03', recorded('nasdaq/calendar_earnings_2024-07-03.json'))]);
    const { events, through } = parseNasdaq(bytes);
    expect(events).toHaveLength(22);
    expect(through).toBe('2024-07-03');
    expect(events.filter(({ when }) => when === 'before the open').map(({ name }) => name)).toEqual(['STZ']);
    const wrong = packBundle([part('2024-07-05', recorded('nasdaq/calendar_earnings_2024-07-03.json'))]);
    expect(() => parseNasdaq(wrong)).toThrow(/asked for 2024-07-05, answered with Wed, Jul 3, 2024/);
  });

  it('Finnhub: Apple after the close of 29 July 2026', () => {
    const text = recorded('finnhub/calendar-earnings-aapl.json');
    const { events } = parseFinnhub(packBundle([part('AAPL 2026-07-20 2026-08-01', text)]));
    expect(events).toEqual([
      {
        date: '2026-07-29',
        when: 'after the close',
        kind: 'earnings',
        name: 'AAPL',
        standing: 'estimated',
        source: 'Finnhub',
        major: true,
      },
    ]);
    expect(() => parseFinnhub(packBundle([part('MSFT 2026-07-20 2026-08-01', text)]))).toThrow(
      /asked for MSFT, answered with AAPL/,
    );
    expect(() => parseFinnhub(packBundle([part('AAPL 2026-07-20 2026-07-28', text)]))).toThrow(
      /answered with 2026-07-29/,
    );
  });

  it('FRED: the refusal without a key', () => {
    const refused = packBundle([part('page 1', recorded('fred/error_400_no_api_key.json'))]);
    expect(() => parseFredReleases(refused)).toThrow(/api_key is not set/);
  });

  const bytesOf = (name: string): Uint8Array =>
    readFileSync(join(sharedDir, 'data/provider-recordings/schedules', name));
  const wordsOf = ({ events }: ParsedEvents) =>
    events.map(({ date, when, name }) => `${date} ${when} ${name}`);

  it('BLS: five entries of October 2026, four of them releases known here', () => {
    const parsed = parseBlsCalendar(bytesOf('bls_ics_excerpt_2026-09-26.ics'));
    expect(wordsOf(parsed)).toEqual([
      '2026-10-02 08:30 Employment situation',
      '2026-10-14 08:30 Consumer price index',
      '2026-10-15 08:30 Producer price index',
      '2026-10-30 08:30 Employment cost index',
    ]);
    expect(parsed.through).toBe('2026-10-30');
  });

  it('BEA: half past eight in New York, in winter and in summer', () => {
    expect(wordsOf(parseBeaCalendar(bytesOf('bea_ics_excerpt_2026-09-26.ics')))).toEqual([
      '2025-01-30 08:30 Gross domestic product',
      '2026-09-30 08:30 Gross domestic product',
      '2026-11-25 08:30 Gross domestic product',
      '2026-11-25 08:30 Personal income and outlays',
    ]);
  });

  it('the Board: meetings, press conferences and minutes, as in the tables kept here', () => {
    const parsed = parseBoardCalendar(bytesOf('fed_calendar_excerpt_2026-09-26.json'));
    expect(wordsOf(parsed)).toEqual([
      '2026-10-07 14:00 FOMC minutes',
      '2026-10-14 14:00 Beige Book',
      '2026-10-28 14:00 FOMC decision',
      '2026-10-28 14:30 FOMC press conference',
      '2026-12-09 14:00 FOMC decision',
      '2026-12-09 14:30 FOMC press conference',
    ]);
    const decisions = parsed.events.filter(({ kind }) => kind === 'decision').map(({ date }) => date);
    expect(decisions).toEqual(fomcMeetings('2026-10-01', '2026-12-31'));
    const minutes = byRule('2026-10-01', '2026-10-31').filter(({ name }) => name === 'FOMC minutes');
    expect(minutes.map(({ date }) => date)).toEqual(['2026-10-07']);
  });
});
