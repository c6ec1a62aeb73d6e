import type { Table } from '../../../report/schema.ts';
import { hasReason } from '../../../series/reason.ts';
import type { Context } from '../../context.ts';
import { naming, said, say } from '../../words/sentence.ts';

const bands = ['2sd.low', '1sd.low', '1sd.high', '2sd.high'] as const;

/** The prices one and two standard deviations away, for IWM and for the fund. */
export function rangesTable({ edition, words, book }: Context): Table {
  const { underlying, fund, volatility } = edition;
  const expected = `expected.${underlying}.1d`;
  const { asOf, status, reasons } = book.get(expected);
  const isOld = hasReason(reasons, 'volatility-of-before');
  const { name } = volatility;
  const origin =
    status === 'proxy'
      ? naming(
          'proxy',
          say`The expected move of ${words.value(expected)} is a proxy: it is realised volatility, exponentially weighted, because there is no ${name}.`,
        )
      : say`The expected move is implied by options over 30 days (${isOld ? naming('stale', words.chosen(`${name} of ${asOf}, stale`, expected)) : words.chosen(name, expected)}), spread evenly over its sessions.`;
  return {
    kind: 'table',
    id: 'levels.ranges',
    title: 'Expected range next session',
    subtitle: 'US dollars at one and two standard deviations from the close',
    columns: ['±1σ', '−2σ', '−1σ', '+1σ', '+2σ'].map((label) => ({ label, align: 'end' as const })),
    rows: [underlying, fund.symbol].map((symbol) => ({
      label: symbol,
      cells: [
        { figure: `expected.${symbol}.1d` },
        ...bands.map((band) => ({ figure: `band.${symbol}.${band}` })),
      ],
    })),
    notes: said([
      origin,
      book.has(`iv30.${underlying}`)
        ? say`For comparison only: Cboe’s own figure for options of ${underlying} itself, 30 days ahead, is ${words.value(`iv30.${underlying}`)} a year, ${words.value(`iv30.${underlying}.1d`)} a session.`
        : null,
      say`As estimated the evening before, ${words.value(`${expected}.inside.1sd`)} of the last ${words.value(`${expected}.inside.n`)} sessions ended within one standard deviation and ${words.value(`${expected}.inside.2sd`)} within two.`,
    ]),
  };
}
