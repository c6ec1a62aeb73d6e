import { say } from '../../words/sentence.ts';
import { between, type ChangeKind } from '../kind.ts';
import { limits } from '../limits.ts';
import { numbersOfBoth } from '../sessions.ts';

/** A run on one side of the benchmark that ended. */
export const runKind: ChangeKind = {
  kind: 'run',
  find: (of) => {
    const id = `streak.${of.edition.pairs[0]!.join(':')}`;
    const both = numbersOfBoth(of, id);
    if (both === null || Math.abs(both.then) < limits.run || both.now * both.then > 0) return [];
    return [between(of, [id])];
  },
  say: ({ ids: [id = ''], before }, words, { pairs }) => {
    const [first, second] = pairs[0]!;
    const side = words.chosen(Number(before[0]) > 0 ? 'ahead of' : 'behind', id);
    return say`${first}’s run of ${words.carriedCount(id)} sessions ${side} ${second} ends.`;
  },
};
