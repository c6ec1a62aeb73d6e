import type { Edition } from '../../../editions/edition.ts';
import { type StayName, stayNames } from '../../../figures/study/stays.ts';
import type { Sentence } from '../../../report/schema.ts';
import { multiple } from '../../words/multiple.ts';
import { firstOf, say, type Words } from '../../words/sentence.ts';
import { type ChangeKind, turned } from '../kind.ts';

const idOf = (underlying: string, name: StayName): string => `regime.${underlying}.${name}`;

/** Stays of one measure: where one begins as another ends, or both begin, it is one change. */
const measures: readonly (readonly StayName[])[] = [
  ['high-vol', 'low-vol'],
  ['heavy-decay', 'kind-trend'],
  ['fall-10', 'fall-20'],
];

/** A stay of high or low volatility, of costly or kind compounding, or of a fall from the high, that began or ended. */
export const regimeKind: ChangeKind = {
  kind: 'regime',
  find: (of) =>
    measures.flatMap((names) =>
      turned(
        of,
        names.map((name) => idOf(of.edition.underlying, name)),
      ),
    ),
  say: ({ ids, now }, words, edition) => {
    const last = now.lastIndexOf('inside');
    const id = ids.at(last)!;
    const name = stayNames.find((each) => id.endsWith(`.${each}`))!;
    const [subject, reading] = regimeWords(words, edition)[name];
    const turn = words.chosen(subject[last >= 0 ? 'begins' : 'ends'], ...ids);
    return firstOf(reading === null ? null : say`${turn}: ${reading}.`, say`${turn}.`);
  },
};

interface Turn {
  readonly begins: string;
  readonly ends: string;
}

/** What is said of each stay, and the reading that it is said of. */
function regimeWords(
  words: Words,
  { underlying, fund }: Edition,
): Readonly<Record<StayName, readonly [Turn, Sentence | null]>> {
  const volatility = say`${words.value(`vol.${underlying}.21d`)} a year over 21 sessions`;
  const reset = `Daily resets of ${multiple(fund.beta)} ${underlying}`;
  const compounding = say`${words.value(`gap.${fund.symbol}.21d.compounding`)} over 21 sessions`;
  const fall = say`${words.value(`drawdown.${underlying}.now`)}`;
  return {
    'high-vol': [
      {
        begins: `${underlying}’s volatility enters the highest tenth of its five years`,
        ends: `${underlying}’s volatility leaves the highest three tenths of its five years`,
      },
      volatility,
    ],
    'low-vol': [
      {
        begins: `${underlying}’s volatility enters the lowest tenth of its five years`,
        ends: `${underlying}’s volatility leaves the lowest three tenths of its five years`,
      },
      volatility,
    ],
    'heavy-decay': [
      {
        begins: `${reset} cost as much as in the worst tenth of five years`,
        ends: `${reset} no longer cost as much as in the worst three tenths of five years`,
      },
      compounding,
    ],
    'kind-trend': [
      {
        begins: `${reset} add as much as in the best tenth of five years`,
        ends: `${reset} no longer add as much as in the best three tenths of five years`,
      },
      compounding,
    ],
    'fall-10': [
      {
        begins: `${underlying} has fallen a tenth from its high`,
        ends: `${underlying} is less than a twentieth below its high, after a fall of a tenth`,
      },
      fall,
    ],
    'fall-20': [
      {
        begins: `${underlying} has fallen a fifth from its high`,
        ends: `${underlying} is less than a tenth below its high, after a fall of a fifth`,
      },
      fall,
    ],
  };
}
