import { counted } from '../../../counted.ts';
import type { Edition } from '../../../editions/edition.ts';
import { horizons } from '../../../figures/fund/horizon.ts';
import { plainText } from '../../../report/plain-text.ts';
import type { RangeChart } from '../../../report/schema.ts';
import { list, say, type Words } from '../../words/sentence.ts';
import { titleOr } from '../../words/title.ts';

const label = (h: number) => counted(h, 'session');

/** What holding the fund for so long has made, over every window of its data, and what the last window made. */
export function horizonChart(words: Words, { fund }: Edition, asOf: string): RangeChart | null {
  const { symbol } = fund;
  const there = horizons.filter((h) => words.known(`horizon.${symbol}.${h}d.made.median`));
  if (there.length === 0) return null;
  const medians = list(
    there.map((h) => say`${label(h)} ${words.value(`horizon.${symbol}.${h}d.made.median`)}`),
  );
  return {
    kind: 'chart',
    type: 'ranges',
    id: 'horizon-ranges',
    title: horizonTitle(words, symbol),
    subtitle: `Nine in ten of all windows of its data, and their median; dot: the window that ends today`,
    asOf,
    alt:
      medians === null
        ? `${symbol} by holding period.`
        : `Median return of ${symbol}: ${plainText(medians)}.`,
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

/** What to see: the width of a month, and the last one where it lies outside. */
function horizonTitle(words: Words, symbol: string): string {
  const id = `horizon.${symbol}.21d.made`;
  const range = say`Nine of ten months made ${words.value(`${id}.p05`)} to ${words.value(`${id}.p95`)}`;
  const last = `return.${symbol}.21d`;
  const [made, low, high] = [last, `${id}.p05`, `${id}.p95`].map((one) => words.number(one));
  const isOutside = made != null && low != null && high != null && (made < low || made > high);
  return titleOr(
    isOutside ? say`${range}, this one ${words.value(last)}` : range,
    `${symbol} by holding period`,
  );
}
