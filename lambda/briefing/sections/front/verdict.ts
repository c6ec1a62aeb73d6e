import type { Edition } from '../../../editions/edition.ts';
import type { Sentence } from '../../../report/schema.ts';
import { leadership } from '../../words/leadership.ts';
import { eve, type Neighbours, periodVerb } from '../../words/period.ts';
import { say, type Words } from '../../words/sentence.ts';
import { thresholds } from '../../words/thresholds.ts';

/** What the verdict compares: the underlying and its benchmark, and what their sides are called. */
export interface Race extends Pick<Edition, 'underlying' | 'sides' | 'states'> {
  readonly benchmark: string;
}

/**
 * The briefing in one sentence: the position of the underlying's side, what it did against the other, and who leads. It opens
 * with the move itself on a violent day, else with the position of that side; at a period's turn it says so.
 */
export function verdict(words: Words, race: Race, neighbours: Neighbours): Sentence {
  const { underlying } = race;
  const move = words.number(`return.${underlying}.1d`);
  if (move === null) return unknown(words, race);
  const isLarge = isViolent(words, underlying, move);
  const opening = isLarge ? violent(words, race, move) : posture(words, race, neighbours);
  const link = isLarge && contrary(words, race, move) ? ', yet' : ':';
  const joint = opposes(words, race) ? ', while' : ', and';
  return (
    say`${opening}${link} ${against(words, race)}${joint} ${leadership(words, race, joint === ', while')}.` ??
    say`${opening}; ${leadership(words, race)}.` ??
    unknown(words, race)
  );
}

/** A session that went to the side which does not lead. */
function opposes(words: Words, { underlying, benchmark, states }: Race): boolean {
  const day = words.number(`excess.${underlying}:${benchmark}.1d`);
  if (day === null || Math.abs(day) < thresholds.pace) return false;
  return words.word('rotation.state') === (day > 0 ? states.other : states.own);
}

/** A rise behind the benchmark, or a fall ahead of it. */
function contrary(words: Words, { underlying, benchmark }: Race, move: number): boolean {
  const day = words.number(`excess.${underlying}:${benchmark}.1d`);
  return day !== null && Math.abs(day) >= thresholds.pace && day * move < 0;
}

function unknown(words: Words, { underlying, sides }: Race): Sentence {
  const what = `What ${sides.own.plural} did in this session cannot be said`;
  const id = `return.${underlying}.1d`;
  return say`${what}: ${words.reason(id)}.` ?? words.absent(`${what}.`, id);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function isViolent(words: Words, underlying: string, move: number): boolean {
  const deviations = words.number(`move.${underlying}.1d`);
  return (
    Math.abs(move) >= thresholds.largeMove ||
    (deviations !== null && Math.abs(deviations) >= thresholds.unusualMove)
  );
}

function violent(words: Words, { underlying, sides }: Race, move: number): Sentence | null {
  return say`${capital(sides.own.plural)} ${move > 0 ? 'rise' : 'fall'} ${words.amount(`return.${underlying}.1d`)}`;
}

/** "Small caps lag", "Small caps end the year lagging". */
function posture(words: Words, race: Race, neighbours: Neighbours): Sentence | null {
  const { underlying, benchmark, sides, states } = race;
  const ids = [`excess.${underlying}:${benchmark}.1d`, `streak.${underlying}:${benchmark}`] as const;
  const day = words.number(ids[0]);
  const run = words.number(ids[1]);
  if (day === null) return unraced(words, race, neighbours);
  const five = `excess.${underlying}:${benchmark}.5d`;
  const side = run !== null && Math.abs(run) >= thresholds.run ? run : day;
  const level = side === day && Math.abs(day) < thresholds.pace;
  const state = words.word('rotation.state');
  const stance = level
    ? { finite: 'keep pace', participle: `level with ${sides.other.plural}` }
    : stanceOf(side, words.number(five) ?? side, state, states);
  const rests = [...ids, five, 'rotation.state'].filter((id) => words.known(id));
  return words.chosen(`${capital(sides.own.plural)} ${inflect(stance, neighbours)}`, ...rests);
}

function unraced(words: Words, { underlying, sides }: Race, neighbours: Neighbours): Sentence | null {
  const id = `return.${underlying}.1d`;
  const change = words.number(id);
  if (change === null) return null;
  return words.chosen(
    `${capital(sides.own.plural)} ${inflect(change < 0 ? stances.fall : stances.rise, neighbours)}`,
    id,
  );
}

interface Stance {
  readonly finite: string;
  readonly participle: string;
}

const stances = {
  lead: { finite: 'lead', participle: 'leading' },
  gain: { finite: 'gain ground', participle: 'gaining ground' },
  lose: { finite: 'lose ground', participle: 'losing ground' },
  lag: { finite: 'lag', participle: 'lagging' },
  rise: { finite: 'rise', participle: 'rising' },
  fall: { finite: 'fall', participle: 'falling' },
} as const satisfies Record<string, Stance>;

/**
 * Leads or lags when the day and the five sessions agree and the rotation state does not say the opposite; gains or
 * loses ground otherwise.
 */
function stanceOf(side: number, fiveSessions: number, state: string | null, states: Race['states']): Stance {
  if (side > 0) return fiveSessions > 0 && state !== states.other ? stances.lead : stances.gain;
  return fiveSessions < 0 && state !== states.own ? stances.lag : stances.lose;
}

function inflect(stance: Stance, neighbours: Neighbours): string {
  const period = periodVerb(neighbours);
  return period === null ? `${stance.finite}${eve(neighbours)}` : `${period} ${stance.participle}`;
}

/** "IWM trailed SPY for a sixth session running", "IWM beat SPY by 4.46 points". */
function against(words: Words, { underlying, benchmark }: Race): Sentence | null {
  const excess = `excess.${underlying}:${benchmark}.1d`;
  const streak = `streak.${underlying}:${benchmark}`;
  const day = words.number(excess);
  if (day === null) return null;
  const wide = Math.abs(day) >= thresholds.wideExcess;
  const run = words.number(streak);
  const running =
    run !== null && Math.abs(run) >= thresholds.run
      ? say` for a ${words.ordinal(streak)} session running`
      : null;
  if (running !== null) {
    const verb = words.chosen(run! > 0 ? 'beat' : 'trailed', excess);
    return say`${underlying} ${verb} ${benchmark}${running}${wide ? say`, by ${words.amount(excess)}` : ''}`;
  }
  if (Math.abs(day) < thresholds.pace) {
    const [own, other] = [underlying, benchmark].map((symbol) => words.value(`return.${symbol}.1d`));
    return say`${underlying} ${own ?? null}, ${benchmark} ${other ?? null}${words.chosen('', excess)}`;
  }
  const verb = words.chosen(day > 0 ? 'beat' : 'trailed', excess);
  return say`${underlying} ${verb} ${benchmark} by ${words.amount(excess)}`;
}
