import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { InputError } from '../../lambda/errors.ts';
import { packBundle } from '../../lambda/sources/parsing/bundle.ts';
import { parseBls } from '../../lambda/sources/providers/bls/parse.ts';
import { parseFred } from '../../lambda/sources/providers/fred/parse.ts';
import { parseFredgraph } from '../../lambda/sources/providers/fredgraph/parse.ts';
import { parseMassive } from '../../lambda/sources/providers/massive/parse.ts';
import { parseTiingo } from '../../lambda/sources/providers/tiingo/parse.ts';
import { parseTreasury } from '../../lambda/sources/providers/treasury/parse.ts';
import { parseYahoo } from '../../lambda/sources/providers/yahoo/parse.ts';
import { describeShared, sharedDir } from '../support/shared.ts';

const recorded = (name: string): Buffer => readFileSync(join(sharedDir, 'data/provider-recordings', name));

/** Recordings of some projects wrap the body in the request and the head of the response. */
const unwrapped = (name: string): Buffer =>
  Buffer.from(JSON.stringify(JSON.parse(recorded(name).toString()).response.bodyJson));

const today = '2026-11-22T12:00:00Z';
const about = (series: string, fetchedAt = today) => ({ series, fetchedAt });

describeShared('recorded answers', () => {
  it('Treasury: real yields, and a year of which nothing is published yet', () => {
    const part = (label: string, name: string) => ({
      label,
      origin: 'https://home.treasury.gov/',
      fetchedAt: today,
      text: recorded(`treasury/${name}`).toString(),
    });
    const real = part('2026 real', 'daily_real_yield_curve_2026_excerpt.csv');
    const empty = part('2027 real', 'year_not_published_yet_empty_200.csv');
    for (const parts of [[real], [empty, real]]) {
      const { dates, values } = parseTreasury(packBundle(parts), about('DFII10')).observations;
      expect([dates, [...values]]).toEqual([
        ['2026-06-09', '2026-06-10'],
        [2.2, 2.21],
      ]);
    }
    expect(() => parseTreasury(packBundle([empty]), about('DFII10'))).toThrow(/is empty/);
    // It has no par yields: those of the same days are not made of real ones.
    expect(() => parseTreasury(packBundle([real]), about('DGS10'))).toThrow(/is empty/);
    expect(() => parseTreasury(packBundle([real]), about('T5YIE'))).toThrow(/is empty/);
  });

  it('Yahoo: a split is without a jump, and an intraday dividend day is a session', () => {
    const nvda = parseYahoo(
      unwrapped('yahoo/historical-via-chart-NVDA-split-2021-02-01-to-2022-01-31.csv.json'),
      about('NVDA'),
    );
    expect(nvda.bars.sessions).toHaveLength(252);
    expect(nvda.bars.sessions[0]).toBe('2021-02-01');
    expect(nvda.bars.sessions).toContain('2021-07-20');
    expect(nvda.bars.close?.[0]).toBe(13.237000465393066);
    expect(nvda.bars.adjusted?.[0]).toBe(13.2034912109375);
    expect(nvda.basis).toBe('adjusted');
    expect(nvda.complaints).toEqual([]);
    expect(nvda.irregularities).toEqual([]);
  });

  it('Yahoo: a year of dividends agrees with its adjusted closes', () => {
    const name = 'yahoo/historical-via-chart-MSFT-dividends-2021-02-01-to-2022-01-31.csv.json';
    const msft = parseYahoo(unwrapped(name), about('MSFT'));
    expect(msft.bars.adjusted).toHaveLength(msft.bars.sessions.length);
    expect(msft.irregularities).toEqual([]);
  });

  it('Yahoo: daylight saving ends within the history and no session moves', () => {
    const aapl = parseYahoo(unwrapped('yahoo/chart-AAPL-2020-08-31-to-2020-11-07.json'), about('AAPL'));
    expect(aapl.bars.sessions).toHaveLength(49);
    expect(aapl.bars.sessions.slice(-5)).toEqual([
      '2020-11-02',
      '2020-11-03',
      '2020-11-04',
      '2020-11-05',
      '2020-11-06',
    ]);
  });

  it('Yahoo: prices in other money, other symbols and answers without times are refused', () => {
    const rupees = recorded('yahoo/pricehist_inrx-with-null.json');
    expect(() => parseYahoo(rupees, about('INR=X'))).toThrow(/INR, not in USD/);
    expect(() => parseYahoo(rupees, about('IWM'))).toThrow(/asked for IWM, answered with INR=X/);
    for (const name of [
      'chart-notimestamp-quotes-length.fake.json',
      'chart-notimestamp-weird-quote.fake.json',
    ])
      expect(() => parseYahoo(unwrapped(`yahoo/${name}`), about('AAPL'))).toThrow(InputError);
  });

  it('Yahoo: five days of Tesla in the week that it rose by a fifth', () => {
    const tesla = parseYahoo(recorded('yahoo/pricehist_tsla-recent.json'), about('TSLA'));
    expect(tesla.bars.sessions).toEqual([
      '2021-01-04',
      '2021-01-05',
      '2021-01-06',
      '2021-01-07',
      '2021-01-08',
    ]);
    expect(tesla.bars.close?.[4]).toBe(293.3399963378906);
    expect(tesla.finality).toBe('final');
  });

  it('Tiingo: the body of its client library', () => {
    const text = recorded('tiingo/ticker_price_with_date.yaml').toString();
    const body = /string: '(\[.*\])'/.exec(text)?.[1] ?? '';
    const { bars } = parseTiingo(Buffer.from(body), about('GOOGL'));
    expect(bars.sessions).toEqual(['2015-01-02', '2015-01-05']);
    expect([...(bars.close ?? [])]).toEqual([529.55, 519.46]);
  });

  it('Massive: two days of Apple, on both sides of the change to daylight saving time', () => {
    const name = 'massive/v2__aggs__ticker__AAPL__range__1__day__2005-04-01__2005-04-04.json';
    const { bars, basis } = parseMassive(recorded(name), about('AAPL'));
    expect(bars.sessions).toEqual(['2005-04-01', '2005-04-04']);
    expect([...(bars.close ?? [])]).toEqual([1.4604, 1.4675]);
    expect(basis).toBe('price only');
    expect(() => parseMassive(recorded(name), about('MSFT'))).toThrow(/answered with AAPL/);
  });

  it('FRED: the refusal without a key, and the download with a holiday in it', () => {
    expect(() => parseFred(recorded('fred/error_400_no_api_key.json'), about('DGS2'))).toThrow(
      /api_key is not set/,
    );
    const download = recorded('fred/fredgraph_OVXCLS_20261005.csv');
    const { observations } = parseFredgraph(download, about('OVXCLS'));
    expect(observations.dates).toContain('2026-09-07');
    expect(observations.values[observations.dates.indexOf('2026-09-07')]).toBeNaN();
    expect(observations.values.at(-1)).toBe(51.69);
    expect(() => parseFredgraph(download, about('VIXCLS'))).toThrow(/answered with OVXCLS/);
  });

  it('FRED: of two downloads in one second the later counts, however its time is written', () => {
    const part = (fetchedAt: string, text: string) => ({ label: fetchedAt, origin: '', fetchedAt, text });
    const bundle = packBundle([
      part('2025-12-31T22:00:00.500Z', 'observation_date,DGS2\n2025-12-30,3.5'),
      part('2025-12-31T22:00:00Z', 'observation_date,DGS2\n2025-12-30,3.4'),
    ]);
    expect([...parseFredgraph(bundle, about('DGS2')).observations.values]).toEqual([3.5]);
  });

  it('BLS: October 2025 was never published, and stays without a value', () => {
    const { observations } = parseBls(recorded('bls/waterline_levels_2018_2026.json'), about('CPILFESL'));
    const at = (date: string) => observations.values[observations.dates.indexOf(date)];
    expect(at('2025-10-01')).toBeNaN();
    expect(at('2025-09-01')).toBe(330.418);
    expect(observations.dates.at(-1)).toBe('2026-05-01');
    expect(observations.dates[0]).toBe('2018-01-01');
  });
});
