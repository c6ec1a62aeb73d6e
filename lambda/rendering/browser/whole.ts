import type { SessionLine } from '../../catalogue/day.ts';
import type { YearData } from '../../catalogue/year-data.ts';

type Always = 'session' | 'verdict' | 'changes' | 'numbers';
type SlimDay = Pick<SessionLine, Always> & Partial<Omit<SessionLine, Always>>;

/** A year as its script has it: without what has its usual value. */
export type SlimYear = Omit<YearData, 'sessions'> & { readonly sessions: readonly SlimDay[] };

/** The days of years, whole: real ones where there is one, simulated ones otherwise. */
export function wholeDays(years: readonly SlimYear[]): readonly SessionLine[] {
  const all = years.flatMap(({ sessions }) => sessions.map(whole));
  const real = all.filter(({ simulated }) => !simulated);
  return real.length > 0 ? real : all;
}

const whole = (day: SlimDay): SessionLine => ({
  revision: 1,
  simulated: false,
  incomplete: false,
  state: null,
  side: null,
  flip: false,
  pdf: false,
  corrected: null,
  ...day,
});
