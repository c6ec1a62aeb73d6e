import { plural } from '../../../counted.ts';
import type { Edition } from '../../../editions/edition.ts';
import { callHorizons } from '../../../figures/calls/horizons.ts';
import type { Prose, Sentence } from '../../../report/schema.ts';
import { list, said, say, type Words } from '../../words/sentence.ts';

/** Digits of a hash that are printed, as at the foot of the mail: enough to find it by. */
const digits = 12;

/** What became of the calls that were published, what today's is, and what being right means. */
export function recordProse(words: Words, edition: Edition): Prose {
  const pair = edition.score.momentum.pair;
  const [own, other] = pair;
  return {
    kind: 'prose',
    id: 'calls.record',
    title: 'What a call is',
    form: 'list',
    sentences: said([
      ...published(words, pair.join(':')),
      today(words, edition),
      say`A call is right when ${own}’s return less ${other}’s over the sessions after it has the sign of its side. By luck is how often the same calls would be right if they knew nothing but how often ${own} is ahead. Calls that overlap are no separate evidence: the interval counts those that share no session.`,
    ]),
  };
}

/** How many calls are on record, the last one's hash, and whether all are as they were written. */
export function recordSentence(words: Words): Sentence | null {
  const state = words.word('calls.chain');
  if (state === null) return null;
  if (state === 'none yet')
    return say`The record is empty${words.chosen('', 'calls.chain')}: no session before this one has a call that was published in time.`;
  const n = words.number('calls.records') ?? 0;
  const holds = say`The record holds ${words.value('calls.records')} ${plural(n, 'call')} published in time`;
  const last = say`, the last of ${words.value('calls.last')}, hash ${hash(words)}`;
  const stands =
    state === 'intact'
      ? say`${words.chosen('every hash and link is as it was written', 'calls.chain')}`
      : say`it is ${words.value('calls.chain')}, and what is said of published calls rests on a record that was changed`;
  return say`${holds}${last ?? ''}; ${stands}.`;
}

function hash(words: Words): Sentence | null {
  const whole = words.word('calls.head');
  return whole === null
    ? null
    : { parts: [{ figure: 'calls.head', text: whole.slice(0, digits) }], figures: ['calls.head'] };
}

/** Graded calls while they are too few for a rate: how many, and how many were right. */
function published(words: Words, pair: string): (Sentence | null)[] {
  const graded = callHorizons.filter((h) => (words.number(`calls.${pair}.${h}d.n`) ?? 0) > 0);
  const few = graded.filter((h) => !words.known(`calls.${pair}.${h}d.hitrate`));
  if (few.length === 0) return [];
  const each = few.map((h) => {
    const part = (name: string) => words.value(`calls.${pair}.${h}d.${name}`);
    return say`over ${String(h)} sessions ${part('hits')} of ${part('n')} right, ${part('apart')} of them separate`;
  });
  return [say`Of calls published in time ${list(each, '; ')}: too few for a rate.`];
}

/** What this briefing calls, which the record keeps. */
function today(words: Words, { states }: Edition): Sentence | null {
  const state = words.value('rotation.state');
  if (state === null)
    return say`Today’s call: none, for want of a score${words.absent('', 'rotation.state')}.`;
  const grading =
    words.word('rotation.state') === states.none
      ? ': neither side, and so nothing to grade'
      : (say`; it is graded after ${list(callHorizons.map(String))} sessions` ?? '');
  return say`Today’s call: ${state}, with the score at ${words.value('rotation.score')}${grading}.`;
}
