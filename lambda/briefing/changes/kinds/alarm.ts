import { isBrokenRecord } from '../../../series/calls.ts';
import { multiple } from '../../words/multiple.ts';
import { say } from '../../words/sentence.ts';
import { between, type ChangeKind, type Difference } from '../kind.ts';
import { limits } from '../limits.ts';
import { numberOf, type TwoSessions, wordOf } from '../sessions.ts';

const chain = 'calls.chain';

/** A fund that is far off its multiple on the day; a record of calls that is no longer as it was written. */
export const alarmKind: ChangeKind = {
  kind: 'alarm',
  evenAlike: true,
  find: (of) => [...residual(of), ...brokenChain(of)],
  say: ({ ids: [id = ''] }, words, { fund, underlying }) => {
    if (id === chain) return say`Data alarm: the record of calls is ${words.value(chain)}.`;
    const side = words.chosen(words.number(id)! > 0 ? 'above' : 'below', id);
    return say`Data alarm: ${fund.symbol} is ${words.amount(id)} ${side} ${multiple(fund.beta)} ${underlying}’s return on the day.`;
  },
};

function residual(of: TwoSessions): Difference[] {
  const id = `residual.${of.edition.fund.symbol}.1d`;
  const now = numberOf(of.now, id);
  if (now === null || Math.abs(now) <= limits.residual || now === numberOf(of.before, id)) return [];
  return [between(of, [id])];
}

/** The panel does not know how the archive was: it is compared with what was published last. */
function brokenChain({ now, published }: TwoSessions): Difference[] {
  const state = wordOf(now, chain);
  const before = published?.report.figures[chain]?.value ?? null;
  return isBrokenRecord(state) && state !== before ? [{ ids: [chain], before: [before], now: [state] }] : [];
}
