import type { Edition } from '../../../editions/edition.ts';
import type { Sentence, Table } from '../../../report/schema.ts';
import { said, say, type Words } from '../../words/sentence.ts';
import { placed } from '../../words/verbs.ts';
import { cellOf } from '../cell.ts';

/** How many of the edition's funds take part, and how the average large company does. */
export function breadthSentences(words: Words, { breadth, equalWeights }: Edition): Sentence[] {
  const id = `excess.${equalWeights.pair.join(':')}.21d`;
  const equal = words.number(id);
  return said([
    say`${capital(words)} of ${words.cardinal('breadth.above50.n')} ${breadth.called} ${words.number('breadth.above50.count') === 1 ? 'closes above its 50-session average' : 'close above their 50-session averages'}, dividends counted.`,
    equal === null
      ? null
      : say`${equalWeights.name} is ${words.amount(id)} ${placed(equal)} the index over 21 sessions.`,
  ]);
}

/** The count that opens the sentence, with a capital. */
function capital(words: Words) {
  const count = words.cardinal('breadth.above50.count');
  const part = count?.parts[0];
  if (count === null || part === undefined || typeof part === 'string') return count;
  return { ...count, parts: [{ ...part, text: part.text.charAt(0).toUpperCase() + part.text.slice(1) }] };
}

/** The mega-caps and what is bought with them: semiconductors, the mega-cap fund, the basket of seven. */
export function megacapTable(words: Words, { gauge }: Edition): Table {
  return {
    kind: 'table',
    id: 'gauge',
    title: gauge.title,
    subtitle: 'Excess total return, percentage points; close against the 52-week high of the first',
    columns: [
      { label: '5 days', align: 'end' },
      { label: '21 days', align: 'end' },
      { label: '63 days', align: 'end' },
      { label: 'Below high', align: 'end' },
    ],
    rows: gauge.rows.map(({ label, hint, pair, high }) => ({
      label,
      hint,
      cells: [
        ...['5d', '21d', '63d'].map((window) => cellOf(words, `excess.${pair.join(':')}.${window}`)),
        high === null ? { text: '' } : cellOf(words, `high52w.${high}.below`),
      ],
    })),
    notes: [],
  };
}
