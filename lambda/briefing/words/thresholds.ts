import { residualAlarm } from '../../quality/residual.ts';

/**
 * Where one wording gives way to the next. Fractions, unless said; one table, so that the same move is called the
 * same everywhere. The values are conventions of tone and decide no figure.
 */
export const thresholds = {
  /** Below half a unit of the last printed decimal a difference prints as zero and is called level. */
  level: 0.00005,
  /** A day's excess return smaller than this is level: a tenth of a point. */
  pace: 0.001,
  /** Standard deviations from which the size of the day is put beside what was to be expected. */
  notableMove: 2,
  /** A day's move below which, with nothing else happening, the page is shorter. */
  quietMove: 0.005,
  /** Sessions in a row from which a run of out- or underperformance is mentioned. */
  run: 3,
  /** The fund's daily return against its multiple: beyond this (a point) one of the two prices may be wrong. */
  residualAlarm,
  /** How far the beta of 21 sessions may be from the fund's multiple: 2.74 to 3.12 in 2008 to 2025. */
  betaAlarm: 0.5,
  /** Standard deviations from which a component of the score is said to be on a side. */
  side: 0.1,
  /** Standard errors within which an estimate does not differ from what it is compared with. */
  errors: 2,
} as const;
