import { describe, expect, it } from 'vitest';
import { shareOfWholeCents, wholeShare } from '../../../../lambda/sources/parsing/whole-cents.ts';
import { inputErrorOf, readBars } from '../../../support/folder-files.ts';
import { adjustedOf, payingFund } from '../../../support/paying-fund.ts';

const fund = payingFund('2024-09-03', '2025-09-26');
const table = (header: string, ...columns: (readonly (number | string)[])[]) =>
  `${header}\n${fund.sessions.map((session, day) => [session, ...columns.map((column) => column[day])].join(',')).join('\n')}\n`;
const near = (read: Float64Array | null, expected: readonly number[]) => {
  expect(read).toHaveLength(expected.length);
  const worst = expected.reduce((most, value, day) => Math.max(most, Math.abs(read![day]! / value - 1)), 0);
  expect(worst).toBeLessThan(1e-7);
};

describe('closes alone', () => {
  it('in whole cents are closes as traded', () => {
    const { bars, basis, complaints } = readBars(table('Date,Close', fund.close));
    expect([...bars.close!]).toEqual(fund.close);
    expect(bars.adjusted).toBeNull();
    expect(basis).toBe('price only');
    expect(complaints).toEqual([]);
  });

  it('that are not whole cents are adjusted for dividends, and no close, high or low as traded', () => {
    // What yfinance downloads since 2025: every price times the adjusted close over the close.
    const scaled = (prices: readonly number[]) =>
      prices.map((price, day) => (price * fund.adjusted[day]!) / fund.close[day]!);
    const { bars, basis, complaints } = readBars(
      table(
        'Date,Close,High,Low,Open',
        fund.adjusted,
        ...[1.01, 0.99, 1].map((factor) => scaled(fund.close.map((close) => close * factor))),
      ),
    );
    expect([...bars.adjusted!]).toEqual(fund.adjusted);
    expect(bars).toMatchObject({ open: null, high: null, low: null, close: null });
    expect(basis).toBe('adjusted');
    expect(complaints).toEqual([
      expect.stringMatching(
        /^every price is adjusted for dividends .*: \d+ % of the closes are whole cents, as all closes as traded are$/,
      ),
    ]);
  });

  it('written twice, as adjusted ones too, are still adjusted', () => {
    const { bars, basis, complaints } = readBars(table('Date,Close,Adj Close', fund.adjusted, fund.adjusted));
    expect([...bars.adjusted!]).toEqual(fund.adjusted);
    expect(bars.close).toBeNull();
    expect(basis).toBe('adjusted');
    expect(complaints).toHaveLength(1);
    // A company that pays no dividend has closes in whole cents, and these are its adjusted ones.
    const unpaid = readBars(table('Date,Close,Adj Close', fund.close, fund.close));
    expect([...unpaid.bars.close!]).toEqual(fund.close);
    expect(unpaid.complaints).toEqual([]);
  });

  it('before a split of the year are whole cents times its ratio', () => {
    for (const ratio of [2, 3, 4, 5, 6, 8, 10]) {
      const split = fund.close.map((close, day) =>
        day < 200 ? Number((close / ratio).toFixed(6)) : close / 1,
      );
      // Prices step by the ratio here: of what is asked, whether they are whole cents, that changes nothing.
      expect(shareOfWholeCents(Float64Array.from(split)), `${ratio} for 1`).toBe(1);
    }
  });

  it('of a Yahoo file, single precision, are whole cents', () => {
    expect(shareOfWholeCents(Float32Array.from(fund.close) as unknown as Float64Array)).toBe(1);
  });

  it('are taken for adjusted from a share of whole cents under a half', () => {
    const closes = (odd: number) =>
      fund.close.slice(-252).map((close, day) => (day < odd ? close + 0.0037 : close));
    expect(shareOfWholeCents(Float64Array.from(closes(126)))).toBe(wholeShare);
    expect(
      readBars(
        `Date,Close\n${fund.sessions
          .slice(-252)
          .map((s, i) => `${s},${closes(126)[i]}\n`)
          .join('')}`,
      ).basis,
    ).toBe('price only');
    expect(
      readBars(
        `Date,Close\n${fund.sessions
          .slice(-252)
          .map((s, i) => `${s},${closes(127)[i]}\n`)
          .join('')}`,
      ).basis,
    ).toBe('adjusted');
  });

  it('rounded to three decimals after being adjusted are still recognised', () => {
    const rounded = fund.adjusted.map((price) => Number((price * 0.97).toFixed(3)));
    expect(readBars(table('Date,Close', rounded)).basis).toBe('adjusted');
  });

  it('of an index may have any decimals', () => {
    const odd = fund.close.map((close) => close + 0.0037);
    expect(readBars(table('Date,Close', odd), '^RUT').bars.close).not.toBeNull();
  });

  it('fewer than 21 decide nothing', () => {
    const sessions = fund.sessions.slice(0, 20).map((session) => `${session},10.0037,10.0037,0,0\n`);
    const both = readBars(`Date,Close,Adj Close,Dividends,Stock Splits\n${sessions.join('')}`);
    expect(both.bars.close).not.toBeNull();
    const few = `Date,Close\n${fund.sessions
      .slice(0, 20)
      .map((session) => `${session},10.0037\n`)
      .join('')}`;
    expect(readBars(few).basis).toBe('price only');
  });
});

describe('adjusted closes with dividends', () => {
  const header = 'Date,Close,Adj Close,Dividends';
  const read = (adjusted: readonly number[], dividends = fund.dividends) =>
    readBars(table(header, fund.close, adjusted, dividends));
  const paid = fund.sessions.filter((_, day) => fund.dividends[day]! > 0);
  const newest = paid.at(-1)!;

  it('that agree are left as they are', () => {
    const { bars, irregularities } = read(fund.adjusted);
    expect([...bars.adjusted!]).toEqual(fund.adjusted);
    expect(irregularities).toEqual([]);
  });

  it.each([
    [
      'the newest is not in yet',
      fund.dividends.map((paid, day) => (fund.sessions[day] === newest ? 0 : paid)),
      [newest],
    ],
    ['none is in: they are the closes', fund.dividends.map(() => 0), paid],
    [
      'the newest counts nine times',
      fund.dividends.map((paid, day) => (fund.sessions[day] === newest ? 9 * paid : paid)),
      [newest],
    ],
  ])('are made anew where %s', (_, counted, sessions) => {
    const { bars, irregularities } = read(adjustedOf(fund.close, counted));
    near(bars.adjusted, fund.adjusted);
    expect(irregularities).toEqual([expect.objectContaining({ code: 'rebuilt-adjusted', sessions })]);
  });

  it('are held to a tenth of a percent of the price', () => {
    const day = fund.sessions.indexOf(newest);
    const off = (by: number) => {
      const adjusted = fund.adjusted.map((price, at) => (at < day ? price * (1 - by) : price));
      return read(adjusted).irregularities.map(({ code }) => code);
    };
    expect(off(0.0009)).toEqual([]);
    expect(off(0.0011)).toEqual(['rebuilt-adjusted']);
  });

  it('are not held over a hole, in which a dividend may lie', () => {
    const blank = table(header, fund.close, fund.adjusted, fund.dividends).replace(
      new RegExp(`^${newest},.*$`, 'm'),
      `${newest},,,`,
    );
    const { bars, irregularities } = readBars(blank);
    expect([...bars.adjusted!]).toEqual(fund.adjusted.filter((_, day) => fund.sessions[day] !== newest));
    expect(irregularities.map(({ code }) => code)).toEqual(['blank-row']);
    const gone = readBars(blank.replace(`${newest},,,\n`, ''));
    expect(gone.bars.adjusted).toEqual(bars.adjusted);
  });

  it('that step on a day without a dividend are not used: nothing says which is right', () => {
    const adjusted = fund.adjusted.map((price, day) => (day < 100 ? price * 0.99 : price));
    const { bars, basis, irregularities } = read(adjusted);
    expect(bars.adjusted).toBeNull();
    expect([...bars.close!]).toEqual(fund.close);
    expect(basis).toBe('price only');
    expect(irregularities).toEqual([
      expect.objectContaining({ code: 'unsettled-adjusted', sessions: [fund.sessions[100]] }),
    ]);
  });

  it.each([
    ['without dividends', 'Date,Close,Adj Close', []],
    ['with a dividend column of zeros', header, [fund.close.map(() => 0)]],
  ])('that fall against the close are not used %s: no dividend makes them', (_, head, more) => {
    // Rows added in September to a download of June: the older ones lack the dividends since.
    const seam = 200;
    const since = fund.adjusted[seam - 1]! / fund.close[seam - 1]!;
    const appended = fund.adjusted.map((price, day) => (day < seam ? price / since : price));
    expect(since).toBeLessThan(0.998);
    const { bars, basis, irregularities } = readBars(table(head, fund.close, appended, ...more));
    expect(bars.adjusted).toBeNull();
    expect(basis).toBe('price only');
    expect(irregularities).toEqual([
      expect.objectContaining({ code: 'unsettled-adjusted', sessions: [fund.sessions[seam]] }),
    ]);
    expect(readBars(table(head, fund.close, fund.adjusted, ...more)).irregularities).toEqual([]);
  });

  it('that contradict a dividend ten times as large as the others are not used either', () => {
    const slip = fund.dividends.map((paid, day) => (fund.sessions[day] === newest ? 10 * paid : paid));
    expect(read(fund.adjusted, slip).bars.adjusted).toBeNull();
  });

  it('are not recomputed on the day of a gain, which providers count twice', () => {
    const gains = fund.dividends.map((paid, day) => (fund.sessions[day] === newest ? paid : 0));
    const twice = fund.dividends.map((paid, day) => paid + gains[day]!);
    const { bars, irregularities } = readBars(
      table(`${header},Capital Gains`, fund.close, adjustedOf(fund.close, twice), fund.dividends, gains),
    );
    expect(bars.adjusted).toBeNull();
    expect(irregularities).toEqual([
      expect.objectContaining({ code: 'unsettled-adjusted', sessions: [newest] }),
    ]);
  });
});

describe('a declared split', () => {
  const at = 150;
  const splitFund = (ratio: number) =>
    fund.close.map((close, day) => (day < at ? Number((close * ratio).toFixed(2)) : close));
  const declared = (ratio: number) => fund.close.map((_, day) => (day === at ? ratio : 0));

  it.each([1.5, 4 / 3, 1.25, 2, 10, 0.1])(
    'of %f for 1 is taken out of prices that still have it',
    (ratio) => {
      const { bars } = readBars(table('Date,Close,Stock Splits', splitFund(ratio), declared(ratio)));
      const away = fund.close.map((close, day) => Math.abs(bars.close![day]! / close - 1));
      expect(Math.max(...away)).toBeLessThan(3e-4);
    },
  );

  it.each([1.5, 4 / 3, 1.25, 2, 10, 0.1])('of %f for 1 is not taken out of prices without it', (ratio) => {
    const { bars } = readBars(table('Date,Close,Stock Splits', fund.close, declared(ratio)));
    expect([...bars.close!]).toEqual(fund.close);
  });

  it('shows in adjusted closes that step against the closes, whatever the day’s own move', () => {
    // 5 for 4 on a day on which the price rises by 20 %: the closes step by −4 %.
    const close = [100, 96, 97];
    const text = `timestamp,close,adjusted_close,split_coefficient\n2025-12-29,100,80,1\n2025-12-30,96,96,1.25\n2025-12-31,97,97,1\n`;
    expect([...readBars(text).bars.close!]).toEqual([80, 96, 97]);
    expect(close).toHaveLength(3);
  });

  it('that is not declared is refused by its usual ratio, not by the ratio of the closes', () => {
    const text = 'Date,Close\n2024-10-31,6.30\n2024-11-01,57.20\n';
    expect(inputErrorOf(() => readBars(text, 'YANG')).message).toMatch(/as by a 1-for-10 split/);
  });
});
