import { civil, monthOf } from './civil.ts';

/**
 * Days on which macro figures were published, where no rule would give them: every consumer price index and jobs report
 * since December 2009, and what the lapses of appropriations of 2013, 2018-19 and 2025-26 put off. Facts, from the
 * release schedules and archives of the Bureau of Labor Statistics, the Bureau of Economic Analysis, the Census Bureau,
 * the Federal Reserve Board and the Department of Labor. From 2026 on the schedule as published.
 */

/** Days of publication, `MM-DD`, of consecutive months, by the first of them; `-` for a month that was never published. */
type Run = Readonly<Record<string, string>>;

/** Consumer price index (BLS). */
const prices: Run = {
  '2009-12': '01-15',
  '2010-01': '02-19 03-18 04-14 05-19 06-17 07-16 08-13 09-17 10-15 11-17 12-15 01-14',
  '2011-01': '02-17 03-17 04-15 05-13 06-15 07-15 08-18 09-15 10-19 11-16 12-16 01-19',
  '2012-01': '02-17 03-16 04-13 05-15 06-14 07-17 08-15 09-14 10-16 11-15 12-14 01-16',
  '2013-01': '02-21 03-15 04-16 05-16 06-18 07-16 08-15 09-17 10-30 11-20 12-17 01-16',
  '2014-01': '02-20 03-18 04-15 05-15 06-17 07-22 08-19 09-17 10-22 11-20 12-17 01-16',
  '2015-01': '02-26 03-24 04-17 05-22 06-18 07-17 08-19 09-16 10-15 11-17 12-15 01-20',
  '2016-01': '02-19 03-16 04-14 05-17 06-16 07-15 08-16 09-16 10-18 11-17 12-15 01-18',
  '2017-01': '02-15 03-15 04-14 05-12 06-14 07-14 08-11 09-14 10-13 11-15 12-13 01-12',
  '2018-01': '02-14 03-13 04-11 05-10 06-12 07-12 08-10 09-13 10-11 11-14 12-12 01-11',
  '2019-01': '02-13 03-12 04-10 05-10 06-12 07-11 08-13 09-12 10-10 11-13 12-11 01-14',
  '2020-01': '02-13 03-11 04-10 05-12 06-10 07-14 08-12 09-11 10-13 11-12 12-10 01-13',
  '2021-01': '02-10 03-10 04-13 05-12 06-10 07-13 08-11 09-14 10-13 11-10 12-10 01-12',
  '2022-01': '02-10 03-10 04-12 05-11 06-10 07-13 08-10 09-13 10-13 11-10 12-13 01-12',
  '2023-01': '02-14 03-14 04-12 05-10 06-13 07-12 08-10 09-13 10-12 11-14 12-12 01-11',
  '2024-01': '02-13 03-12 04-10 05-15 06-12 07-11 08-14 09-11 10-10 11-13 12-11 01-15',
  '2025-01': '02-12 03-12 04-10 05-13 06-11 07-15 08-12 09-11 10-24 - 12-18 01-13',
  '2026-01': '02-13 03-11 04-10 05-12 06-10 07-14 08-12 09-11 10-14 11-10 12-10',
};

/** Employment situation (BLS). */
const jobs: Run = {
  '2009-12': '01-08',
  '2010-01': '02-05 03-05 04-02 05-07 06-04 07-02 08-06 09-03 10-08 11-05 12-03 01-07',
  '2011-01': '02-04 03-04 04-01 05-06 06-03 07-08 08-05 09-02 10-07 11-04 12-02 01-06',
  '2012-01': '02-03 03-09 04-06 05-04 06-01 07-06 08-03 09-07 10-05 11-02 12-07 01-04',
  '2013-01': '02-01 03-08 04-05 05-03 06-07 07-05 08-02 09-06 10-22 11-08 12-06 01-10',
  '2014-01': '02-07 03-07 04-04 05-02 06-06 07-03 08-01 09-05 10-03 11-07 12-05 01-09',
  '2015-01': '02-06 03-06 04-03 05-08 06-05 07-02 08-07 09-04 10-02 11-06 12-04 01-08',
  '2016-01': '02-05 03-04 04-01 05-06 06-03 07-08 08-05 09-02 10-07 11-04 12-02 01-06',
  '2017-01': '02-03 03-10 04-07 05-05 06-02 07-07 08-04 09-01 10-06 11-03 12-08 01-05',
  '2018-01': '02-02 03-09 04-06 05-04 06-01 07-06 08-03 09-07 10-05 11-02 12-07 01-04',
  '2019-01': '02-01 03-08 04-05 05-03 06-07 07-05 08-02 09-06 10-04 11-01 12-06 01-10',
  '2020-01': '02-07 03-06 04-03 05-08 06-05 07-02 08-07 09-04 10-02 11-06 12-04 01-08',
  '2021-01': '02-05 03-05 04-02 05-07 06-04 07-02 08-06 09-03 10-08 11-05 12-03 01-07',
  '2022-01': '02-04 03-04 04-01 05-06 06-03 07-08 08-05 09-02 10-07 11-04 12-02 01-06',
  '2023-01': '02-03 03-10 04-07 05-05 06-02 07-07 08-04 09-01 10-06 11-03 12-08 01-05',
  '2024-01': '02-02 03-08 04-05 05-03 06-07 07-05 08-02 09-06 10-04 11-01 12-06 01-10',
  '2025-01': '02-07 03-07 04-04 05-02 06-06 07-03 08-01 09-05 11-20 12-16 12-16 01-09',
  '2026-01': '02-11 03-06 04-03 05-08 06-05 07-02 08-07 09-04 10-02 11-06 12-04',
};

/** One postponed publication: its series, the period as its publisher stamps it, the day. */
type Exception = readonly [series: readonly string[], period: string, day: string];

const orders = ['DGORDER', 'NEWORDER'];
const spending = ['PCEPI', 'PCEPILFE'];

const postponed: readonly Exception[] = [
  [['INDPRO'], '2013-09-01', '2013-10-28'],
  [['INDPRO'], '2025-09-01', '2025-12-03'],
  [['INDPRO'], '2025-10-01', '2025-12-23'],
  [['INDPRO'], '2025-11-01', '2025-12-23'],
  [['JTSJOL'], '2013-08-01', '2013-10-24'],
  [['JTSJOL'], '2013-09-01', '2013-11-22'],
  [['JTSJOL'], '2025-09-01', '2025-12-09'],
  [['JTSJOL'], '2025-10-01', '2025-12-09'],
  [['RSAFS'], '2013-09-01', '2013-10-29'],
  [['RSAFS'], '2013-10-01', '2013-11-20'],
  [['RSAFS'], '2018-12-01', '2019-02-14'],
  [['RSAFS'], '2019-01-01', '2019-03-11'],
  [['RSAFS'], '2019-02-01', '2019-04-01'],
  [['RSAFS'], '2025-09-01', '2025-11-25'],
  [['RSAFS'], '2025-10-01', '2025-12-16'],
  [['RSAFS'], '2025-11-01', '2026-01-14'],
  [['RSAFS'], '2025-12-01', '2026-02-10'],
  [['RSAFS'], '2026-01-01', '2026-03-06'],
  [['RSAFS'], '2026-02-01', '2026-04-01'],
  [['GDPC1'], '2013-07-01', '2013-11-07'],
  [['GDPC1'], '2018-10-01', '2019-02-28'],
  [['GDPC1'], '2025-07-01', '2025-12-23'],
  [['GDPC1'], '2025-10-01', '2026-02-20'],
  [spending, '2013-09-01', '2013-11-08'],
  [spending, '2013-10-01', '2013-12-06'],
  [spending, '2018-12-01', '2019-03-01'],
  [spending, '2019-01-01', '2019-03-29'],
  [spending, '2019-02-01', '2019-04-29'],
  [spending, '2025-09-01', '2025-12-05'],
  [spending, '2025-10-01', '2026-01-22'],
  [spending, '2025-11-01', '2026-01-22'],
  [spending, '2025-12-01', '2026-02-20'],
  [['HOUST'], '2013-09-01', '2013-12-18'],
  [['HOUST'], '2013-10-01', '2013-12-18'],
  [['HOUST'], '2018-12-01', '2019-02-26'],
  [['HOUST'], '2019-01-01', '2019-03-08'],
  [['HOUST'], '2019-02-01', '2019-03-26'],
  [['HOUST'], '2025-09-01', '2026-01-09'],
  [['HOUST'], '2025-10-01', '2026-01-09'],
  [['HOUST'], '2025-11-01', '2026-02-18'],
  [['HOUST'], '2025-12-01', '2026-02-18'],
  [['HOUST'], '2026-01-01', '2026-03-12'],
  [orders, '2018-12-01', '2019-02-21'],
  [orders, '2019-01-01', '2019-03-13'],
  [orders, '2019-02-01', '2019-04-02'],
  [orders, '2025-09-01', '2025-11-26'],
  [orders, '2025-10-01', '2025-12-23'],
  [orders, '2025-11-01', '2026-01-26'],
  [orders, '2025-12-01', '2026-02-18'],
  [['ICSA'], '2025-09-27', '2025-11-20'],
  [['ICSA'], '2025-10-04', '2025-11-20'],
  [['ICSA'], '2025-10-11', '2025-11-20'],
  [['ICSA'], '2025-10-18', '2025-11-20'],
  [['ICSA'], '2025-10-25', '2025-11-20'],
  [['ICSA'], '2025-11-01', '2025-11-20'],
  [['ICSA'], '2025-11-08', '2025-11-20'],
];

/** Days by which a period was out: the first month-end vintage (FRED-MD) or later release that holds it. */
const outBy: readonly Exception[] = [
  [spending, '2026-01-01', '2026-03-31'],
  [spending, '2026-02-01', '2026-04-30'],
  [['HOUST'], '2026-02-01', '2026-05-21'],
  [['HOUST'], '2026-03-01', '2026-05-21'],
  [orders, '2009-09-01', '2009-11-30'],
  [orders, '2017-11-01', '2018-01-31'],
  [orders, '2026-01-01', '2026-03-31'],
  [orders, '2026-02-01', '2026-04-24'],
];

/** When a period became known: on the day of its publication, or no later than that day. */
export interface KnownDay {
  readonly day: string;
  readonly kind: 'published' | 'not later';
}

const table = new Map<string, KnownDay>();

function addRun(series: readonly string[], run: Run): void {
  for (const [start, days] of Object.entries(run)) {
    const [year, first] = [Number(start.slice(0, 4)), Number(start.slice(5))];
    for (const [i, day] of days.split(' ').entries()) {
      if (day === '-') continue;
      const month = first + i;
      // What comes out in a month no later than its own does so in the next year.
      const known = `${monthOf(`${year}-${day}`) > month ? year : year + 1}-${day}`;
      for (const name of series)
        table.set(`${name} ${civil(year, month, 1)}`, { day: known, kind: 'published' });
    }
  }
}

function addExceptions(exceptions: readonly Exception[], kind: KnownDay['kind']): void {
  for (const [series, period, day] of exceptions)
    for (const name of series) table.set(`${name} ${period}`, { day, kind });
}

addRun(['CPIAUCSL', 'CPILFESL'], prices);
addRun(['PAYEMS', 'UNRATE', 'MANEMP'], jobs);
addExceptions(postponed, 'published');
addExceptions(outBy, 'not later');

/** Months that a publisher said it would never publish: the appropriations lapse of 2025 left October out. */
const never = new Set(['CPIAUCSL 2025-10-01', 'CPILFESL 2025-10-01', 'UNRATE 2025-10-01']);
for (const key of never) table.delete(key);

export const isNeverPublished = (series: string, period: string): boolean => never.has(`${series} ${period}`);

/** When a period of a series became known, where the table has it; undefined where only a rule can say. */
export const knownDayOf = (series: string, period: string): KnownDay | undefined =>
  table.get(`${series} ${period}`);

/** Days on which a series was published or is scheduled to be, as far as they are kept here; ascending, each once. */
export function daysPublished(series: string): readonly string[] {
  const days = new Set<string>();
  for (const [key, { day, kind }] of table)
    if (kind === 'published' && key.startsWith(`${series} `)) days.add(day);
  return [...days].toSorted();
}
