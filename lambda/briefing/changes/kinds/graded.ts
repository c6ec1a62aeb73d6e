import { say } from '../../words/sentence.ts';
import { between, type ChangeKind } from '../kind.ts';
import { numbersOfBoth } from '../sessions.ts';

/** Calls whose 21 sessions were over with this one. */
export const gradedKind: ChangeKind = {
  kind: 'graded',
  evenAlike: true,
  find: (of) => {
    const id = `calls.${of.edition.score.momentum.pair.join(':')}.21d`;
    const both = numbersOfBoth(of, `${id}.n`);
    return both === null || both.now <= both.then
      ? []
      : [{ ...between(of, [`${id}.n`, `${id}.hits`]), quotes: [] }];
  },
  say: ({ ids: [n = '', hits = ''], before, now }, words, { score }) => {
    const [first, second] = score.momentum.pair;
    const record = say`${words.value(hits)} of ${words.value(n)} were right so far`;
    const isOne = Number(now[0]) - Number(before[0]) === 1;
    if (!isOne) return say`Calls are graded after 21 sessions: ${record}.`;
    const result = Number(now[1]) > Number(before[1]) ? 'right' : 'wrong';
    const lead = `excess.${first}:${second}.21d`;
    const side = (words.number(lead) ?? 0) < 0 ? 'behind' : 'ahead of';
    return say`The call of 21 sessions ago was ${words.chosen(result, hits)}: ${first} is ${words.amount(lead)} ${side} ${second} since; ${record}.`;
  },
};
