import type { Prose } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { paragraphOf, plainSentence } from '../plain.ts';

/** What each page of docs/methods is about. */
export const methodPages = {
  'performance.md': 'returns, volatility, drawdown',
  'rotation.md': 'relative strength, the map, the score',
  'leverage.md': 'tracking, compounding, cost, the outcome table',
  'risk.md': 'levels, stops, expected move, losses, size',
  'options.md': 'the put hedge',
  'macro.md': 'what was known when, the scorecard, the soft-landing table',
  'calendar.md': 'what is ahead, and how far prices moved on such days',
  'disclosures.md': 'filings and lists of holdings',
  'history.md': 'records, horizons, what followed events',
  'changes.md': 'what changed since the session before',
  'claims.md': 'the ledger of claims',
  'calls.md': 'the record of calls and its grades',
} as const;

/** Where the formulas are. Names only: the briefing asks nothing of the network. */
export function formulas(_: Context): Prose {
  return paragraphOf('methods.formulas', 'Formulas', [
    plainSentence(
      'Each figure names its method, its inputs, its date and its source: on this page where it stands, and all of them in the data file of the briefing.',
    ),
    plainSentence(
      `Definitions are at the end of this page. Their derivations and literature are the program’s pages of methods: ${Object.values(methodPages).join('; ')}.`,
    ),
  ]);
}
