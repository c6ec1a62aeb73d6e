import { daysBetween } from '../../calendar/civil.ts';
import { InputError } from '../../errors.ts';
import { leadingDate } from '../parsing/dates.ts';
import { shaped } from '../parsing/shape.ts';
import { jsonOf } from '../parsing/text.ts';
import { companyConcept, type Fact } from './schema.ts';

/** What a company spent, or earned, in one fiscal quarter. */
export interface Quarter {
  /** The quarter's last day: fiscal quarters are not calendar quarters. */
  readonly end: string;
  /** In the unit of the filing: US dollars. */
  readonly value: number;
  /** The day on which the newest filing in it was made: known from then on. */
  readonly filed: string;
}

/** A quarter has 13 weeks, some 14; its length in days, its first day not counted. */
const quarterDays = { least: 80, most: 100 };

/**
 * The quarters of a cash-flow concept. Companies file it for the year to date, so a quarter is what one filing says
 * less what the one before said of the same fiscal year. A period that was filed more than once counts as it was
 * filed last. A quarter whose predecessor was never filed is left out: it cannot be told.
 *
 * @param cik of the company asked for
 * @param known only filings up to this date count
 * @throws InputError
 */
export function parseQuarters(bytes: Uint8Array, cik: number, known: string): readonly Quarter[] {
  const answer = shaped(companyConcept, jsonOf(bytes));
  if (answer.cik !== cik)
    throw new InputError(`asked for company ${cik}, answered with ${answer.cik}`, { field: 'cik' });
  const facts = answer.units.USD;
  if (facts === undefined) throw new InputError('no values in US dollars', { field: 'units' });
  const periods = newestOfEachPeriod(facts, known);
  const byStart = Map.groupBy(periods, ({ start }) => start);
  const quarters = new Map<string, Quarter>();
  for (const year of byStart.values())
    for (const quarter of quartersOf(year)) {
      const other = quarters.get(quarter.end);
      if (other === undefined || other.filed < quarter.filed) quarters.set(quarter.end, quarter);
    }
  return [...quarters.values()].toSorted((a, b) => (a.end < b.end ? -1 : 1));
}

interface Period {
  readonly start: string;
  readonly end: string;
  readonly value: number;
  readonly filed: string;
}

function newestOfEachPeriod(facts: readonly Fact[], known: string): readonly Period[] {
  const newest = new Map<string, Period>();
  for (const fact of facts) {
    if (fact.start === undefined) continue;
    const [start, end, filed] = [fact.start, fact.end, fact.filed].map(leadingDate) as [
      string,
      string,
      string,
    ];
    if (end <= start) throw new InputError(`a period from ${start} to ${end}`, { field: 'end' });
    if (filed > known) continue;
    const name = `${start} ${end}`;
    if ((newest.get(name)?.filed ?? '') <= filed) newest.set(name, { start, end, value: fact.val, filed });
  }
  return [...newest.values()];
}

/** The quarters of one fiscal year from its periods to date, all of one start. */
function quartersOf(year: readonly Period[]): Quarter[] {
  const toDate = year.toSorted((a, b) => (a.end < b.end ? -1 : 1));
  return toDate.flatMap(({ start, end, value, filed }, i) => {
    const before = toDate[i - 1];
    const days = daysBetween(before?.end ?? start, end);
    if (days < quarterDays.least || days > quarterDays.most) return [];
    if (before === undefined) return [{ end, value, filed }];
    return [{ end, value: value - before.value, filed: later(filed, before.filed) }];
  });
}

const later = (a: string, b: string): string => [a, b].toSorted()[1] ?? b;
