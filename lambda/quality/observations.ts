import { dayNumber, daysBetween } from '../calendar/civil.ts';
import type { MacroSpec } from '../editions/edition.ts';
import type { Observations } from '../series/observations.ts';

type Frequency = MacroSpec['frequency'];

/** Days from one period to the next, in the middle of a history: what makes it daily, weekly, monthly or quarterly. */
const steps: Readonly<Record<Frequency, readonly [least: number, most: number]>> = {
  daily: [1, 4],
  weekly: [5, 10],
  monthly: [20, 45],
  quarterly: [60, 120],
};

/** Fewer steps prove nothing: a file may have holes. */
const fewestSteps = 3;

/** The newest steps are looked at alone, too: a history may go on in other periods. */
const newestSteps = 12;

const stamps: Partial<Record<Frequency, RegExp>> = {
  monthly: /-01$/,
  quarterly: /-(01|04|07|10)-01$/,
};

const known = new WeakMap<Observations, { readonly spec: MacroSpec; readonly why: string | null }>();

/**
 * Why a series cannot be the edition's, by its periods and values: other periods, stamps that no join finds, a value that
 * the series never has in its publisher's unit, or a step that it never makes from one period to the next. Null when there is no doubt. Each is looked at once.
 */
export function whyImplausible(observations: Observations, spec: MacroSpec): string | null {
  const before = known.get(observations);
  if (before?.spec === spec) return before.why;
  const why =
    otherPeriods(observations, spec) ??
    otherStamps(observations, spec) ??
    outOfRange(observations, spec) ??
    tooLargeStep(observations, spec);
  known.set(observations, { spec, why });
  return why;
}

function otherPeriods({ dates }: Observations, { series, frequency }: MacroSpec): string | null {
  const numbers = Int32Array.from(dates, dayNumber);
  const days = numbers.subarray(1).map((day, i) => day - numbers[i]!);
  const [least, most] = steps[frequency];
  for (const some of [days, days.subarray(-newestSteps)]) {
    const step = medianOf(some);
    if (step === null || (step >= least && step <= most)) continue;
    const held = (Object.keys(steps) as Frequency[]).find(
      (one) => step >= steps[one][0] && step <= steps[one][1],
    );
    return `holds ${held ?? 'other'} values (${step} days from one to the next), and ${series} is ${frequency}`;
  }
  return null;
}

function medianOf(days: Int32Array): number | null {
  return days.length < fewestSteps ? null : days.toSorted()[days.length >> 1]!;
}

/** Monthly and quarterly series are joined by the first day of their period, as FRED stamps them. */
function otherStamps({ dates }: Observations, { series, frequency }: MacroSpec): string | null {
  const other = dates.find((date) => !(stamps[frequency]?.test(date) ?? true));
  return other === undefined
    ? null
    : `${other} is not the first day of a period, and ${series} is ${frequency}`;
}

function outOfRange({ dates, values }: Observations, { series, unit, range }: MacroSpec): string | null {
  if (range === undefined) return null;
  const [least, most] = range;
  const row = values.findIndex((value) => value < least || value > most);
  return row < 0
    ? null
    : `${values[row]} of ${dates[row]} is outside of ${least} to ${most}, where ${series} (${unit}) always is`;
}

/** A change of base or unit within the history, or a slip of a digit: what came before and after are not one series. */
function tooLargeStep(
  observations: Observations,
  { series, unit, frequency, step }: MacroSpec,
): string | null {
  if (step === undefined) return null;
  const { dates, values } = observations;
  let before = -1;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    if (before >= 0 && sizeOf(values[before]!, values[row]!, step.kind) > step.most + rounding) {
      // Over a longer hole more may have happened.
      if (daysBetween(dates[before]!, dates[row]!) <= 2 * steps[frequency][1])
        return `goes from ${values[before]} of ${dates[before]} to ${values[row]} of ${dates[row]}, a step that ${series} (${unit}) never makes`;
    }
    before = row;
  }
  return null;
}

const sizeOf = (a: number, b: number, kind: 'ratio' | 'difference'): number =>
  kind === 'ratio' ? Math.max(a, b) / Math.min(a, b) : Math.abs(b - a);

/** Binary fractions of values in hundredths. */
const rounding = 1e-9;
