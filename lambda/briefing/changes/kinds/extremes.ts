import type { Edition } from '../../../editions/edition.ts';
import { list, say } from '../../words/sentence.ts';
import { between, type ChangeKind, type Difference } from '../kind.ts';
import { numberOf, numbersOfBoth, type TwoSessions } from '../sessions.ts';

const measures = [
  { measure: 'high52w', noun: 'high', sign: 1, turned: 'lower' },
  { measure: 'low52w', noun: 'low', sign: -1, turned: 'higher' },
] as const;
type Extreme = (typeof measures)[number];

const symbolsOf = ({ underlying, rivals }: Edition): readonly string[] => [underlying, ...rivals.against];
const symbolOf = (id: string): string => id.split('.')[1]!;
const dayOf = (id: string): string => `change.${symbolOf(id)}.1d`;

/**
 * Highs and lows of the last 252 sessions that were set in this one: "IWM and SPY set 52-week lows, 101.43 and 237.36." They
 * are intraday: a symbol that closed the other way has touched its level and not kept it.
 */
export const extremeKind: ChangeKind = {
  kind: 'extreme',
  find: (of) => measures.flatMap((one) => ofMeasure(of, one)),
  say: ({ ids }, words) => {
    const one = measures.find(({ measure }) => ids[0]!.startsWith(measure))!;
    const isKept = keeps(words.book, one)(ids[0]!);
    const several = ids.length > 1;
    const verb = isKept ? (several ? 'set' : 'sets') : several ? 'touch' : 'touches';
    const what = several ? `52-week ${one.noun}s` : `a 52-week ${one.noun}`;
    const turned = say`, and ${several ? 'close' : 'closes'} ${words.chosen(one.turned, ...ids.map(dayOf))}`;
    return say`${list(ids.map(symbolOf))} ${verb} ${what}, ${list(ids.map((id) => words.value(id)))}${isKept ? '' : turned}.`;
  },
};

const keeps =
  (book: TwoSessions['now'], { sign }: Extreme) =>
  (id: string): boolean =>
    sign * (numberOf(book, dayOf(id)) ?? sign) >= 0;

/** Those that closed with it in one change, those that only touched it in another. */
function ofMeasure(of: TwoSessions, one: Extreme): Difference[] {
  const set = symbolsOf(of.edition)
    .map((symbol) => `${one.measure}.${symbol}`)
    .filter((id) => {
      const both = numbersOfBoth(of, id);
      return both !== null && one.sign * (both.now - both.then) > 0;
    });
  const isKept = keeps(of.now, one);
  return [set.filter(isKept), set.filter((id) => !isKept(id))]
    .filter((ids) => ids.length > 0)
    .map((ids) => ({ ...between(of, ids), quotes: [] }));
}
