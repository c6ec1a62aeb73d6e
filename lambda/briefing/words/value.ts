import type { Figure } from '../../report/schema.ts';
import { formatDate, formatMonth, formatQuarter, formatShortDate } from './date.ts';
import type { Format } from './measures.ts';
import { formatNumber, MISSING, NARROW, type Sign, SPACE } from './number.ts';

/** A measure's format: the beginning of an id, and another format for windows of a year where there is one. */
export type FormatRule = readonly [pattern: string, format: Format, long?: Format];

/** Finds the format of a figure by its id and unit. @throws Error for a unit that is in no table */
export type FormatOf = (id: string, unit: string) => Format;

const yearWindow = /\.(1y|ytd|252d)(\.|$)/;

/** Formats by measure, else by unit. Those found are kept: a page asks for the same ids session after session. */
export function formatsBy(
  measures: readonly FormatRule[],
  units: Readonly<Record<string, Format>>,
): FormatOf {
  /** The rules by the first segment of their pattern, which is never a wildcard. */
  const rules = Map.groupBy(
    measures.map(([pattern, format, long]) => ({ segments: pattern.split('.'), format, long })),
    ({ segments }) => segments[0],
  );
  /** Null where no measure fits. */
  const found = new Map<string, Format | null>();
  const byMeasure = (id: string): Format | null => {
    const segments = id.split('.');
    const rule = rules
      .get(segments[0])
      ?.find((known) =>
        known.segments.every((segment, index) => segment === '*' || segment === segments[index]),
      );
    if (rule === undefined) return null;
    return rule.long !== undefined && yearWindow.test(id) ? rule.long : rule.format;
  };
  return (id, unit) => {
    let format = found.get(id);
    if (format === undefined) {
      format = byMeasure(id.replace(/^previous\./, ''));
      found.set(id, format);
    }
    // A ratio of two volatilities is none of them: a ratio is never a percentage.
    if (unit === 'ratio' && format?.as === 'percent') format = null;
    format ??= units[unit];
    if (format === undefined) throw new Error(`figure ${id}: no format for the unit "${unit}"`);
    return format;
  };
}

/** Places by which a format moves the decimal point to the right. */
const shifts = { percent: 2, points: 2, hundredths: 2, plain: 0, billions: -9, millions: -6 } as const;

/** How a unit is printed: shortened as in tables, spelled as in sentences, or not at all. */
export type UnitForm = 'short' | 'spelled' | 'none';

/** A number in the given format, its unit behind it. */
export function formatValue(
  value: number,
  format: Format,
  sign: Sign = format.sign,
  form: UnitForm = 'short',
): string {
  const text = formatNumber(value, format.decimals, sign, shifts[format.as]);
  const unit = unitOf(format);
  if (unit === undefined || (form === 'none' && measured.includes(unit))) return text;
  if (unit === dollar) return signed(text);
  return `${text}${unit === '%' ? NARROW : SPACE}${form === 'spelled' && unit === points ? 'points' : unit}`;
}

/** A sum of money: its sign is before the number and after the minus. */
const dollar = '$';
const signed = (amount: string): string => amount.replace(/^[+\u2212±]?/, `$&${dollar}`);
const points = 'pts';
/** Units that are left out where the words around a number name them. */
const measured: readonly string[] = ['%', points];

function unitOf({ as, unit }: Format): string | undefined {
  if (as === 'percent') return '%';
  return as === 'points' ? points : unit;
}

/** Words that are dates, by how much of the date their unit says. */
const dates: Readonly<Record<string, (date: string) => string>> = {
  date: formatDate,
  day: formatShortDate,
  'usual day': (date) => `by ${formatShortDate(date)}`,
  month: formatMonth,
  quarter: formatQuarter,
};

/** A word as pages have it, a day in it as they write days: `broken at Dec 29, 2025 r1`. */
const withDays = (word: string): string => word.replace(/\b\d{4}-\d\d-\d\d\b/, formatShortDate);

/** A figure's value in print, by the formats of {@link formatsBy}. */
export function printed(
  id: string,
  { value, unit }: Pick<Figure, 'value' | 'unit'>,
  formatOf: FormatOf,
  sign?: Sign,
  form?: UnitForm,
): string {
  if (value === null) return MISSING;
  if (typeof value === 'string') return dates[unit]?.(value) ?? withDays(value);
  return formatValue(value, formatOf(id, unit), sign, form);
}
