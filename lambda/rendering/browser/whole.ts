import type { SessionLine } from '../../catalogue/day.ts';
import { linesIn, type YearFile } from '../../catalogue/year-file.ts';

type Always = 'session' | 'verdict' | 'changes' | 'numbers';
type SlimDay = Pick<SessionLine, Always> & Partial<Omit<SessionLine, Always>>;

/** A year as its script had it before, and has it until a session of that year is published: without what has its usual value. */
interface SlimYear {
  readonly schema: 'smallcap-briefing-year/1';
  readonly sessions: readonly SlimDay[];
}

export type LoadedYear = SlimYear | YearFile;

/** The days of years, whole: real ones where there is one, simulated ones otherwise. */
export function wholeDays(years: readonly LoadedYear[]): readonly SessionLine[] {
  const all = years.flatMap((year) =>
    year.schema === 'smallcap-briefing-year/1' ? year.sessions.map(whole) : linesIn(year),
  );
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
