import type { Edition } from '../../../editions/edition.ts';
import type { Sentence } from '../../../report/schema.ts';
import { leadership } from '../../words/leadership.ts';
import { eve, periodVerb, type SessionContext } from '../../words/period.ts';
import { carriedId, list, say, type Words } from '../../words/sentence.ts';
import { thresholds } from '../../words/thresholds.ts';

/** What the verdict compares: the underlying and its benchmark, what their sides are called, and the fund. */
export interface BenchmarkPair extends Pick<Edition, 'underlying' | 'sides' | 'states' | 'fund'> {
  readonly benchmark: string;
}

/** The day's returns that are known, "IWM −0.75 %, TNA −2.29 %"; null of none. */
export const dayMoves = (words: Words, symbols: readonly string[]): Sentence | null =>
  list(
    symbols.map((symbol) => say`${symbol} ${words.value(`return.${symbol}.1d`)}`),
    ', ',
  );

/**
 * The briefing in one sentence: the day's move of the underlying and of the fund, what the underlying did against its
 * benchmark, and who leads. One word has one meaning: *beat* and *trail* are of the day, *ahead* and *behind* of several
 * sessions, *lead* of the rotation's state; and no verb says the opposite of the move.
 */
export function verdict(words: Words, pair: BenchmarkPair, neighbours: SessionContext): Sentence {
  const { underlying, fund } = pair;
  const moves = dayMoves(words, [underlying, fund.symbol]);
  if (moves === null || !words.known(`return.${underlying}.1d`)) return unknown(words, pair);
  const opening = say`${moves}${occasion(neighbours)}`;
  const still = opposes(words, pair);
  return (
    say`${opening}: ${against(words, pair)}; ${leadership(words, pair, still)}.` ??
    say`${opening}; ${leadership(words, pair)}.` ??
    unknown(words, pair)
  );
}

/** " to end the year", " before Thanksgiving"; nothing on most days. */
function occasion(neighbours: SessionContext): string {
  const period = periodVerb(neighbours);
  return period === null ? eve(neighbours) : ` to ${period}`;
}

/** A session that went to the side which does not lead. */
function opposes(words: Words, { underlying, benchmark, states }: BenchmarkPair): boolean {
  const day = words.number(`excess.${underlying}:${benchmark}.1d`);
  if (day === null || Math.abs(day) < thresholds.pace) return false;
  return words.word('rotation.state') === (day > 0 ? states.other : states.own);
}

function unknown(words: Words, { underlying, sides }: BenchmarkPair): Sentence {
  const what = `What ${sides.own.plural} did in this session cannot be said`;
  const id = `return.${underlying}.1d`;
  return say`${what}: ${words.reason(id)}.` ?? words.absent(`${what}.`, id);
}

/** "small caps fall less than SPY, by 0.97 points, ahead for a fourth session running", "small caps are level with SPY". */
function against(words: Words, pair: BenchmarkPair): Sentence | null {
  const { underlying, benchmark, sides } = pair;
  const excess = `excess.${underlying}:${benchmark}.1d`;
  const day = words.number(excess);
  if (day === null) return null;
  if (Math.abs(day) < thresholds.pace)
    return say`${sides.own.plural} are ${words.chosen('level with', excess)} ${benchmark}${afterRun(words, pair)}`;
  return say`${sides.own.plural} ${comparison(words, pair, day)} ${words.amount(excess)}${running(words, pair)}`;
}

/** "fall less than SPY, by", "trail SPY by": the verb has the sign of the move, the rest that of the excess. */
function comparison(words: Words, { underlying, benchmark }: BenchmarkPair, day: number): Sentence | null {
  const own = `return.${underlying}.1d`;
  const move = words.number(own) ?? 0;
  const other = words.number(`return.${benchmark}.1d`) ?? 0;
  const isFall = move <= -thresholds.level && (day > 0 || other <= -thresholds.level);
  const verb = isFall
    ? `fall ${day > 0 ? 'less' : 'more'} than ${benchmark}, by`
    : move >= thresholds.level && day < 0
      ? `rise less than ${benchmark}, by`
      : `${day > 0 ? 'beat' : 'trail'} ${benchmark} by`;
  return words.chosen(verb, own, `excess.${underlying}:${benchmark}.1d`);
}

/** ", ahead for a sixth session running", from the third on. */
function running(words: Words, { underlying, benchmark }: BenchmarkPair): Sentence | string {
  const id = `streak.${underlying}:${benchmark}`;
  const run = words.number(id);
  if (run === null || Math.abs(run) < thresholds.run) return '';
  return say`, ${words.chosen(run > 0 ? 'ahead' : 'behind', id)} for ${words.nth(id)} session running` ?? '';
}

/** " after five sessions behind": of the run that the session before had reached. */
function afterRun(words: Words, { underlying, benchmark }: BenchmarkPair): Sentence | string {
  const id = carriedId(`streak.${underlying}:${benchmark}`);
  const run = words.number(id);
  if (run === null || Math.abs(run) < thresholds.run) return '';
  return say` after ${words.cardinal(id)} sessions ${words.chosen(run > 0 ? 'ahead' : 'behind', id)}` ?? '';
}
