import { formatOf, formatValue } from '../../briefing/words/format.ts';
import type { TickFormat } from '../charts/ticks.ts';

/** Writes the ticks of an axis in a unit, with as many decimals as the distance between two ticks needs. */
export function tickFormat(unit: string): TickFormat {
  const format = formatOf('', unit);
  const shift = format.as === 'plain' ? 0 : 2;
  return (value, step) => {
    const decimals = Math.max(0, Math.min(4, Math.ceil(-Math.log10(step * 10 ** shift) - 1e-9)));
    return formatValue(value, { ...format, decimals, sign: 'negative' });
  };
}

/** The newest value of a drawn line, in its unit. */
export function endFormat(unit: string): (value: number) => string {
  const format = formatOf('', unit);
  return (value) => formatValue(value, format);
}
