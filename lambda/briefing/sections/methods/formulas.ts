import type { Prose } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { paragraphOf, plainSentence } from '../plain.ts';

const pages = [
  ['performance', 'returns, volatility, drawdown'],
  ['rotation', 'relative strength, the map, the score'],
  ['leverage', 'tracking, compounding, cost, the outcome table'],
  ['risk', 'levels, stops, expected move, losses, size'],
  ['options', 'the put hedge'],
  ['macro', 'what was known when, the scorecard, the soft-landing table'],
  ['calendar', 'what is ahead, and how far prices moved on such days'],
  ['disclosures', 'filings and lists of holdings'],
  ['history', 'records, horizons, what followed events'],
  ['changes', 'what changed since the session before'],
  ['claims', 'the ledger of claims'],
  ['calls', 'the record of calls and its grades'],
] as const;

/** Where the formulas are. Names of pages only: the briefing asks nothing of the network. */
export function formulas(_: Context): Prose {
  return paragraphOf('methods.formulas', 'Formulas', [
    plainSentence(
      'Each figure names its method, its inputs, its date and its source in report.json and, in the HTML edition, where it stands.',
    ),
    plainSentence(
      `Definitions with units and literature are in docs/methods of this program: ${pages.map(([page, what]) => `${page}.md (${what})`).join(', ')}.`,
    ),
  ]);
}
