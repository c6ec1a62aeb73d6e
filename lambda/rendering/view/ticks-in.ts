import type { Format } from '../../briefing/words/measures.ts';
import { formatValue } from '../../briefing/words/value.ts';
import type { TickFormat } from '../charts/ticks.ts';

/**
 * Writes the ticks of an axis in a format, with as many decimals as the distance between two ticks needs. Points are
 * bare numbers: the chart's subtitle names them, and a sign of percent would say something else.
 */
export function ticksIn(format: Format): TickFormat {
  const shift = format.as === 'percent' || format.as === 'points' ? 2 : 0;
  return (value, step) => {
    const decimals = Math.max(0, Math.min(4, Math.ceil(-Math.log10(step * 10 ** shift) - 1e-9)));
    const form = format.as === 'points' ? 'none' : 'short';
    return formatValue(value, { ...format, decimals }, 'negative', form);
  };
}
