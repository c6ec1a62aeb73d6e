import { say } from '../../words/sentence.ts';
import { between, type ChangeKind } from '../kind.ts';
import { limits } from '../limits.ts';
import { numbersOfBoth, type TwoSessions, wordsOfBoth } from '../sessions.ts';

const [stateId, scoreId] = ['rotation.state', 'rotation.score'] as const;

function hasTurned(of: TwoSessions): boolean {
  const both = wordsOfBoth(of, stateId);
  return both !== null && both.now !== both.then;
}

/** Leadership that began or ended with this session. */
export const stateKind: ChangeKind = {
  kind: 'state',
  find: (of) => (hasTurned(of) ? [between(of, [stateId])] : []),
  say: ({ now }, words, { states }) => {
    const score = say` with the score at ${words.value(scoreId)}` ?? '';
    const before = words.carried(stateId);
    return now[0] === states.none
      ? say`Rotation: ${before} ends${score}.`
      : say`Rotation: ${before} gives way to ${words.value(stateId)}${score}.`;
  },
};

/** A large step of the score that left the state as it was. */
export const scoreKind: ChangeKind = {
  kind: 'score',
  find: (of) => {
    const both = numbersOfBoth(of, scoreId);
    if (both === null || Math.abs(both.now - both.then) < limits.score || hasTurned(of)) return [];
    return [between(of, [scoreId])];
  },
  say: ({ before, now }, words) => {
    const verb = words.chosen(Number(now[0]) > Number(before[0]) ? 'rises' : 'falls', scoreId);
    return say`Rotation: the score ${verb} from ${words.carried(scoreId)} to ${words.value(scoreId)}.`;
  },
};
