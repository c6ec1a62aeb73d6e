import { counted } from '../../../counted.ts';
import type { Edition } from '../../../editions/edition.ts';
import { horizons } from '../../../figures/fund/horizon.ts';
import { plainText } from '../../../report/plain-text.ts';
import type { RangeChart, Sentence, Table } from '../../../report/schema.ts';
import { multiple } from '../../words/multiple.ts';
import { list, said, say, type Words } from '../../words/sentence.ts';
import { cellOf } from '../cell.ts';

const columns = [
  ['5 %', 'made.p05'],
  ['Median', 'made.median'],
  ['95 %', 'made.p95'],
  ['Gap, 5 %', 'gap.p05'],
  ['Gap, median', 'gap.median'],
  ['Gap, 95 %', 'gap.p95'],
  ['Fell short', 'short'],
  ['Windows', 'n'],
  ['Apart', 'apart'],
] as const;

const label = (h: number) => counted(h, 'session');

/** What holding the fund for so long has meant, over every window of its data. */
export function horizonTable(words: Words, { fund, underlying }: Edition): Table {
  const { symbol, beta } = fund;
  return {
    kind: 'table',
    id: 'horizons',
    title: `Holding ${symbol}, from its own history`,
    subtitle: `Return of ${symbol}, and its gap to ${multiple(beta)} ${underlying}’s return over the same sessions`,
    columns: columns.map(([name]) => ({ label: name, align: 'end' })),
    rows: horizons.map((h) => ({
      label: label(h),
      cells: columns.map(([, statistic]) => cellOf(words, `horizon.${symbol}.${h}d.${statistic}`)),
    })),
    notes: said([
      words.absent(
        `Fell short: share of windows in which ${symbol} made less than ${multiple(beta)} ${underlying}’s return. Windows overlap; “apart” counts those side by side, and under 15 of them no statistic is given. They describe this history only.`,
      ),
    ]),
  };
}

/** The same returns as ranges, with what the last window of each length made. */
export function horizonChart(words: Words, { fund }: Edition, asOf: string): RangeChart | null {
  const { symbol } = fund;
  const there = horizons.filter((h) => words.known(`horizon.${symbol}.${h}d.made.median`));
  if (there.length === 0) return null;
  const told = list(there.map((h) => say`${label(h)} ${words.value(`horizon.${symbol}.${h}d.made.median`)}`));
  return {
    kind: 'chart',
    type: 'ranges',
    id: 'horizon-ranges',
    title: `${symbol} by holding period: nine windows in ten, the median, and the last window`,
    subtitle: 'Total return over every window of its data; dot: the window that ends today',
    asOf,
    alt: told === null ? `${symbol} by holding period.` : `Median return of ${symbol}: ${plainText(told)}.`,
    unit: 'fraction',
    rows: there.map((h) => {
      const id = `horizon.${symbol}.${h}d.made`;
      const now = `return.${symbol}.${h}d`;
      return {
        label: label(h),
        low: `${id}.p05`,
        middle: `${id}.median`,
        high: `${id}.p95`,
        ...(words.known(now) ? { now } : {}),
      };
    }),
  };
}

/** The horizon of a month in a sentence, with its cases. */
export function horizonSentence(words: Words, symbol: string, target: string): Sentence | null {
  const id = `horizon.${symbol}.21d`;
  return say`Held for 21 sessions ${symbol} returned between ${words.value(`${id}.made.p05`)} and ${words.value(`${id}.made.p95`)} nine times in ten, median ${words.value(`${id}.made.median`)}, and fell short of ${target} in ${words.value(`${id}.short`)} of ${words.value(`${id}.n`)} windows (${words.value(`${id}.apart`)} side by side).`;
}
