import { say } from '../../words/sentence.ts';
import { between, type ChangeKind } from '../kind.ts';
import { limits } from '../limits.ts';
import { numbersOfBoth } from '../sessions.ts';

/** The expected move of the next session, at least a fifth more than the evening before's or that much less. */
export const rangeKind: ChangeKind = {
  kind: 'range',
  find: (of) => {
    const id = `expected.${of.edition.underlying}.1d`;
    const both = numbersOfBoth(of, id);
    if (both === null || both.then <= 0) return [];
    const ratio = both.now / both.then;
    return ratio >= limits.range || ratio <= 1 / limits.range ? [between(of, [id])] : [];
  },
  say: ({ ids: [id = ''], before, now }, words, { underlying }) => {
    const verb = words.chosen(Number(now[0]) > Number(before[0]) ? 'widens' : 'narrows', id);
    return say`${underlying}’s expected move of a session ${verb} from ${words.carried(id)} to ${words.value(id)}.`;
  },
};
