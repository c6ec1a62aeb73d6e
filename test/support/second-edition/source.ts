import type { Edition } from '../../../lambda/editions/edition.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import type { Payload, Source } from '../../../lambda/sources/source.ts';
import { simulated } from '../simulated.ts';
import { tqqq } from './tqqq.ts';

/** Sessions of a year. */
const year = 252;

/** What a borrowed dollar costs and a lent one earns a year, beside the fund's own expenses: a rate for all years. */
const rate = 0.03;

/** The last close of a made fund, in dollars: earlier ones follow from it, as where splits are adjusted for. */
const lastClose = 60;

/**
 * The simulated market as an edition of QQQ sees it. Its two funds are computed from the simulated QQQ by their daily
 * objective, less expenses and financing; VXN is the simulated volatility index of the other edition under its name.
 */
export function secondSource(edition: Edition = tqqq): Source {
  return {
    name: 'simulated',
    simulated: true,
    async collect(request) {
      const market = await simulated.collect({ ...request, edition: tna });
      const find = (key: string): Payload => market.find((payload) => payload.key === key)!;
      const of = (fund: Edition['fund']): Payload => ({
        ...find('bars:QQQ'),
        key: `bars:${fund.symbol}`,
        bytes: leveraged(find('bars:QQQ').bytes, fund),
      });
      const derived: Payload[] = [
        of(edition.fund),
        of(edition.inverse),
        { ...find('bars:^RVX'), key: 'bars:^VXN' },
      ];
      const wanted = new Set([
        ...edition.symbols.map(({ symbol }) => `bars:${symbol}`),
        ...edition.macro.map(({ series }) => `macro:${series}`),
      ]);
      return [...derived, ...market.filter(({ key }) => wanted.has(key))];
    },
  };
}

/**
 * A file of bars of a fund that resets every day, from 2010 on: `beta` times the total return of the file's, less the
 * session's share of the expense ratio and of the interest on what the fund borrows.
 */
function leveraged(bytes: Uint8Array, { beta, expenseRatio }: Edition['fund']): Uint8Array {
  const [header, ...lines] = new TextDecoder().decode(bytes).trim().split('\n');
  const rows = lines.map((line) => line.split(',')).filter(([date = '']) => date >= '2010-02-11');
  const cost = (expenseRatio + rate * (beta - 1)) / year;
  const closes: number[] = [];
  for (const [i, [, , , , , adjusted]] of rows.entries()) {
    const before = rows[i - 1]?.[5];
    const made = before === undefined ? 0 : beta * (Number(adjusted) / Number(before) - 1) - cost;
    closes.push((closes.at(-1) ?? 1) * (1 + made));
  }
  const scale = lastClose / closes.at(-1)!;
  const made = rows.map(([date, open, high, low, last, , volume], i) => {
    const close = closes[i]! * scale;
    // Within the session the fund moves from its own close as the underlying does from its close, times beta.
    const at = (price: string | undefined) => close * (1 + beta * (Number(price) / Number(last) - 1));
    const [first, top, bottom] = [at(open), at(high), at(low)];
    const range = [first, close, top, bottom].toSorted((a, b) => a - b);
    const cells = [first, range[3]!, range[0]!, close].map((price) => price.toFixed(4));
    return [date, ...cells, close.toFixed(6), volume].join(',');
  });
  return new TextEncoder().encode(`${[header, ...made].join('\n')}\n`);
}
