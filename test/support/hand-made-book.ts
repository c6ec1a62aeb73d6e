import { Words } from '../../lambda/briefing/words/sentence.ts';
import { FigureBook } from '../../lambda/figures/book.ts';
import type { Figure } from '../../lambda/report/schema.ts';
import type { Reason } from '../../lambda/series/reason.ts';

/** Units that the figures document gives the measures used by hand-made books. */
const units: readonly (readonly [RegExp, string])[] = [
  [/^(streak|.*\.age$)/, 'sessions'],
  [/^rotation\.(state|previous)|quadrant$/, 'word'],
  [/^rotation\.onset/, 'date'],
  [/^rotation\.score/, '-100..100'],
  [/^rotation\.record\.\w+$/, '-1..1'],
  [/\.n$|\.of$|count$|^wins|\.(apart|hits|cells|differ|records|touches)$|softlanding\.yes$/, 'count'],
  [/^rank/, 'rank'],
  [/^move/, 'ratio'],
  [/\.(date|last)$/, 'date'],
  [/^(close\.\w+|swing|unfilled|sma|high52w|low52w|ladder|band|scenario)/, 'usd'],
  [/^frequency/, 'count'],
];

export interface HandMade {
  /** Ids and values; a null is missing for the reasons given. */
  readonly values: Readonly<Record<string, number | string | null>>;
  readonly reasons?: readonly Reason[];
  readonly status?: Readonly<Record<string, Figure['status']>>;
}

const byHand: readonly Reason[] = [{ code: 'note', words: 'made missing by hand' }];

/** A book with just these figures, to ask for the words that they make. */
export function handMadeBook({ values, reasons = byHand, status = {} }: HandMade): FigureBook {
  const book = new FigureBook();
  for (const [id, value] of Object.entries(values))
    book.add(id, value, {
      unit: units.find(([pattern]) => pattern.test(id.replace(/^previous\./, '')))?.[1] ?? 'fraction',
      asOf: '2025-12-31',
      method: 'by hand',
      inputs: seriesOf(id),
      sources: ['hand'],
      reasons,
      ...(status[id] === undefined ? {} : { status: status[id] }),
    });
  return book;
}

/** A return or a close rests on the bars of its symbol. */
function seriesOf(id: string): string[] {
  const symbol = /^(return|close)\.(\^?\w+)/.exec(id)?.[2];
  return symbol === undefined ? [] : [`bars:${symbol}`];
}

export const handMadeWords = (values: HandMade['values'], more: Omit<HandMade, 'values'> = {}): Words =>
  new Words(handMadeBook({ values, ...more }));

/** No-break spaces, narrow and wide, as plain ones, so that expectations can be read. */
export const plainSpaces = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');
