import { join, list, say } from '../../words/sentence.ts';
import { type ChangeKind, turned } from '../kind.ts';

const quadrants = ['leading', 'weakening', 'lagging', 'improving'] as const;

/** Subjects of the rotation map that changed quadrant, in one sentence: the map is redrawn every day. */
export const quadrantKind: ChangeKind = {
  kind: 'quadrant',
  find: (of) => {
    const { benchmark, subjects } = of.edition.map;
    return turned(
      of,
      subjects.map((subject) => `map.${subject}:${benchmark}.quadrant`),
    );
  },
  say: ({ ids, now }, words, { map }) => {
    const places = quadrants.flatMap((one) => {
      const named = list(
        ids.filter((_, i) => now[i] === one).map((id) => words.chosen(/^map\.(.+):/.exec(id)![1]!, id)),
      );
      return named === null ? [] : [say`${named} now ${one}`];
    });
    return say`On the rotation map against ${map.benchmark}: ${join(places, '; ')}.`;
  },
};
