import { dayNumber } from '../calendar/civil.ts';
import type { MacroSpec } from '../editions/edition.ts';
import type { Observations } from '../series/observations.ts';
import { leftScale } from './scale.ts';

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
 * the series never has in its publisher's unit, or a step that it never makes from one period to the next. Null when there
 * is no doubt. Each is looked at once.
 */
export function whyImplausible(observations: Observations, spec: MacroSpec): string | null {
  const before = known.get(observations);
  if (before?.spec === spec) return before.why;
  const why =
    otherPeriods(observations, spec) ?? otherStamps(observations, spec) ?? offScale(observations, spec);
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

/** A unit that is not the publisher's, from the start or from some row on; another base; a slip of a digit. */
function offScale({ dates, values }: Observations, spec: MacroSpec): string | null {
  const { series, unit, frequency, range } = spec;
  const left = leftScale(dates, values, spec, 2 * steps[frequency][1]);
  if (left === null) return null;
  const { row, before } = left;
  return before === null
    ? `${values[row]} of ${dates[row]} is outside of ${range?.join(' to ')}, where ${series} (${unit}) always is`
    : `goes from ${values[before]} of ${dates[before]} to ${values[row]} of ${dates[row]}, a step that ${series} (${unit}) never makes`;
}
