import type { Edition } from '../../../editions/edition.ts';
import type { Prose, Table } from '../../../report/schema.ts';
import { said, say, type Words } from '../../words/sentence.ts';
import { placed } from '../../words/verbs.ts';
import { cellOf } from '../cell.ts';

/** How many small-cap and sector funds take part, and how the average large company does. */
export function breadthProse(words: Words): Prose | null {
  const equal = words.number('excess.RSP:SPY.21d');
  const sentences = said([
    say`${capital(words)} of ${words.cardinal('breadth.above50.n')} small-cap and sector funds ${words.number('breadth.above50.count') === 1 ? 'closes above its 50-session average' : 'close above their 50-session averages'}.`,
    equal === null
      ? null
      : say`The S&P 500 with equal weights is ${words.amount('excess.RSP:SPY.21d')} ${placed(equal)} the index over 21 sessions.`,
  ]);
  return sentences.length === 0
    ? null
    : { kind: 'prose', id: 'breadth', title: 'Breadth', form: 'paragraph', sentences };
}

/** The count that opens the sentence, with a capital. */
function capital(words: Words) {
  const count = words.cardinal('breadth.above50.count');
  const part = count?.parts[0];
  if (count === null || part === undefined || typeof part === 'string') return count;
  return { ...count, parts: [{ ...part, text: part.text.charAt(0).toUpperCase() + part.text.slice(1) }] };
}

/** The mega-caps and what is bought with them: semiconductors, the mega-cap fund, the basket of seven. */
export function megacapTable(words: Words, { basket }: Edition): Table {
  const rows = [
    ['SMH − SPY', 'Semiconductors', 'SMH:SPY', 'SMH'],
    ['MGK − SPY', 'Mega-cap growth', 'MGK:SPY', 'MGK'],
    ['Mega-caps − RSP', 'Basket of seven', `${basket.id}:RSP`, null],
  ] as const;
  return {
    kind: 'table',
    id: 'mega-caps',
    title: 'AI and mega-cap gauge',
    subtitle: 'Excess total return, percentage points; close against the 52-week high of the first',
    columns: [
      { label: '5 days', align: 'end' },
      { label: '21 days', align: 'end' },
      { label: '63 days', align: 'end' },
      { label: 'Below high', align: 'end' },
    ],
    rows: rows.map(([label, hint, pair, high]) => ({
      label,
      hint,
      cells: [
        ...['5d', '21d', '63d'].map((window) => cellOf(words, `excess.${pair}.${window}`)),
        high === null ? { text: '' } : cellOf(words, `high52w.${high}.below`),
      ],
    })),
    notes: [],
  };
}
