import type { Edition } from '../../../editions/edition.ts';
import type { Sentence, Table } from '../../../report/schema.ts';
import { firstOf, said, say, type Words } from '../../words/sentence.ts';
import { thresholds } from '../../words/thresholds.ts';
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

/** Drawdown, the gain it takes to recover, breakeven and choppiness, in words. */
export function risksOfHolding(words: Words, { fund, underlying }: Edition): (Sentence | null)[] {
  const { symbol, beta } = fund;
  return [
    drawdown(words, symbol),
    breakeven(words, symbol, underlying),
    say`Over 63 sessions variance alone took ${words.amount(`drag.${symbol}.63d`)} from the ${cube(beta)} of ${underlying}’s growth.`,
    choppiness(words, underlying),
  ];
}

/** What the underlying would have to return for the fund to be flat, before costs and with those of the last year. */
function breakeven(words: Words, symbol: string, underlying: string): Sentence | null {
  const id = `breakeven.${symbol}.21d`;
  const opening = say`At ${underlying}’s volatility of the last 21 sessions ${underlying} would have to return ${words.value(id)} over the next 21 for ${symbol} to be flat before costs`;
  return firstOf(
    say`${opening}, ${words.value(`${id}.withcosts`)} with the costs of the last 252 sessions.`,
    say`${opening}.`,
  );
}

function drawdown(words: Words, symbol: string): Sentence | null {
  const id = `drawdown.${symbol}.now`;
  const depth = words.number(id);
  if (depth === 0) return words.chosen(`${symbol} closes at the highest of its data.`, id);
  return say`${symbol} stands ${words.amount(id)} below the highest close of its data, dividends reinvested; it would take a gain of ${words.amount(`recover.${symbol}`)} to return there.`;
}

function cube(beta: number): string {
  const names: Readonly<Record<number, string>> = { 2: 'square', 3: 'cube' };
  return names[beta] ?? `power of ${beta}`;
}

/** How straight the path was: the straighter, the kinder to a daily reset. */
function choppiness(words: Words, underlying: string): Sentence | null {
  const path = say`${underlying}’s efficiency ratio over 21 sessions is ${words.value(`efficiency.${underlying}.21d`)} (one is a straight line, zero a path that comes back)`;
  return say`${path}${autocorrelation(words, underlying)}.`;
}

/** The variance ratio with its error. Within two errors of one nothing is said of the days. */
function autocorrelation(words: Words, underlying: string): Sentence | string {
  const id = `varianceratio.${underlying}.252d`;
  const error = words.number(`${id}.error`);
  const ratio = words.number(id);
  if (ratio === null || error === null) return '';
  const rests = [id, `${id}.error`] as const;
  const its = say`its variance ratio over a year is ${words.value(id)}`;
  if (Math.abs(ratio - 1) <= thresholds.errors * error)
    return say`; ${its}, not told apart from one by its standard error of ${words.value(rests[1])}` ?? '';
  const tendency = words.chosen(ratio > 1 ? 'days tended to carry on' : 'days tended to reverse', ...rests);
  return say`; ${its}, with a standard error of ${words.value(rests[1])}: ${tendency}` ?? '';
}
