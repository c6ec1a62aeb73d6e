import type { Edition } from '../editions/edition.ts';
import type { FigureBook } from '../figures/book.ts';
import { callHorizons } from '../figures/calls/horizons.ts';
import type { CallStatement } from '../report/schema.ts';

/** What a briefing calls: the state of the rotation, and the side that it names. */
export function statementOf(book: FigureBook, { states, score }: Edition): CallStatement {
  const state = book.word('rotation.state');
  const sides = { [states.own]: 1, [states.other]: -1, [states.none]: 0 } as const;
  return {
    subject: score.momentum.pair.join(':'),
    state,
    age: book.number('rotation.age'),
    score: book.number('rotation.score'),
    side: state === null ? null : (sides[state] ?? null),
    horizons: [...callHorizons],
  };
}
