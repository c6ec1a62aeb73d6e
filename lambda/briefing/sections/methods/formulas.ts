import type { Prose } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { paragraphOf, plainSentence } from '../plain.ts';

const topics = [
  'returns, volatility, drawdown',
  'relative strength, the map, the score',
  'tracking, compounding, cost, the outcome table',
  'levels, stops, expected move, losses, size',
  'the put hedge',
  'what was known when, the scorecard, the soft-landing table',
  'what is ahead, and how far prices moved on such days',
  'filings and lists of holdings',
  'records, horizons, what followed events',
  'what changed since the session before',
  'the ledger of claims',
  'the record of calls and its grades',
];

/** Where the formulas are. Names only: the briefing asks nothing of the network. */
export function formulas(_: Context): Prose {
  return paragraphOf('methods.formulas', 'Formulas', [
    plainSentence(
      'Each figure names its method, its inputs, its date and its source: on this page where it stands, and all of them in the data file of the briefing.',
    ),
    plainSentence(
      `Definitions are at the end of this page. Their derivations and literature are the program’s pages of methods: ${topics.join('; ')}.`,
    ),
  ]);
}
