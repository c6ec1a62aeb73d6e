import type { Edition } from '../../../editions/edition.ts';
import type { Sentence, Table } from '../../../report/schema.ts';
import { said, say, type Words } from '../../words/sentence.ts';
import { contributed } from '../../words/verbs.ts';

const returns = [-60, -40, -20, 0, 20, 40, 60] as const;
const volatilities = [10, 25, 50, 75, 100] as const;

/** The one-year outcome by index return and volatility, before costs: the table of the funds' own prospectus. */
export function decayTable(words: Words, { fund, underlying }: Edition): Table {
  const { symbol } = fund;
  return {
    kind: 'table',
    id: 'decay',
    title: `${symbol} after a year, before costs`,
    subtitle: `By ${underlying}’s return over the year (rows) and its volatility (columns)`,
    columns: volatilities.map((sigma) => ({ label: `${sigma}\u202f%`, align: 'end' })),
    rows: returns
      .filter((held) => words.book.has(`decay.${symbol}.${held}.25`))
      .map((held) => ({
        label: `${held > 0 ? '+' : held < 0 ? '−' : ''}${Math.abs(held)}\u202f%`,
        cells: volatilities.map((sigma) => ({ figure: `decay.${symbol}.${held}.${sigma}` })),
      })),
    notes: said([nearestColumn(words, underlying), costsNow(words, symbol)]),
  };
}

/** Which column today's realised volatility is nearest to. */
function nearestColumn(words: Words, underlying: string): Sentence | null {
  const id = `vol.${underlying}.252d`;
  const today = words.number(id);
  if (today === null) return null;
  const nearest = [...volatilities].sort((a, b) => Math.abs(a / 100 - today) - Math.abs(b / 100 - today))[0]!;
  return say`${underlying}’s realised volatility of the last 252 sessions, ${words.value(id)} a year, is nearest to the column of ${words.chosen(`${nearest}\u202f%`, id)}; over 21 sessions it was ${words.value(`vol.${underlying}.21d`)}.`;
}

/** What the table leaves out, at the rate of the last year. */
function costsNow(words: Words, symbol: string): Sentence | null {
  const id = `td.${symbol}.252d`;
  const difference = words.number(id);
  if (difference === null) return null;
  const verb = contributed(difference);
  return verb === 'changed nothing'
    ? null
    : say`Costs and tracking, which the table leaves out, ${verb} ${words.amount(id)} over the last 252 sessions.`;
}
