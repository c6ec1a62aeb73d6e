import { formatOf, formatValue } from '../../briefing/words/format.ts';
import type { TickFormat } from '../charts/ticks.ts';
import { ticksIn } from './ticks-in.ts';

/**
 * Writes the ticks of an axis in a unit, with as many decimals as the distance between two ticks needs. Points are
 * bare numbers: the chart's subtitle names them, and a sign of percent would say something else.
 */
export function tickFormat(unit: string): TickFormat {
  return ticksIn(formatOf('', unit));
}

/** The same for an axis that figures are drawn on: it is written as they are. */
export function figureTicks(id: string | undefined, unit: string): TickFormat {
  return ticksIn(formatOf(id ?? '', unit));
}

/** The newest value of a drawn line, in its unit: a line is read to a tenth of a percent, not finer. */
export function endFormat(unit: string): (value: number) => string {
  const format = formatOf('', unit);
  const read = format.as === 'percent' ? { ...format, decimals: 1 } : format;
  return (value) => formatValue(value, read);
}
