import { describe, expect, it } from 'vitest';
import { inputErrorOf, readMacro } from '../../../support/folder-files.ts';

const dates = ['2025-08-01', '2025-09-01', '2025-11-01'];
const values = [4.3, 4.4, 4.5];

describe('a macro file', () => {
  it.each([
    [
      'ALFRED, the name with its vintage',
      'observation_date,UNRATE_20260925\n2025-08-01,4.3\n2025-09-01,4.4\n2025-11-01,4.5\n',
    ],
    [
      'ALFRED, two vintages: the newest counts',
      'observation_date,UNRATE_20260925,UNRATE_20251217\n2025-08-01,4.3,4.2\n2025-09-01,4.4,4.4\n2025-11-01,4.5,4.6\n',
    ],
    ['fredapi', ',0\n2025-08-01,4.3\n2025-09-01,4.4\n2025-11-01,4.5\n'],
    ['pandas without a name of its index', ',UNRATE\n2025-08-01,4.3\n2025-09-01,4.4\n2025-11-01,4.5\n'],
    [
      'rows of FRED’s API',
      'realtime_start,realtime_end,date,value\n2026-09-25,2026-09-25,2025-08-01,4.3\n2026-09-25,2026-09-25,2025-09-01,4.4\n2026-09-25,2026-09-25,2025-11-01,4.5\n',
    ],
    [
      'the same in another order',
      'date,realtime_start,realtime_end,value\n2025-08-01,2026-09-25,2026-09-25,4.3\n2025-09-01,2026-09-25,2026-09-25,4.4\n2025-11-01,2026-09-25,2026-09-25,4.5\n',
    ],
    [
      'every vintage, of which the current counts',
      'realtime_start,realtime_end,date,value\n2025-09-05,2025-10-02,2025-08-01,4.2\n2025-10-03,9999-12-31,2025-08-01,4.3\n2025-11-20,9999-12-31,2025-09-01,4.4\n2025-12-16,9999-12-31,2025-11-01,4.5\n',
    ],
    [
      'fredr',
      'date,series_id,value,realtime_start,realtime_end\n2025-08-01,UNRATE,4.3,2026-09-25,2026-09-25\n2025-09-01,UNRATE,4.4,2026-09-25,2026-09-25\n2025-11-01,UNRATE,4.5,2026-09-25,2026-09-25\n',
    ],
    ['ends of months', 'date,value\n2025-08-31,4.3\n2025-09-30,4.4\n2025-11-30,4.5\n'],
    ['last business days of months', 'date,value\n2025-08-29,4.3\n2025-09-30,4.4\n2025-11-28,4.5\n'],
    ['dates as Excel saves them', 'observation_date,UNRATE\n8/1/2025,4.3\n9/1/2025,4.4\n11/1/2025,4.5\n'],
    ['the same in Britain', 'observation_date,UNRATE\n01/08/2025,4.3\n01/09/2025,4.4\n01/11/2025,4.5\n'],
    ['months', 'Month,UNRATE\n2025-08,4.3\n2025-09,4.4\n2025-11,4.5\n'],
    [
      'a remark at its end',
      'observation_date,UNRATE\n2025-08-01,4.3\n2025-09-01,4.4\n2025-11-01,4.5\nSource: BLS\n',
    ],
    [
      'a remark with commas at its end',
      'observation_date,UNRATE\n2025-08-01,4.3\n2025-09-01,4.4\n2025-11-01,4.5\n"Source: BLS",\n',
    ],
    [
      'the Bureau of Labor Statistics, a row a month',
      'Series ID,Year,Period,Label,Value\nLNS14000000,2025,M08,2025 Aug,4.3\nLNS14000000,2025,M09,2025 Sep,4.4\nLNS14000000,2025,M11,2025 Nov,4.5\nLNS14000000,2025,M13,2025 Annual,4.4\n',
    ],
    ['decimal commas', 'observation_date;UNRATE\n01.08.2025;4,3\n01.09.2025;4,4\n01.11.2025;4,5\n'],
  ])('of %s is read', (_, text) => {
    const { observations } = readMacro(text);
    expect(observations.dates).toEqual(dates);
    expect([...observations.values]).toEqual(values);
  });

  it('of the Bureau of Labor Statistics, a row a year, is read', () => {
    const text =
      'Year,Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec\n2024,3.7,3.9,3.9,3.9,4.0,4.1,4.2,4.2,4.1,4.1,4.2,4.1\n2025,4.0,4.2,4.2,4.2,4.3,4.1,4.3,4.3,4.4,-,4.5,\n';
    const { observations } = readMacro(text);
    expect(observations.dates).toHaveLength(24);
    expect(observations.dates.at(-2)).toBe('2025-11-01');
    expect([...observations.values].slice(-4)).toEqual([4.4, Number.NaN, 4.5, Number.NaN]);
  });

  it('in thousands, set apart by commas, is read', () => {
    const text = 'observation_date,PAYEMS\n2025-08-01,"159,511"\n2025-09-01,"159,540"\n';
    expect([...readMacro(text, 'PAYEMS').observations.values]).toEqual([159_511, 159_540]);
  });

  it('of quarters by their end or their name is read', () => {
    for (const stamps of [
      ['2025-03-31', '2025-06-30'],
      ['2025Q1', '2025Q2'],
      ['2025-01-01', '2025-04-01'],
    ]) {
      const text = `date,value\n${stamps[0]},23526\n${stamps[1]},23703\n`;
      expect(readMacro(text, 'GDPC1').observations.dates).toEqual(['2025-01-01', '2025-04-01']);
    }
  });

  it('of several series gives the one that is asked for', () => {
    const text = 'observation_date,DGS2,DGS10\n2025-12-30,3.45,4.12\n2025-12-31,3.47,4.18\n';
    expect([...readMacro(text, 'DGS10').observations.values]).toEqual([4.12, 4.18]);
  });

  it('without a value, however that is written, has none there', () => {
    for (const none of ['', '.', 'NaN', 'NA', 'null', 'ND', '#N/A'])
      expect([
        ...readMacro(`DATE,DGS2\n2025-12-24,3.5\n2025-12-25,${none}\n`, 'DGS2').observations.values,
      ]).toEqual([3.5, Number.NaN]);
  });

  it.each([
    [
      'fredr',
      'date,series_id,value\n2025-08-01,CPIAUCSL,322.1\n',
      "row 2, field series_id: holds CPIAUCSL, and the file is UNRATE's",
    ],
    [
      'the Bureau',
      'Series ID,Year,Period,Label,Value\nCES0000000001,2025,M08,2025 Aug,159511\n',
      'row 2, field Series ID: holds CES0000000001, and UNRATE is LNS14000000',
    ],
    ['FRED', 'observation_date,PAYEMS\n2025-08-01,159511\n', 'row 1: holds PAYEMS, not UNRATE'],
  ])('of %s that holds another series is refused', (_, text, message) => {
    expect(inputErrorOf(() => readMacro(text)).message).toBe(`macro/UNRATE.csv, ${message}`);
  });
});
