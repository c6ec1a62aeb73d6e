import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packBundle } from '../../lambda/sources/parsing/bundle.ts';
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
});
