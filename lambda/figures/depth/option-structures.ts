import { call, type OptionTerms, type OptionValue, put } from '../../analytics/black-scholes.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { hedgeTerms } from '../levels/hedge.ts';
import { absent, derive, type Kind } from '../write.ts';

/** The second put and the call that the model prices beside the first: strikes below and above the close, fractions. */
const legs = [
  { name: 'put2', away: -0.1, value: put },
  { name: 'call', away: 0.05, value: call },
] as const;

const money: Kind = { unit: 'usd', method: 'option structure' };
const ratio: Kind = { unit: 'ratio', method: 'option structure' };

/**
 * A put spread and a collar on the underlying by the model of the put hedge, and what covering all of the fund's exposure
 * takes, `hedge.TNA.fullshare`, over the position.
 */
export function optionStructures({ edition }: SessionView, book: FigureBook): void {
  const { underlying, fund } = edition;
  const of = (name: string) => `hedge.${underlying}.${name}`;
  const close = `close.${underlying}`;
  for (const { name, away, value } of legs) {
    derive(book, of(`${name}.strike`), money, [close], (spot) => {
      const strike = Math.round(spot * (1 + away));
      return strike > 0 ? strike : absent({ code: 'low-strike' });
    });
    const terms = [
      close,
      of(`${name}.strike`),
      of('days'),
      of('rate'),
      `yield.${underlying}.1y`,
      of('volatility'),
    ];
    const model =
      (read: (option: OptionValue) => number) =>
      (...given: number[]) =>
        read(value(termsOf(given)));
    derive(
      book,
      of(`${name}.price`),
      money,
      terms,
      model(({ price }) => price),
    );
    derive(
      book,
      of(`${name}.delta`),
      ratio,
      terms,
      model(({ delta }) => delta),
    );
  }
  for (const [name, leg] of [
    ['spread', 'put2'],
    ['collar', 'call'],
  ] as const)
    for (const [part, kind] of [
      ['price', money],
      ['delta', ratio],
    ] as const)
      derive(
        book,
        of(`${name}.${part}`),
        kind,
        [of(`put.${part}`), of(`${leg}.${part}`)],
        (long, short) => long - short,
      );
  derive(
    book,
    `hedge.${fund.symbol}.fullshare`,
    { unit: 'fraction', method: 'full cover' },
    [of('put.price'), close, of('put.delta')],
    (price, spot, delta) =>
      -delta < 0.001 ? absent({ code: 'no-delta' }) : (Math.abs(fund.beta) * price) / (spot * -delta),
  );
}

/** Terms from figures, in the order in which they are asked for. */
const termsOf = ([spot, strike, days, rate, paid, volatility]: readonly number[]): OptionTerms => ({
  spot: spot!,
  strike: strike!,
  years: days! / hedgeTerms.daysInYear,
  rate: rate!,
  dividendYield: Math.log1p(paid!),
  volatility: volatility!,
});
