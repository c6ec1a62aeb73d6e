import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import { beforeAll, expect, it } from 'vitest';
import { publishedSource } from '../../lambda/briefing/published.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { shortfalls } from '../../lambda/quality/gate.ts';
import { type Assembled, assemble } from '../../lambda/sources/assemble.ts';
import { folderSource } from '../../lambda/sources/files/folder.ts';
import type { HashedPayload } from '../../lambda/sources/source.ts';
import { describeShared, sharedDir } from '../support/shared.ts';

const session = '2025-12-31';

describeShared('a folder of real data', () => {
  const folder = join(sharedDir, 'data');
  let payloads: HashedPayload[];
  let assembled: Assembled;

  beforeAll(async () => {
    const collected = await folderSource(folder).collect({
      edition: tna,
      session,
      through: session,
      now: '2026-01-01T02:00:00Z',
    });
    payloads = collected.map((payload) => ({ ...payload, raw: payload.origin }));
    assembled = assemble({ edition: tna, session }, payloads);
  });

  it('is read to the last digit, as an independent CSV reader does', () => {
    const names = { Open: 'open', High: 'high', Low: 'low', Close: 'close', AdjClose: 'adjusted' } as const;
    for (const symbol of ['IWM', 'TNA', 'TZA', 'AAPL']) {
      const bars = assembled.market.get(symbol)!;
      const rows = csvParse(readFileSync(join(folder, `market/${symbol}.csv`), 'utf8'));
      expect(bars.sessions).toEqual(rows.map((row) => row.Date));
      for (const [name, column] of Object.entries(names) as [string, (typeof names)[keyof typeof names]][]) {
        const expected = rows.columns.includes(name) ? rows.map((row) => Number(row[name])) : null;
        expect(bars[column] === null ? null : [...bars[column]], `${symbol} ${name}`).toEqual(expected);
      }
    }
    const rates = assembled.macro.get('DGS10')!;
    const rows = csvParse(readFileSync(join(folder, 'macro/DGS10.csv'), 'utf8'));
    expect(rates.dates).toEqual(rows.map((row) => row.observation_date));
    expect([...rates.values]).toEqual(rows.map((row) => Number(row.DGS10)));
  });

  it('has everything that a briefing of its last session requires', () => {
    expect(shortfalls(tna, session, assembled)).toEqual([]);
    const status = new Map(assembled.provenance.map((entry) => [entry.key, entry.status]));
    for (const symbol of tna.required) expect(status.get(`bars:${symbol}`), symbol).toBe('fresh');
    expect(status.get('macro:DGS2')).toBe('fresh');
  });

  it('names its stand-in and its price-only histories', () => {
    const note = (key: string) => publishedSource(assembled.provenance.find((entry) => entry.key === key)!);
    expect(note('bars:GOOG')).toMatchObject({
      status: 'proxy',
      note: 'GOOG stands in for GOOGL; price only: no adjusted close',
    });
    expect(note('bars:AAPL')).toMatchObject({ status: 'fresh', note: 'price only: no adjusted close' });
    expect(note('bars:^RUT')?.note).toBeUndefined();
  });

  it('raises no flag on a fund, and names the holidays on which the VIX was computed', () => {
    const flags = assembled.flags.filter(({ code }) => code !== 'not-used');
    expect([...new Set(flags.map(({ subject }) => subject))]).toEqual(['bars:^VIX']);
    expect(flags[0]?.text).toBe(
      '2025-11-27 and 27 times before: a row on a day without a session was left out',
    );
  });

  it('names the files of series that the edition does not have', () => {
    const unused = assembled.flags.filter(({ code }) => code === 'not-used');
    expect(unused).toContainEqual({
      subject: 'market/BIL.csv',
      code: 'not-used',
      text: 'not in the edition',
    });
    expect(unused).toContainEqual({ subject: 'macro/DFF.csv', code: 'not-used', text: 'not in the edition' });
    expect(unused.every(({ text }) => text === 'not in the edition')).toBe(true);
  });

  it('says of an earlier session only what was there', () => {
    const early = assemble({ edition: tna, session: '2013-04-02' }, payloads);
    const status = new Map(early.provenance.map((entry) => [entry.key, entry.status]));
    expect(status.get('bars:IWM')).toBe('fresh');
    expect(status.get('bars:AAPL')).toBe('missing');
    expect(early.flags.every(({ text }) => !/20(1[4-9]|2\d)-/.test(text))).toBe(true);
  });
});
