import { say } from '../../words/sentence.ts';
import { between, type ChangeKind } from '../kind.ts';
import { numbersOfBoth } from '../sessions.ts';

/** The underlying's place among the benchmarks, when it changed. Figures `rank.IWM.21d`, `rank.IWM.21d.of`. */
export const rankKind: ChangeKind = {
  kind: 'rank',
  find: (of) => {
    const id = `rank.${of.edition.underlying}.21d`;
    const both = numbersOfBoth(of, id);
    return both === null || both.now === both.then ? [] : [between(of, [id])];
  },
  say: ({ ids: [id = ''], before, now }, words, { underlying }) => {
    const verb = Number(now[0]) < Number(before[0]) ? 'rises' : 'slips';
    return say`${underlying} ${verb} from ${words.carriedOrdinal(id)} to ${words.ordinal(id)} of ${words.cardinal(`${id}.of`)} benchmarks by 21-session return.`;
  },
};
