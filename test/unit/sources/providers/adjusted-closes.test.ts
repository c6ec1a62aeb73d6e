import { describe, expect, it } from 'vitest';
import { packBundle } from '../../../../lambda/sources/parsing/bundle.ts';
import { parseAlpaca } from '../../../../lambda/sources/providers/alpaca/parse.ts';
import { parseTiingo } from '../../../../lambda/sources/providers/tiingo/parse.ts';
import { adjustedOf, payingFund } from '../../../support/paying-fund.ts';

const fund = payingFund('2024-09-03', '2025-09-26');
const about = { series: 'IWM', fetchedAt: '2025-09-27T01:00:00.000Z' };
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const paid = fund.sessions.filter((_, day) => fund.dividends[day]! > 0);

/** Tiingo's answer of a fund that split 2 for 1: its closes and dividends are of the shares of their day. */
function tiingo(adjusted: readonly number[], split = 150): Uint8Array {
  const rows = fund.sessions.map((session, day) => {
    const shares = day < split ? 2 : 1;
    const price = fund.close[day]! * shares;
    return {
      date: `${session}T00:00:00.000Z`,
      ...{ open: price, high: price, low: price, close: price, volume: 1e6 },
      adjClose: adjusted[day],
      divCash: fund.dividends[day]! * shares,
      splitFactor: day === split ? 2 : 1,
    };
  });
  return bytes(rows);
}

describe('Tiingo’s adjusted closes', () => {
  it('that agree with its dividends are left as they are, across a split too', () => {
    const { bars, basis, irregularities } = parseTiingo(tiingo(fund.adjusted), about);
    expect([...bars.adjusted!]).toEqual(fund.adjusted);
    expect([...bars.close!]).toEqual(fund.close);
    expect([basis, irregularities]).toEqual(['adjusted', []]);
  });

  it('that lack a dividend are made anew', () => {
    const counted = fund.dividends.map((amount, day) => (fund.sessions[day] === paid.at(-1) ? 0 : amount));
    const { bars, irregularities } = parseTiingo(tiingo(adjustedOf(fund.close, counted)), about);
    expect(bars.adjusted![0]! / fund.adjusted[0]!).toBeCloseTo(1, 6);
    expect(irregularities).toEqual([
      expect.objectContaining({ code: 'rebuilt-adjusted', sessions: [paid.at(-1)] }),
    ]);
  });

  it('that have not the split yet which the closes have are not used', () => {
    const late = fund.adjusted.map((price, day) => (day < 150 ? price * 1.2 : price));
    const { bars, basis } = parseTiingo(tiingo(late), about);
    expect([bars.adjusted, basis]).toEqual([null, 'price only']);
  });
});

describe('Alpaca’s adjusted closes', () => {
  const page = (closes: readonly number[]) =>
    new TextDecoder().decode(
      bytes({
        bars: {
          IWM: fund.sessions.map((session, day) => {
            const c = closes[day]!;
            return { t: `${session}T05:00:00Z`, o: c, h: c, l: c, c, v: 1e6 };
          }),
        },
        next_page_token: null,
      }),
    );
  const read = (adjusted: readonly number[]) => {
    const part = (label: string, text: string) => ({ label, text, origin: '', fetchedAt: about.fetchedAt });
    return parseAlpaca(packBundle([part('split', page(fund.close)), part('all', page(adjusted))]), about);
  };

  it('are used while they do not fall against the closes', () => {
    expect([...read(fund.adjusted).bars.adjusted!]).toEqual(fund.adjusted);
    const seam = fund.adjusted.map((price, day) => (day < 150 ? price * 1.01 : price));
    expect(read(seam)).toMatchObject({
      basis: 'price only',
      irregularities: [{ code: 'unsettled-adjusted', sessions: [fund.sessions[150]] }],
    });
  });
});
