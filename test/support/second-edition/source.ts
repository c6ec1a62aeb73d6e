import type { Edition } from '../../../lambda/editions/edition.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { simulatedSource } from '../../../lambda/sources/simulated/source.ts';
import type { Payload, Source } from '../../../lambda/sources/source.ts';
import { tqqq } from './tqqq.ts';

/** Costs of a leveraged fund a session, as a fraction: enough for a tracking difference, no model of them. */
const cost = 0.0003;

/**
 * The simulated market as an edition of QQQ sees it. Its two funds are computed from the simulated QQQ by the daily
 * objective alone, less a cost; VXN is the simulated volatility index of the other edition under its name.
 */
export function secondSource(edition: Edition = tqqq): Source {
  const simulated = simulatedSource();
  return {
    name: 'simulated',
    simulated: true,
    async collect(request) {
      const market = await simulated.collect({ ...request, edition: tna });
      const find = (key: string): Payload => market.find((payload) => payload.key === key)!;
      const of = ({ symbol, beta }: Edition['fund']): Payload => ({
        ...find('bars:QQQ'),
        key: `bars:${symbol}`,
        bytes: leveraged(find('bars:QQQ').bytes, beta),
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

/** A file of bars of a fund that makes `beta` times the daily total return of the file's, less a cost, from 2010 on. */
function leveraged(bytes: Uint8Array, beta: number): Uint8Array {
  const [header, ...lines] = new TextDecoder().decode(bytes).trim().split('\n');
  const rows = lines.map((line) => line.split(',')).filter(([date = '']) => date >= '2010-02-11');
  let close = 40;
  const made = rows.map(([date, open, high, low, last, adjusted, volume], i) => {
    const before = i === 0 ? Number(adjusted) : Number(rows[i - 1]![5]);
    const previous = close;
    if (i > 0) close = previous * (1 + beta * (Number(adjusted) / before - 1) - cost);
    // Within the session the fund moves from its own close as the underlying does from its close, times beta.
    const at = (price: string | undefined) => close * (1 + beta * (Number(price) / Number(last) - 1));
    const [first, top, bottom] = [at(open), at(high), at(low)];
    const range = [first, close, top, bottom].toSorted((a, b) => a - b);
    const cells = [first, range[3]!, range[0]!, close].map((price) => price.toFixed(4));
    return [date, ...cells, close.toFixed(6), volume].join(',');
  });
  return new TextEncoder().encode(`${[header, ...made].join('\n')}\n`);
}
