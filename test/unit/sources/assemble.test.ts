import { describe, expect, it } from 'vitest';
import { publishedSource } from '../../../lambda/briefing/published.ts';
import type { Edition } from '../../../lambda/editions/edition.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { assemble } from '../../../lambda/sources/assemble.ts';
import { ParseCache } from '../../../lambda/sources/parse-cache.ts';
import type { HashedPayload } from '../../../lambda/sources/source.ts';

const session = '2025-12-31';
const header = 'Date,Open,High,Low,Close,Adj Close,Volume\n';

let written = 0;
function payload(key: string, text: string, source = 'folder'): HashedPayload {
  written += 1;
  const [kind, series] = key.split(':');
  return {
    key,
    source,
    origin: `${kind === 'bars' ? 'market' : 'macro'}/${series}.csv`,
    fetchedAt: '2026-01-01T00:00:00Z',
    bytes: new TextEncoder().encode(text),
    raw: `hash ${written}`,
  };
}

const row = (date: string, close: number, volume = 100) =>
  `${date},${close},${close + 1},${close - 1},${close + 0.5},${close + 0.4},${volume}\n`;

const assembled = (payloads: HashedPayload[], edition: Edition = tna) =>
  assemble({ edition, session }, payloads);
const only = (payloads: HashedPayload[]) => publishedSource(assembled(payloads).provenance[0]!);

describe('the trust in a series', () => {
  it('is full when it has the bar of the session', () => {
    const text = header + row('2025-12-30', 10) + row('2025-12-31', 11);
    expect(only([payload('bars:IWM', text)])).toMatchObject({
      key: 'bars:IWM',
      source: 'folder',
      origin: 'market/IWM.csv',
      rows: 2,
      first: '2025-12-30',
      last: '2025-12-31',
      status: 'fresh',
    });
  });

  it('is lost by a session: yesterday is not today', () => {
    const text = header + row('2025-12-26', 10) + row('2025-12-29', 11);
    expect(only([payload('bars:IWM', text)])).toMatchObject({
      status: 'stale',
      note: 'newest bar is of 2025-12-29, 2 sessions before',
    });
  });

  it('does not come from a later bar', () => {
    const text = header + row('2025-12-30', 10) + row('2026-01-02', 11);
    expect(only([payload('bars:IWM', text)])).toMatchObject({
      status: 'missing',
      note: 'has no bar of the session',
    });
    const later = header + row('2026-01-02', 11);
    expect(only([payload('bars:IWM', later)])).toMatchObject({
      status: 'missing',
      note: 'begins 2026-01-02',
    });
  });

  it('is that of a proxy only while the symbol itself is absent', () => {
    const text = `Date,Close\n2025-12-30,10\n2025-12-31,11\n`;
    const alone = assembled([payload('bars:GOOG', text)]);
    expect(publishedSource(alone.provenance[0]!)).toMatchObject({
      key: 'bars:GOOG',
      status: 'proxy',
      note: 'GOOG stands in for GOOGL; price only: no adjusted close',
    });
    expect([...alone.market.keys()]).toEqual(['GOOG']);
    const both = assembled([payload('bars:GOOG', text), payload('bars:GOOGL', text)]);
    expect(both.provenance.map(({ status }) => status)).toEqual(['fresh', 'fresh']);
  });

  it('in a macro series ends when its next release is due', () => {
    const months = (last: string) => payload('macro:UNRATE', `DATE,UNRATE\n2025-08-01,4.3\n${last},4.4\n`);
    expect(only([months('2025-11-01')]).status).toBe('fresh');
    expect(only([months('2025-09-01')])).toMatchObject({
      status: 'stale',
      note: 'newest value known by the session is of September 2025',
    });
    // December is not known on the last day of December, however early it is in the file.
    expect(only([months('2025-12-01')])).toMatchObject({
      status: 'stale',
      note: 'newest value known by the session is of August 2025',
    });
    expect(only([payload('macro:UNRATE', 'DATE,UNRATE\n2025-12-01,4.4\n')])).toMatchObject({
      status: 'missing',
      note: 'has no value known by the session',
    });
  });
});

describe('what looks wrong is named and left as it is', () => {
  const flags = (text: string, key = 'bars:IWM') => assembled([payload(key, text)]).flags;

  it('a bar that comes again, which is left out', () => {
    const bar = '10,11,9,10.5,10.5,100';
    const text = `${header}2025-12-29,9,11,9,10,10,50\n2025-12-30,${bar}\n2025-12-31,${bar}\n`;
    expect(flags(text)).toEqual([
      {
        subject: 'bars:IWM',
        code: 'copied-bar',
        text: '2025-12-31: the bar repeats an earlier one and is left out',
        sessions: ['2025-12-31'],
      },
    ]);
    expect(
      assembled([payload('bars:IWM', text)])
        .market.get('IWM')
        ?.sessions.at(-1),
    ).toBe('2025-12-30');
  });

  it('a session on which nothing was traded', () => {
    const text = header + row('2025-12-29', 10, 0) + row('2025-12-30', 11) + row('2025-12-31', 12, 0);
    expect(flags(text)).toEqual([
      {
        subject: 'bars:IWM',
        code: 'no-volume',
        text: '2025-12-31 and 1 time before: nothing was traded (volume zero)',
      },
    ]);
  });

  it('an open or a close outside its own bar, but not by rounding', () => {
    const text = (open: string) => `${header}2025-12-30,10,11,9,10,10,5\n2025-12-31,${open},11,9,10,10,6\n`;
    expect(flags(text('11.0010'))).toEqual([]);
    expect(flags(text('11.0012'))).toEqual([
      {
        subject: 'bars:IWM',
        code: 'outside-range',
        text: '2025-12-31: the open or the close is outside the range from low to high',
      },
    ]);
  });

  it('sessions that are missing, but not holidays; of a required series as a recent hole', () => {
    const text =
      header +
      row('2025-12-23', 10) +
      row('2025-12-24', 11) +
      row('2025-12-26', 12) +
      row('2025-12-30', 13) +
      row('2025-12-31', 12);
    expect(flags(text)).toEqual([
      { subject: 'bars:IWM', code: 'recent-hole', text: 'no bar of 2025-12-29', sessions: ['2025-12-29'] },
    ]);
    expect(flags(text, 'bars:IJR')).toEqual([
      { subject: 'bars:IJR', code: 'after-hole', text: '2025-12-30: sessions are missing just before' },
    ]);
  });

  it('only up to the session', () => {
    const text = header + row('2025-12-30', 10) + row('2025-12-31', 11) + row('2026-01-05', 12, 0);
    expect(flags(text)).toEqual([]);
  });
});

describe('a payload that cannot be used', () => {
  const required: [string, HashedPayload[], string][] = [
    [
      'comes twice',
      [
        payload('bars:IWM', header + row('2025-12-31', 10)),
        { ...payload('bars:IWM', 'x'), origin: 'elsewhere' },
      ],
      'market/IWM.csv: holds bars:IWM, and elsewhere holds it as well',
    ],
    [
      'has an unknown source',
      [payload('bars:IWM', 'x', 'rumour')],
      'market/IWM.csv: no parser for the source rumour',
    ],
    ['is an HTML page', [payload('bars:IWM', '<html>')], 'market/IWM.csv: is an HTML page, not CSV'],
  ];
  it.each(required)('and is required is refused when it %s', (_, payloads, message) => {
    expect(() => assembled(payloads)).toThrow(message);
  });

  it.each([
    [
      'comes twice',
      [
        payload('bars:KRE', header + row('2025-12-31', 10)),
        { ...payload('bars:KRE', 'x'), origin: 'elsewhere' },
      ],
      'market/KRE.csv: holds bars:KRE, and elsewhere holds it as well',
    ],
    ['has an unknown key', [payload('news:IWM', 'x')], 'news:IWM is not the key of a series'],
    [
      'is a monthly series stamped otherwise',
      [payload('macro:UNRATE', 'DATE,UNRATE\n2025-11-15,4.4\n')],
      'macro/UNRATE.csv, field UNRATE: 2025-11-15 is not the first day of a period, and UNRATE is monthly',
    ],
    [
      'is a quarterly series stamped otherwise',
      [payload('macro:GDPC1', 'DATE,GDPC1\n2025-08-01,23000\n')],
      'macro/GDPC1.csv, field GDPC1: 2025-08-01 is not the first day of a period, and GDPC1 is quarterly',
    ],
    ['is empty', [payload('bars:TLT', '')], 'market/TLT.csv: is empty'],
    [
      'has a blank price',
      [payload('bars:TLT', `${header}2025-12-30,10,11,9,,10,5\n${row('2025-12-31', 10)}`)],
      'market/TLT.csv, row 2, field Close: the price is missing',
    ],
    [
      'is an HTML page',
      [payload('macro:UMCSENT', '<!doctype html><p>Sorry')],
      'macro/UMCSENT.csv: is an HTML page, not CSV',
    ],
    [
      'has a split that no column explains',
      [payload('bars:TZA', header + row('2025-12-30', 10) + row('2025-12-31', 95))],
      'market/TZA.csv, row 3, field Close: 2025-12-31 rises to 9.10 times the one before, as by a 1-for-10 split, and no split explains it',
    ],
  ])('and is optional is left out and named when it %s', (_, payloads, message) => {
    const { market, macro, flags, provenance } = assembled(payloads);
    expect([...market.keys(), ...macro.keys()]).toEqual([]);
    expect(flags[0]).toEqual({
      subject: payloads[0]!.key,
      code: 'left-out',
      text: expect.stringContaining(`not used: ${message}`),
    });
    expect(publishedSource(provenance[0]!)).toMatchObject({
      key: payloads[0]!.key,
      status: 'missing',
      rows: 0,
      note: expect.stringContaining(`not used: ${message}`),
    });
  });

  it('takes nothing with it', () => {
    const iwm = payload('bars:IWM', header + row('2025-12-30', 10) + row('2025-12-31', 11));
    const { market, provenance } = assembled([payload('bars:TLT', ''), iwm]);
    expect([...market.keys()]).toEqual(['IWM']);
    expect(provenance.map(({ key, status }) => [key, status])).toEqual([
      ['bars:TLT', 'missing'],
      ['bars:IWM', 'fresh'],
    ]);
  });
});

describe('the cache', () => {
  it('parses the same bytes once, and the same bytes of another series again', () => {
    const cache = new ParseCache();
    const text = header + row('2025-12-30', 10) + row('2025-12-31', 11);
    const iwm = payload('bars:IWM', text);
    const first = assemble({ edition: tna, session }, [iwm], cache).market.get('IWM');
    const again = assemble({ edition: tna, session: '2025-12-30' }, [iwm], cache);
    expect(again.market.get('IWM')).toBe(first);
    expect(again.provenance[0]?.status).toBe('fresh');
    const spy = assemble({ edition: tna, session }, [{ ...iwm, key: 'bars:SPY' }], cache).market.get('SPY');
    expect(spy?.symbol).toBe('SPY');
  });
});
