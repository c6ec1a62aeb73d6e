import type { LeveragedFund } from '../../editions/edition.ts';
import type { Sentence } from '../report.ts';
import { multiple } from '../words/multiple.ts';
import { said, say, type Words } from '../words/sentence.ts';
import { thresholds } from '../words/thresholds.ts';

/** The fund's day apart from its multiple by more than tracking explains: a data alarm, and never repaired. */
export function residualAlarm(words: Words, fund: LeveragedFund, underlying: string): Sentence[] {
  const id = `residual.${fund.symbol}.1d`;
  const residual = words.number(id);
  if (residual === null || Math.abs(residual) <= thresholds.residualAlarm) return [];
  return said([
    say`Data alarm: ${fund.symbol} is ${words.amount(id)} ${residual > 0 ? 'above' : 'below'} ${multiple(fund.beta)} ${underlying}’s return on the day. Nothing was repaired.`,
  ]);
}
