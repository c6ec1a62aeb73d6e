import { scoreComponents } from '../../../analytics/rotation-score.ts';
import { plural } from '../../../counted.ts';
import type { Edition } from '../../../editions/edition.ts';
import type { Prose, Sentence } from '../../../report/schema.ts';
import { scoreSentence } from '../../words/leadership.ts';
import { list, said, say, type Words } from '../../words/sentence.ts';
import { thresholds } from '../../words/thresholds.ts';

/** The section's first sentence: which leadership, since when. */
export function onsetSentence(words: Words, edition: Edition): Sentence {
  const state = words.word('rotation.state');
  if (state === null) return scoreSentence(words, edition);
  const shown = words.value('rotation.state');
  if (words.number('rotation.age') === 1)
    return (
      say`Rotation shows ${shown}, in its ${words.ordinal('rotation.age')} session.` ??
      scoreSentence(words, edition)
    );
  const count = words.cardinal('rotation.age');
  const noun = plural(words.number('rotation.age') ?? 0, 'session');
  return (
    say`Rotation has shown ${shown} since ${words.value('rotation.onset')}: ${count} ${noun}.` ??
    say`Rotation shows ${shown}.` ??
    scoreSentence(words, edition)
  );
}

/** The score with its record, the side of each component, and the race by sessions won. */
export function scoreProse(words: Words, edition: Edition): Prose {
  return {
    kind: 'prose',
    id: 'score',
    form: 'paragraph',
    // Without a state the section's first sentence has said why.
    sentences: said([
      words.word('rotation.state') === null ? null : scoreSentence(words, edition),
      sides(words, edition),
      ...edition.pairs.slice(0, 2).map(([first, second]) => sessionsWon(words, first, second)),
    ]),
  };
}

/** "Momentum stands on the small-cap side; credit on the large-cap side." By sign; within a tenth is neither. */
function sides(words: Words, edition: Edition): Sentence | null {
  const { own, other } = edition.sides;
  const named = scoreComponents.map((name) => ({ name, id: `rotation.component.${name}` }));
  const on = (sign: 1 | -1) => named.filter(({ id }) => (words.number(id) ?? 0) * sign >= thresholds.side);
  const listed = (those: typeof named) =>
    list(those.map(({ name, id }) => words.chosen(edition.score[name].spoken, id)));
  const [small, large] = [on(1), on(-1)];
  const verb = (those: typeof named) => (those.length === 1 ? 'stands' : 'stand');
  return capitalised(
    say`${listed(small)} ${verb(small)} on the ${own.adjective} side; ${listed(large)} on the ${other.adjective} side.` ??
      say`${listed(small)} ${verb(small)} on the ${own.adjective} side.` ??
      say`${listed(large)} ${verb(large)} on the ${other.adjective} side.`,
  );
}

/** "IWM beat SPY in eight of the last 20 sessions and in two of the last five." */
function sessionsWon(words: Words, first: string, second: string): Sentence | null {
  const won = (n: number) => words.cardinal(`wins.${first}:${second}.${n}d`);
  return say`${first} beat ${second} in ${won(20)} of the last 20 sessions and in ${won(5)} of the last five.`;
}

function capitalised(sentence: Sentence | null): Sentence | null {
  const first = sentence?.parts[0];
  if (sentence === null || typeof first !== 'string') return sentence;
  const parts = [first.charAt(0).toUpperCase() + first.slice(1), ...sentence.parts.slice(1)];
  return { ...sentence, parts };
}
