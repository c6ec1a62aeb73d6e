import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../lambda/errors.ts';
import { parseBars, parseObservations } from '../../../../lambda/sources/files/parse.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const bars = (text: string, series = 'IWM') =>
  parseBars(bytes(text), { series, fetchedAt: '2026-01-01T00:00:00Z', file: `market/${series}.csv` });
const macro = (text: string, series = 'DGS2') =>
  parseObservations(bytes(text), { series, fetchedAt: '2026-01-01T00:00:00Z', file: `macro/${series}.csv` });

function refusal(read: () => unknown): InputError {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return error as InputError;
  }
  throw new Error('nothing was refused');
}

describe('a price file', () => {
  const expected = {
    sessions: ['2025-12-29', '2025-12-30', '2025-12-31'],
    open: [10.5, 11, 12],
    high: [11, 12, 13],
    low: [10, 10.5, 11.5],
    close: [10.75, 11.5, 12.25],
  };
  const columns = (parsed: ReturnType<typeof bars>['bars']) => ({
    sessions: parsed.sessions,
    open: [...parsed.open!],
    high: [...parsed.high!],
    low: [...parsed.low!],
    close: [...parsed.close!],
  });

  it.each([
    [
      'Yahoo',
      'Date,Open,High,Low,Close,Adj Close,Volume\n2025-12-29,10.5,11,10,10.75,10.7,100\n2025-12-30,11,12,10.5,11.5,11.4,200\n2025-12-31,12,13,11.5,12.25,12.2,300\n',
    ],
    [
      'Yahoo as other tools write it',
      'Date,Open,High,Low,Close,AdjClose,Volume,Dividends\n2025-12-29,10.5,11,10,10.75,10.7,100,0\n2025-12-30,11,12,10.5,11.5,11.4,200,0.1\n2025-12-31,12,13,11.5,12.25,12.2,300,0\n',
    ],
    [
      'Stooq, Windows line ends and a byte order mark',
      '\ufeffDate,Open,High,Low,Close,Volume\r\n2025-12-29,10.5,11,10,10.75,100.5\r\n2025-12-30,11,12,10.5,11.5,200\r\n2025-12-31,12,13,11.5,12.25,300\r\n\r\n',
    ],
    [
      'Stooq in bulk',
      '<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\nIWM.US,D,20251229,000000,10.5,11,10,10.75,100,0\nIWM.US,D,20251230,000000,11,12,10.5,11.5,200,0\nIWM.US,D,20251231,000000,12,13,11.5,12.25,300,0\n',
    ],
    [
      'Alpha Vantage, newest first',
      'timestamp,open,high,low,close,volume\n2025-12-31,12,13,11.5,12.25,300\n2025-12-30,11,12,10.5,11.5,200\n2025-12-29,10.5,11,10,10.75,100',
    ],
    [
      'Cboe',
      'DATE,OPEN,HIGH,LOW,CLOSE\n12/29/2025,10.500000,11.000000,10.000000,10.750000\n12/30/2025,11.000000,12.000000,10.500000,11.500000\n12/31/2025,12.000000,13.000000,11.500000,12.250000\n',
    ],
    [
      'quoted, with columns in another order',
      '"Volume","Close","Low","High","Open","Date"\n"100","10.75","10","11","10.5","2025-12-29"\n"200","11.5","10.5","12","11","2025-12-30"\n"300","12.25","11.5","13","12","2025-12-31"\n',
    ],
    [
      'yfinance, days at midnight in New York',
      'Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits\n2025-12-29 00:00:00-05:00,10.5,11,10,10.75,10.7,100,0.0,0.0\n2025-12-30 00:00:00-05:00,11,12,10.5,11.5,11.4,200,0.0,0.0\n2025-12-31 00:00:00-05:00,12,13,11.5,12.25,12.2,300,0.0,0.0\n',
    ],
  ])('of %s is understood', (_, text) => {
    expect(columns(bars(text).bars)).toEqual(expected);
  });

  it('gives what it has: adjusted closes only', () => {
    const parsed = bars('Date,AdjClose\n2025-12-30,10.5\n2025-12-31,10.25\n');
    expect([...parsed.bars.adjusted!]).toEqual([10.5, 10.25]);
    expect(parsed.bars).toMatchObject({ open: null, high: null, low: null, close: null, volume: null });
    expect(parsed.basis).toBe('adjusted');
  });

  it('gives what it has: an index without volume, or with a blank or zero one', () => {
    for (const [header, cell] of [
      ['', ''],
      [',Volume', ','],
      [',Volume', ',0'],
    ]) {
      const text = `Date,Open,High,Low,Close${header}\n2025-12-30,10,11,9,10.5${cell}\n2025-12-31,10,11,9,10.25${cell}\n`;
      const parsed = bars(text, '^RUT');
      expect(parsed.bars.volume).toBeNull();
      expect(parsed.bars.adjusted).toBeNull();
      expect(parsed.basis).toBe('price only');
      expect([...parsed.bars.close!]).toEqual([10.5, 10.25]);
    }
  });

  it('leaves out an index on an exchange holiday, and says so', () => {
    const parsed = bars('Date,Close\n2025-11-26,17\n2025-11-27,18\n2025-11-28,16\n', '^VIX');
    expect(parsed.bars.sessions).toEqual(['2025-11-26', '2025-11-28']);
    expect(parsed.irregularities).toEqual([
      { code: 'closed-day', what: 'a row on a day without a session was left out', sessions: ['2025-11-27'] },
    ]);
  });

  it('is brought to the basis of its newest row where its splits are not in the prices', () => {
    // Three shares for one on the 30th; the close before it was 30 for one share, 10 for each of three.
    const parsed = bars(
      'timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient\n' +
        '2025-12-31,10.5,11,10,10.8,10.8,600,0,1.0\n' +
        '2025-12-30,10.1,10.6,9.9,10.5,10.5,900,0,3.0\n' +
        '2025-12-29,29,31,28,30,10,100,0,1.0\n',
    ).bars;
    expect(parsed.close![0]).toBeCloseTo(10, 12);
    expect(parsed.high![0]).toBeCloseTo(31 / 3, 12);
    expect(parsed.volume![0]).toBeCloseTo(300, 9);
    expect([...parsed.close!].slice(1)).toEqual([10.5, 10.8]);
  });

  it('is left as it is where its splits are in the prices already', () => {
    const parsed = bars(
      'Date,Open,High,Low,Close,Adj Close,Volume,Stock Splits\n2025-12-30,10,10.5,9.9,10.2,10.2,100,0\n2025-12-31,10.1,10.6,9.9,10.5,10.5,90,3\n',
    ).bars;
    expect([...parsed.close!]).toEqual([10.2, 10.5]);
  });

  it('whose every price is adjusted for dividends gives no closes as traded', () => {
    const parsed = bars(
      'Date,Open,High,Low,Close,Volume,Dividends,Stock Splits\n2025-12-30,10,10.5,9.9,10.2,100,0,0\n2025-12-31,10.1,10.6,9.9,10.5,90,0.2,0\n',
    );
    expect(parsed.bars).toMatchObject({ open: null, high: null, low: null, close: null });
    expect([...parsed.bars.adjusted!]).toEqual([10.2, 10.5]);
    expect(parsed.complaints).toEqual([expect.stringContaining('adjusted for dividends')]);
  });

  it('rounds no digit away', () => {
    const parsed = bars(
      'Date,Close,Volume\n2025-12-29,246.160004,35352000\n2025-12-30,.1,1e3\n2025-12-31,0.10000000000000000001,27937545.35362\n',
      '^RUT',
    );
    expect([...parsed.bars.close!]).toEqual([246.160004, 0.1, 0.1]);
    expect([...parsed.bars.volume!]).toEqual([35352000, 1000, 27937545.35362]);
  });
});

const header = 'Date,Open,High,Low,Close,Adj Close,Volume\n';
const good = '2025-12-29,10.5,11,10,10.75,10.7,100\n';

describe('a price file is refused in one sentence that names file, row and field', () => {
  it.each([
    [
      'HTML',
      '<!DOCTYPE html>\n<html><title>Too many requests</title></html>',
      'market/IWM.csv: is an HTML page, not CSV',
    ],
    ['HTML after a blank line', '\n  <html lang="en">', 'market/IWM.csv: is an HTML page, not CSV'],
    ['JSON', '{"Information":"rate limit"}', 'market/IWM.csv: is JSON, not CSV'],
    ['a JSON list', '[{"date":"2025-12-31"}]', 'market/IWM.csv: is JSON, not CSV'],
    ['XML', '<?xml version="1.0"?><feed/>', 'market/IWM.csv: is XML, not CSV'],
    ['gzip', '\x1f\x8b\x08', null],
    [
      'plain text',
      'Too Many Requests',
      'market/IWM.csv, row 1: the header "Too Many Requests" names no date',
    ],
    ['no byte', '', 'market/IWM.csv: is empty'],
    ['blank lines', '\n\r\n\n', 'market/IWM.csv: is empty'],
    ['a header alone', header, 'market/IWM.csv: has a header and no rows'],
    [
      'an unknown header',
      'When,Price\n2025-12-31,10\n',
      'market/IWM.csv, row 1: the header "When,Price" names no date',
    ],
    [
      'no close',
      'Date,Open\n2025-12-31,10\n',
      'market/IWM.csv, row 1: the header "Date,Open" names no close',
    ],
    [
      'two closes',
      'Date,Close,Close\n2025-12-31,10,11\n',
      'market/IWM.csv, row 1, field Close: the header names Close and Close',
    ],
    [
      'a short row',
      `${header}2025-12-29,10.5,11\n`,
      'market/IWM.csv, row 2: has 3 fields where the header has 7',
    ],
    [
      'an open quote',
      `${header}"2025-12-29,10.5,11,10,10.75,10.7,100\n`,
      'market/IWM.csv, row 2: a quoted field is never closed',
    ],
    [
      'no date',
      `${header}yesterday,10.5,11,10,10.75,10.7,100\n`,
      'market/IWM.csv, row 2, field Date: "yesterday" is not a date',
    ],
    [
      'no real date',
      `${header}2025-02-30,10.5,11,10,10.75,10.7,100\n`,
      'market/IWM.csv, row 2, field Date: "2025-02-30" is not a date',
    ],
    [
      'a Saturday',
      `${header}2025-12-27,10.5,11,10,10.75,10.7,100\n`,
      'market/IWM.csv, row 2, field Date: 2025-12-27 is no session: a Saturday',
    ],
    [
      'a holiday',
      `${header}2025-12-25,10.5,11,10,10.75,10.7,100\n`,
      'market/IWM.csv, row 2, field Date: 2025-12-25 is no session: Christmas Day',
    ],
    [
      'a date twice',
      `${header}${good}${good}2025-12-30,10.5,11,10,10.75,10.7,100\n`,
      'market/IWM.csv, row 3, field Date: 2025-12-29 stands twice, first in row 2',
    ],
    [
      'a date twice, apart',
      `${header}${good}2025-12-30,10.5,11,10,10.75,10.7,100\n${good}2025-12-31,10.5,11,10,10.75,10.7,100\n`,
      'market/IWM.csv, row 4, field Date: 2025-12-29 stands twice, first in row 2',
    ],
    [
      'rows out of order',
      `${header}2025-12-26,10.5,11,10,10.75,10.7,100\n2025-12-30,10.5,11,10,10.75,10.7,100\n${good}2025-12-31,10.5,11,10,10.75,10.7,100\n`,
      'market/IWM.csv, row 4, field Date: 2025-12-29 stands after 2025-12-30 in a file that runs from oldest to newest',
    ],
    [
      'rows out of order in a file that starts with the newest',
      `${header}2025-12-31,10.5,11,10,10.75,10.7,100\n${good}2025-12-30,10.5,11,10,10.75,10.7,100\n2025-12-26,10.5,11,10,10.75,10.7,100\n`,
      'market/IWM.csv, row 4, field Date: 2025-12-30 stands after 2025-12-29 in a file that runs from newest to oldest',
    ],
    [
      'a blank price',
      `${header}2025-12-29,10.5,11,10,,10.7,100\n`,
      'market/IWM.csv, row 2, field Close: the price is missing',
    ],
    [
      'a negative price',
      `${header}2025-12-29,10.5,11,-10,10.75,10.7,100\n`,
      'market/IWM.csv, row 2, field Low: -10 is not a price: it is negative',
    ],
    [
      'a price of zero',
      `${header}2025-12-29,0.00,11,10,10.75,10.7,100\n`,
      'market/IWM.csv, row 2, field Open: 0.00 is not a price: it is zero',
    ],
    [
      'NaN',
      `${header}2025-12-29,10.5,NaN,10,10.75,10.7,100\n`,
      'market/IWM.csv, row 2, field High: "NaN" is not a price',
    ],
    [
      'null',
      `${header}2025-12-29,10.5,11,10,10.75,null,100\n`,
      'market/IWM.csv, row 2, field Adj Close: "null" is not a price',
    ],
    [
      'Infinity',
      `${header}2025-12-29,10.5,1e999,10,10.75,10.7,100\n`,
      'market/IWM.csv, row 2, field High: "1e999" is not a price',
    ],
    [
      'hexadecimal',
      `${header}2025-12-29,10.5,0x1f,10,10.75,10.7,100\n`,
      'market/IWM.csv, row 2, field High: "0x1f" is not a price',
    ],
    [
      'a high below the low',
      `${header}${good}2025-12-30,10,9,10,10,10,5\n`,
      'market/IWM.csv, row 3, field High: the high 9 is below the low 10',
    ],
    [
      'a split that nobody declared',
      `${header}2025-12-29,30,31,29,30,30,100\n2025-12-30,10.1,10.5,9.9,10.2,10.2,300\n`,
      'market/IWM.csv, row 3, field Close: 2025-12-30 falls to 0.340 times the one before, as by a 3-for-1 split, and no split explains it',
    ],
    [
      'a reverse split that nobody declared, newest row first',
      `${header}2025-12-30,101,105,99,102,102,30\n2025-12-29,10,10.5,9.9,10.2,10.2,300\n`,
      'market/IWM.csv, row 2, field Close: 2025-12-30 rises to 10.0 times the one before, as by a 1-for-10 split, and no split explains it',
    ],
    [
      'an adjusted close on another basis than the close',
      `${header}2025-12-29,30,31,29,30,30,100\n2025-12-30,30.1,30.5,29.9,30.2,10.1,300\n`,
      'market/IWM.csv, row 3, field Adj Close: 2025-12-30 falls to 0.337 times the one before, as by a 3-for-1 split, and no split explains it',
    ],
  ])('%s', (_, text, message) => {
    const body = message === null ? new Uint8Array([0x1f, 0x8b, 8, 0]) : bytes(text);
    const about = { series: 'IWM', fetchedAt: '2026-01-01T00:00:00Z', file: 'market/IWM.csv' };
    const error = refusal(() => parseBars(body, about));
    expect(error.message).toBe(message ?? 'market/IWM.csv: is compressed (gzip), not CSV');
    expect(error.file).toBe('market/IWM.csv');
  });

  it('but a crash within a session is no split', () => {
    // A three-fold fund on a day on which the index loses 18 %: the open is near the close before.
    const text = `${header}2025-12-29,30,31,29,30,30,100\n2025-12-30,28,28.5,13.5,13.9,13.9,900\n`;
    expect(bars(text, 'TNA').bars.close![1]).toBe(13.9);
  });

  it('and Apple did fall by half overnight once', () => {
    const text = `${header}2000-09-28,53,54,52,53.5,53.5,100\n2000-09-29,28.19,29,25.37,25.75,25.75,900\n`;
    expect(bars(text, 'AAPL').bars.close![1]).toBe(25.75);
    expect(() => bars(text, 'IWM')).toThrow(/2-for-1/);
  });

  it('and a volatility index may double', () => {
    expect(bars('Date,Close\n2018-02-02,17.31\n2018-02-05,37.32\n', '^VIX').bars.sessions).toHaveLength(2);
  });
});

describe('a macro file', () => {
  it('is read under either name of its date, with periods that have no value', () => {
    for (const text of [
      'observation_date,UNRATE\n2025-09-01,4.4\n2025-10-01,\n2025-11-01,4.5\n',
      'DATE,UNRATE\r\n2025-09-01,4.4\r\n2025-10-01,.\r\n2025-11-01,4.5\r\n\r\n',
      'date,value\n2025-11-01,4.5\n2025-10-01,.\n2025-09-01,4.4\n',
      'observation_date,PAYEMS,UNRATE\n2025-09-01,1,4.4\n2025-10-01,2,\n2025-11-01,3,4.5\n',
    ]) {
      const { observations } = macro(text, 'UNRATE');
      expect(observations.dates).toEqual(['2025-09-01', '2025-10-01', '2025-11-01']);
      expect([...observations.values]).toEqual([4.4, Number.NaN, 4.5]);
    }
  });

  it('may go below zero', () => {
    expect([...macro('DATE,NFCI\n2025-12-26,-0.53631\n', 'NFCI').observations.values]).toEqual([-0.53631]);
  });

  it.each([
    [
      "another series'",
      'observation_date,DGS10\n2025-12-31,4.18\n',
      'macro/DGS2.csv, row 1: holds DGS10, not DGS2',
    ],
    [
      'a transformed series',
      'observation_date,DGS2_PC1\n2025-12-31,4.18\n',
      'macro/DGS2.csv, row 1: holds DGS2_PC1, not DGS2',
    ],
    [
      'a price file',
      'Open,Close\n1,2\n',
      'macro/DGS2.csv, row 1: the header "Open,Close" is not that of a FRED file',
    ],
    ['HTML', '<html><body>Access denied</body></html>', 'macro/DGS2.csv: is an HTML page, not CSV'],
    ['no number', 'DATE,DGS2\n2025-12-31,x\n', 'macro/DGS2.csv, row 2, field DGS2: "x" is not a number'],
    ['no date', 'DATE,DGS2\n2025-13-31,3\n', 'macro/DGS2.csv, row 2, field DATE: "2025-13-31" is not a date'],
    [
      'a date twice',
      'DATE,DGS2\n2025-12-30,3\n2025-12-30,3\n',
      'macro/DGS2.csv, row 3, field DATE: 2025-12-30 stands twice, first in row 2',
    ],
    ['no value at all', 'DATE,DGS2\n2025-12-30,.\n2025-12-31,.\n', 'macro/DGS2.csv: has dates and no values'],
  ])('is refused: %s', (_, text, message) => {
    expect(refusal(() => macro(text)).message).toBe(message);
  });
});
