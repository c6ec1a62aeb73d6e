import { frequencySessions, scenarioFalls } from '../../../figures/levels/risk-rule.ts';
import type { Prose, Table } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { formatNumber } from '../../words/format.ts';
import { multiple } from '../../words/multiple.ts';
import { said, say } from '../../words/sentence.ts';

/** What falls of IWM would do to the fund and to a hundred of its shares, and how often they came. */
export function losses({ edition, words }: Context): Table {
  const { underlying, fund } = edition;
  return {
    kind: 'table',
    id: 'levels.losses',
    title: `If ${underlying} falls next session`,
    subtitle: 'US dollars',
    columns: [
      underlying,
      fund.symbol,
      `${fund.symbol} price`,
      '100 shares',
      `Sessions in ${formatNumber(frequencySessions, 0)}`,
    ].map((label) => ({ label, align: 'end' as const })),
    rows: scenarioFalls.map((percent) => ({
      label: `${underlying}\u00a0${formatNumber(percent, 0)}\u202f%`,
      cells: [
        `scenario.${underlying}.${percent}`,
        `loss.${fund.symbol}.${percent}`,
        `scenario.${fund.symbol}.${percent}`,
        `loss.${fund.symbol}.${percent}.per100`,
        `frequency.${underlying}.${percent}`,
      ].map((figure) => ({ figure })),
    })),
    notes: said([
      say`At ${words.value(`ruin.${fund.symbol}`)} in one session nothing would be left of ${fund.symbol}. The last column counts the sessions of about ten years in which ${underlying} fell by so much or more.`,
    ]),
  };
}

/** Value at risk and expected shortfall in a sentence each; no block without them. */
export function tail({ edition, words }: Context): Prose[] {
  const { symbol, beta } = edition.fund;
  const atRisk = `var95.${symbol}.1d`;
  const sentences = said([
    say`Over the last 504 sessions ${multiple(beta)} ${edition.underlying}’s daily return was a loss of ${words.value(atRisk)} or more on one session in twenty (value at risk, 95\u202f%), and on those sessions the loss averaged ${words.value(`es95.${symbol}.1d`)} (expected shortfall).`,
  ]);
  return sentences.length === 0
    ? []
    : [{ kind: 'prose', id: 'levels.tail', title: 'Tail of the daily loss', form: 'paragraph', sentences }];
}
