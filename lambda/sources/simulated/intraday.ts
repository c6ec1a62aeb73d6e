import { randomStream } from './random.ts';

/** The course of each day, relative to the close before: `open[t] = O_t / C_{t-1}`. */
export interface Course {
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/** Part of a day's variance that falls between close and open. */
const overnight = 0.3;

/**
 * Open, high and low of days whose closes are known. The price between two closes is a Brownian bridge: the open is
 * its value after `overnight` of the variance, high and low are its extremes from there to the close, drawn from
 * their law, `(c + sqrt(c^2 - 2 s^2 ln U)) / 2` for the maximum of a bridge from 0 to c (Asmussen, Glynn and Pitman,
 * Annals of Applied Probability 5 (1995) 875). High and low are drawn apart from each other.
 *
 * @param moves log return from close to close
 * @param sd of each day's log return
 * @param common a standard normal by day that the opens of all securities share
 */
export function courseOf(
  seed: number,
  symbol: string,
  moves: Float64Array,
  sd: Float64Array,
  common: Float64Array,
): Course {
  const random = randomStream(seed, `${symbol} intraday`);
  const column = () => new Float64Array(moves.length);
  const course = { open: column(), high: column(), low: column(), close: column() };
  for (let day = 0; day < moves.length; day++) {
    const move = moves[day]!;
    const gap = 0.8 * common[day]! + 0.6 * random.normal();
    const opened = overnight * move + Math.sqrt(overnight * (1 - overnight)) * sd[day]! * gap * 0.8;
    const rest = move - opened;
    const spread = 2 * (1 - overnight) * sd[day]! ** 2 * 0.8;
    const top = (rest + Math.sqrt(rest * rest - spread * Math.log(random.uniform()))) / 2;
    const bottom = (rest - Math.sqrt(rest * rest - spread * Math.log(random.uniform()))) / 2;
    course.open[day] = Math.exp(opened);
    course.high[day] = Math.exp(opened + top);
    course.low[day] = Math.exp(opened + bottom);
    course.close[day] = Math.exp(move);
  }
  return course;
}

/** The course of a fund that moves by a multiple of another within the day, less what the day costs it. */
export function leveragedCourse(of: Course, beta: number, returns: Float64Array): Course {
  const column = () => new Float64Array(returns.length);
  const course = { open: column(), high: column(), low: column(), close: column() };
  for (let day = 0; day < returns.length; day++) {
    const cost = returns[day]! - beta * (of.close[day]! - 1);
    const at = (price: number) => 1 + beta * (price - 1) + cost;
    course.open[day] = at(of.open[day]!);
    course.high[day] = at(beta > 0 ? of.high[day]! : of.low[day]!);
    course.low[day] = at(beta > 0 ? of.low[day]! : of.high[day]!);
    course.close[day] = 1 + returns[day]!;
  }
  return course;
}
