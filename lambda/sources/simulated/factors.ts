import { days, sessionsInYear } from './days.ts';
import { randomStream } from './random.ts';

/** What moves everything on one day, in log returns: one element a session. */
export interface Factors {
  /** The broad market's excess over its drift. */
  readonly market: Float64Array;
  /** Small against large. */
  readonly size: Float64Array;
  /** Growth and technology against value. */
  readonly growth: Float64Array;
  /** The market's volatility of the day relative to its long-run level: 1 is usual. */
  readonly stress: Float64Array;
  /** Volatility that the market expects for the next 21 sessions, fraction a year. */
  readonly expected: Float64Array;
}

/** Long-run volatility of the market, fraction a year. */
const longRun = 0.15;
/**
 * Variance follows GJR-GARCH(1,1) (Glosten, Jagannathan and Runkle, Journal of Finance 48 (1993) 1779): a fall
 * raises it more than a rise. Persistence: arch + asymmetry / 2 + garch.
 */
const arch = 0.03;
const asymmetry = 0.11;
const garch = 0.9;
const persistence = arch + asymmetry / 2 + garch;

/** One day, however bad, says only so much of the next: its square counts up to this multiple of the variance. */
const mostNews = 9;

/** A bad surprise comes about once a year. */
const jump = { chance: 0.004, mean: -0.02, sd: 0.015 };
/** The exchange halts trading before a day gets worse than this. */
const worstDay = 0.1;

/** Leadership comes in waves: a drift that reverts over about a hundred sessions. */
function wave(
  seed: number,
  name: string,
  sdAYear: number,
  driftSdAYear: number,
  stress: Float64Array,
): Float64Array {
  const random = randomStream(seed, name);
  const kept = Math.exp(-1 / 100);
  const step = (driftSdAYear / sessionsInYear) * Math.sqrt(1 - kept * kept);
  let drift = 0;
  return stress.map((today) => {
    drift = drift * kept + step * random.normal();
    return drift + (sdAYear / Math.sqrt(sessionsInYear)) * (0.5 + 0.5 * today) * random.normal();
  });
}

export function factorsOf(seed: number): Factors {
  const shocks = randomStream(seed, 'market');
  const jumps = randomStream(seed, 'jumps');
  const variance = longRun ** 2 / sessionsInYear;
  const market = new Float64Array(days.length);
  const stress = new Float64Array(days.length);
  const expected = new Float64Array(days.length);
  let today = variance;
  for (let day = 0; day < days.length; day++) {
    const surprise = jumps.uniform() < jump.chance ? jump.mean + jump.sd * jumps.normal() : 0;
    const move = Math.sqrt(today) * shocks.normal() + surprise - jump.chance * jump.mean;
    const moved = Math.max(-worstDay, Math.min(worstDay, move));
    market[day] = moved;
    stress[day] = Math.sqrt(today / variance);
    const news = arch + (moved < 0 ? asymmetry : 0);
    const square = Math.min(moved * moved, mostNews * today);
    today = variance * (1 - persistence) + news * square + garch * today;
    const months = (1 - persistence ** 21) / (21 * (1 - persistence));
    expected[day] = Math.sqrt((variance + (today - variance) * months) * sessionsInYear);
  }
  return {
    market,
    stress,
    expected,
    size: wave(seed, 'size', 0.085, 0.13, stress),
    growth: wave(seed, 'growth', 0.08, 0.1, stress),
  };
}
