import { scoreComponents } from '../../../analytics/rotation-score.ts';
import { plural } from '../../../counted.ts';
import type { Edition } from '../../../editions/edition.ts';
import type { Prose, Sentence } from '../../../report/schema.ts';
import { scoreSentence } from '../../words/leadership.ts';
import { list, said, say, type Words } from '../../words/sentence.ts';
import { thresholds } from '../../words/thresholds.ts';

/** The section's first sentence: which leadership, since when. */
export function onsetSentence(words: Words): Sentence {
  const state = words.word('rotation.state');
  if (state === null) return scoreSentence(words);
  const shown = words.value('rotation.state');
  if (words.number('rotation.age') === 1)
    return (
      say`Rotation shows ${shown}, in its ${words.ordinal('rotation.age')} session.` ?? scoreSentence(words)
    );
  const count = words.cardinal('rotation.age');
  const noun = plural(words.number('rotation.age') ?? 0, 'session');
  return (
    say`Rotation has shown ${shown} since ${words.value('rotation.onset')}: ${count} ${noun}.` ??
    say`Rotation shows ${shown}.` ??
    scoreSentence(words)
  );
}

/** The score with its record, the side of each component, and the race by sessions won. */
export function scoreProse(words: Words, edition: Edition): Prose {
  return {
    kind: 'prose',
    id: 'score',
    form: 'paragraph',
    sentences: said([
      scoreSentence(words),
      sides(words),
      ...edition.pairs.slice(0, 2).map(([first, second]) => sessionsWon(words, first, second)),
    ]),
  };
}

/** The components as they are spoken of. */
const spoken = {
  momentum: 'momentum',
  megacap: 'mega-caps',
  breadth: 'breadth',
  credit: 'credit',
} as const;

/** "Momentum stands on the small-cap side; credit on the large-cap side." By sign; within a tenth is neither. */
function sides(words: Words): Sentence | null {
  const named = scoreComponents.map((name) => ({ name, id: `rotation.component.${name}` }));
  const on = (sign: 1 | -1) => named.filter(({ id }) => (words.number(id) ?? 0) * sign >= thresholds.side);
  const listed = (those: typeof named) => list(those.map(({ name, id }) => words.chosen(spoken[name], id)));
  const [small, large] = [on(1), on(-1)];
  const verb = (those: typeof named) => (those.length === 1 ? 'stands' : 'stand');
  return capitalised(
    say`${listed(small)} ${verb(small)} on the small-cap side; ${listed(large)} on the large-cap side.` ??
      say`${listed(small)} ${verb(small)} on the small-cap side.` ??
      say`${listed(large)} ${verb(large)} on the large-cap side.`,
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
