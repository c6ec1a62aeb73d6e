import { describe, expect, it } from 'vitest';
import { inputErrorOf, readBars } from '../../../support/folder-files.ts';

const header = 'Date,Open,High,Low,Close,Adj Close,Volume\n';
const good = '2025-12-29,10.5,11,10,10.75,10.7,100\n';
const last = '2025-12-31,10.6,11,10,10.80,10.75,300\n';

describe('a row without any price', () => {
  it.each([
    ['blank, as pandas writes NaN', '2025-12-30,,,,,,\n'],
    ['null throughout, as Yahoo wrote', '2025-12-30,null,null,null,null,null,null\n'],
    ['NaN with a volume of zero', '2025-12-30,NaN,NaN,NaN,NaN,NaN,0\n'],
  ])('%s is left out and named', (_, row) => {
    const { bars, irregularities } = readBars(header + good + row + last);
    expect(bars.sessions).toEqual(['2025-12-29', '2025-12-31']);
    expect(irregularities).toEqual([
      { code: 'blank-row', what: 'a row without any price was left out', sessions: ['2025-12-30'] },
    ]);
  });

  it('is no row of its own: with one price of several it is refused', () => {
    expect(inputErrorOf(() => readBars(`${header}${good}2025-12-30,,,,10.75,,\n${last}`)).message).toBe(
      'market/IWM.csv, row 3, field Open: the price is missing',
    );
  });

  it('leaves nothing where no other is', () => {
    expect(inputErrorOf(() => readBars(`${header}2025-12-30,,,,,,\n`)).message).toMatch(
      /market\/IWM\.csv: .*price/,
    );
  });
});

describe('a volume', () => {
  const volumes = (...cells: string[]) =>
    readBars(header + cells.map((cell, i) => `2025-12-${29 + i},10.5,11,10,10.75,10.7,"${cell}"\n`).join(''));

  it('dressed as sites do is read', () => {
    expect([...volumes('16.06M', '1.2B', '23,456,789').bars.volume!]).toEqual([
      16_060_000, 1.2e9, 23_456_789,
    ]);
  });

  it.each([
    ['blank', '', 'the volume is missing'],
    ['a word', 'many', '"many" is not a volume'],
    ['negative', '-5', '"-5" is not a volume'],
  ])('that is %s makes the volume unknown and nothing else', (_, cell, said) => {
    const { bars, complaints } = volumes('100', cell, '300');
    expect(bars.volume).toBeNull();
    expect([...bars.close!]).toEqual([10.75, 10.75, 10.75]);
    expect(complaints).toEqual([
      `market/IWM.csv, row 3, field Volume: ${said}; no volume of the file is used`,
    ]);
  });
});

describe('a column that names the symbol', () => {
  const named = (name: string, symbol: string, column = 'symbol', series = 'IWM') =>
    readBars(`${column},date,close\n${name},2025-12-30,10\n${symbol},2025-12-31,10.01\n`, series);

  it.each([
    ['IWM', 'IWM'],
    ['iwm.us', 'IWM'],
    ['IWM.US', 'IWM'],
    ['NYSEARCA:IWM', 'IWM'],
    ['IWM US Equity', 'IWM'],
    ['VIX', '^VIX'],
    ['^SPX', '^GSPC'],
  ])('as %s is believed of %s', (name, series) => {
    expect(named(name, name, 'symbol', series).bars.symbol).toBe(series);
  });

  it.each(['symbol', 'Ticker', '<TICKER>', 'name'])('under the header %s must be the file’s', (column) => {
    expect(inputErrorOf(() => named('IWM', 'QQQ.US', column)).message).toBe(
      `market/IWM.csv, row 3, field ${column}: holds QQQ, and the file is IWM's`,
    );
  });

  it('is none where it holds what the fund is called', () => {
    expect(named('iShares Russell 2000 ETF', 'iShares Russell 2000 ETF', 'name').bars.sessions).toHaveLength(
      2,
    );
  });

  it('in yfinance’s header rows is the file’s as well', () => {
    expect(
      inputErrorOf(() => readBars('Price,Close,Open\nTicker,QQQ,QQQ\nDate,,\n2025-12-30,10,10\n')).message,
    ).toBe('market/IWM.csv, row 2: holds QQQ, not IWM');
  });
});

describe('a file that was last written before a close was known', () => {
  const rows = `${header}${good}2025-12-30,10.6,11,10,10.80,10.75,300\n${last}`;

  it('gives no bar of that session, and names the time', () => {
    // The exchange closes at 21:00 UTC; its closes are known a quarter of an hour later.
    const { bars, irregularities } = readBars(rows, 'IWM', '2025-12-31T21:14:59Z');
    expect(bars.sessions.at(-1)).toBe('2025-12-30');
    expect(irregularities).toEqual([
      {
        code: 'refused-bar',
        what: 'market/IWM.csv was last written 2025-12-31T21:14:59Z, before the close was known, and its row was left out',
        sessions: ['2025-12-31'],
      },
    ]);
    expect(readBars(rows, 'IWM', '2025-12-31T21:15:00Z').bars.sessions.at(-1)).toBe('2025-12-31');
  });

  it('on a day of an early close is measured by that', () => {
    const early = `Date,Close\n2025-11-26,10\n2025-11-28,10.01\n`;
    expect(readBars(early, 'IWM', '2025-11-28T18:10:00Z').bars.sessions).toHaveLength(1);
    expect(readBars(early, 'IWM', '2025-11-28T18:15:00Z').bars.sessions).toHaveLength(2);
  });

  it('is believed where its time is no time of writing: an archive set it', () => {
    const many = `Date,Close\n${['22', '23', '24', '26', '29', '30'].map((day) => `2025-12-${day},10\n`).join('')}`;
    expect(readBars(many, 'IWM', '1980-01-01T00:00:00Z').bars.sessions).toHaveLength(6);
    expect(readBars(many, 'IWM', '2025-12-22T22:00:00Z').bars.sessions).toHaveLength(1);
  });
});

describe('lines that are no data', () => {
  it('are skipped before the header and after the last row', () => {
    expect(
      readBars(`iShares Russell 2000\n${header}${good}${last}Data as given\n`).bars.sessions,
    ).toHaveLength(2);
  });

  it('are not a row that was cut off', () => {
    expect(inputErrorOf(() => readBars(`${header}${good}2025-12-3`)).message).toBe(
      'market/IWM.csv, row 3: has 1 field where the header has 7',
    );
  });
});

describe('a decimal comma', () => {
  const semicolons = (...closes: string[]) =>
    `Date;Close\n${closes.map((close, i) => `2025-12-${29 + i};${close}\n`).join('')}`;

  it('is distinguished from one in thousands by the other cells', () => {
    expect([...readBars(semicolons('1.244,161', '1.244,5'), '^RUT').bars.close!]).toEqual([1244.161, 1244.5]);
    expect([...readBars(semicolons('1,244.161', '1,244.5'), '^RUT').bars.close!]).toEqual([1244.161, 1244.5]);
  });

  it('is refused where no cell decides it, or two contradict each other', () => {
    expect(inputErrorOf(() => readBars(semicolons('244,161', '244,162'))).message).toBe(
      'market/IWM.csv, row 2, field Close: "244,161" may be a decimal number or one in thousands, and no cell of the file decides it',
    );
    // Three decimals of a share, not prices of a quarter of a million dollars.
    expect(
      inputErrorOf(() => readBars('Date,Close,Volume\n2025-12-30,"248,030",22\n2025-12-31,"246,160",35\n'))
        .message,
    ).toBe(
      'market/IWM.csv, row 2, field Close: "248,030" may be a decimal number or one in thousands, and no cell of the file decides it',
    );
    const decided = readBars('Date,Close,Volume\n2025-12-30,"6,248.5",1\n2025-12-31,"6,246",2\n', '^RUT');
    expect([...decided.bars.close!]).toEqual([6248.5, 6246]);
    expect(inputErrorOf(() => readBars(semicolons('244,16', '244.17'))).message).toMatch(
      /"244,16" has a decimal comma and "244\.17" a decimal point/,
    );
  });
});
