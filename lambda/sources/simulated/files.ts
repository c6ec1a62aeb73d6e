import type { MacroSpec } from '../../editions/edition.ts';
import { newestKnownPeriod } from '../../series/newest-known.ts';
import { lastOnOrBefore } from '../../series/position.ts';
import type { SimulatedBars } from './bars.ts';
import { CsvWriter } from './csv-writer.ts';
import { days } from './days.ts';
import type { SimulatedSeries } from './monthly-series.ts';

const prices = 4;
const adjustedPrices = 6;
/** Bytes. */
const usualRow = 80;

/** The bars up to a session as a CSV file with Yahoo's columns. */
export function barsFile(bars: SimulatedBars, through: string): Uint8Array {
  const { open, high, low, close, adjusted, volume } = bars;
  const last = lastOnOrBefore(days, through);
  const csv = new CsvWriter((last + 2) * usualRow).text('Date,Open,High,Low,Close');
  if (adjusted !== null) csv.text(',Adj Close');
  if (volume !== null) csv.text(',Volume');
  csv.line();
  for (let day = 0; day <= last; day++) {
    csv.text(days[day]!);
    csv.number(open[day]!, prices).number(high[day]!, prices).number(low[day]!, prices);
    csv.number(close[day]!, prices);
    if (adjusted !== null) csv.number(adjusted[day]!, adjustedPrices);
    if (volume !== null) csv.number(volume[day]!, 0);
    csv.line();
  }
  return csv.bytes();
}

/** A series as a CSV file with FRED's columns: the periods that its publisher had published by a session. */
export function seriesFile(
  { dates, values, decimals }: SimulatedSeries,
  spec: MacroSpec,
  through: string,
): Uint8Array {
  const last = lastOnOrBefore(dates, newestKnownPeriod(through, spec));
  const csv = new CsvWriter((last + 2) * 24).text(`observation_date,${spec.series}`).line();
  for (let row = 0; row <= last; row++) csv.text(dates[row]!).number(values[row]!, decimals).line();
  return csv.bytes();
}
