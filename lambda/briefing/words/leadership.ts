import { plural } from '../../counted.ts';
import type { Edition } from '../../editions/edition.ts';
import type { Sentence } from '../../report/schema.ts';
import { hasReason } from '../../series/reason.ts';
import { naming, say, type Words } from './sentence.ts';

/** What an edition calls the sides and the states, the words of `rotation.state`: docs/methods/rotation.md. */
type Named = Pick<Edition, 'sides' | 'states'>;

/**
 * "large caps still lead", "no side leads", for the end of the verdict; says so when there is no score. `still` when the
 * session went against the state that is named.
 */
export function leadership(words: Words, edition: Named, still = false): Sentence | null {
  const state = words.word('rotation.state');
  if (state === null)
    return words.absent('the rotation score cannot be computed', 'rotation.score', 'rotation.state');
  const age = words.number('rotation.age');
  if (state === edition.states.none)
    return say`${age === 1 ? ended(words) : words.chosen('no side leads', stateId)}${withoutParts(words)}`;
  const verb = age === 1 ? 'take the lead' : still ? 'still lead' : 'lead';
  const rests = age === null ? [stateId] : [stateId, 'rotation.age'];
  return say`${words.chosen(`${leaderOf(edition, state)} ${verb}`, ...rests)}${withoutParts(words)}`;
}

/** " (proxy: without credit)": the state by a score of the components that are there says which are not. */
export function withoutParts(words: Words): Sentence | string {
  if (!words.known(stateId)) return '';
  const { status, reasons } = words.book.get(stateId);
  return status === 'proxy' && hasReason(reasons, 'without')
    ? (naming('proxy', say` (proxy: ${words.reason(stateId)})`) ?? '')
    : '';
}

const stateId = 'rotation.state';

/** The first session without a leader is news: whose lead ended. */
const ended = (words: Words): Sentence | null =>
  say`${words.value('rotation.previous')} ends${words.chosen('', stateId, 'rotation.age')}` ??
  words.chosen('no side leads', stateId);

/** Who leads in a state: "small caps". */
const leaderOf = ({ sides, states }: Named, state: string): string =>
  (state === states.own ? sides.own : sides.other).plural;

/** ", four sessions after small caps last led" or ", large-cap leadership in its 37th session". */
export function leadershipAge(words: Words, { sides, states }: Named): Sentence | string {
  const state = words.word('rotation.state');
  const age = words.number('rotation.age');
  if (state === null || age === null) return '';
  if (state !== states.none)
    return say`, ${words.value('rotation.state')} in its ${words.ordinal('rotation.age')} session` ?? '';
  const led = words.word('rotation.previous');
  if (led === null) return '';
  const caps = words.chosen(leaderOf({ sides, states }, led), 'rotation.previous');
  const sessions = plural(age, 'session');
  return say`, ${words.cardinal('rotation.age')} ${sessions} after ${caps} last led` ?? '';
}

/** The score with its record, which is given wherever it is shown: it describes and does not predict. */
export function scoreSentence(words: Words, edition: Named): Sentence {
  const score = words.value('rotation.score');
  if (score === null)
    return (
      say`The rotation score is not computable: ${words.reason('rotation.score')}.` ??
      words.absent('The rotation score is not computable.', 'rotation.score')
    );
  return say`The rotation score is ${score} of ±100${leadershipAge(words, edition)}; ${record(words)}.`!;
}

const horizon = 21;

/**
 * What the score has been worth so far: its correlation with the 21 sessions after it, the interval of 95 % and how many
 * such spans lie side by side. "Does not predict" is said where the interval holds zero, else that it is not used to;
 * under 30 spans there is no correlation to give.
 */
function record(words: Words): Sentence {
  const id = `rotation.record.${horizon}d`;
  const [low, high] = [words.number(`${id}.low`), words.number(`${id}.high`)];
  const count = words.number(`${id}.apart`);
  const spans =
    count === null
      ? null
      : say`${words.value(`${id}.apart`)} separate ${String(horizon)}-session ${plural(count, 'span')}`;
  const verb = low !== null && high !== null && low * high > 0 ? 'is not used to' : 'does not';
  return (
    say`it describes and ${verb} predict: ${spans}, correlation ${words.value(id)}, 95\u202f% ${words.value(`${id}.low`)} to ${words.value(`${id}.high`)}` ??
    say`it describes, and its record of ${spans} is too short to say more` ??
    words.absent('it describes, and it has no record', id)
  );
}
