import type { Prose } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { multiple } from '../../words/multiple.ts';
import { paragraphOf, plainSentence } from '../plain.ts';

/** The risk notice: what the fund is, what the briefing is not. */
export function notice({ edition }: Context): Prose {
  const { symbol, name, beta } = edition.fund;
  const times = multiple(beta);
  return paragraphOf('methods.notice', 'Risk notice', [
    plainSentence(
      `${symbol} (${name}) resets its exposure to ${times} its index every day: over more than one day its return differs from ${times} the index's, by more the more the index swings, and a fall of the index by ${share(beta)} in one day would take all of it.`,
    ),
    plainSentence(
      'This briefing is information about the past and arithmetic about the next session. It is not advice, not an offer and not a recommendation to buy, sell or hold anything; it knows nothing of its reader.',
    ),
    plainSentence(
      'Data come from others and may be late, revised or wrong; models leave things out and say what. There is no warranty of any kind: check a number at its source before money depends on it.',
    ),
  ]);
}

/** The fall of the index that takes all of a fund of that multiple: 1 / multiple, in words where it has one. */
function share(beta: number): string {
  if (beta === 2) return 'half';
  return beta === 3 ? 'a third' : `${(100 / Math.abs(beta)).toFixed(0)}\u202f%`;
}
