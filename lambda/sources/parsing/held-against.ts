import { isCovered, sessionsAfter } from '../../calendar/nyse.ts';
import type { Bars } from '../../series/bars.ts';
import { holdAgainstDividends } from './dividends.ts';
import type { Irregularity } from './irregularities.ts';

/**
 * Bars whose adjusted closes agree with the dividends beside them, and what was found where they did not.
 *
 * @param dividends by row, on the basis of the closes; null where there are none
 * @param gains distributions of gains beside them; null where there are none
 */
export function heldAgainst(
  bars: Bars,
  dividends: Float64Array | null,
  gains: Float64Array | null,
): { readonly bars: Bars; readonly irregularities: readonly Irregularity[] } {
  const { close, adjusted } = bars;
  if (close === null || adjusted === null) return { bars, irregularities: [] };
  // A column of zeros alone is no evidence: some writers have one for every symbol.
  const tells = dividends?.some((paid) => paid > 0) ?? false;
  const { sessions } = bars;
  const isTold = (row: number) =>
    tells && (!isCovered(sessions[row - 1]!) || sessionsAfter(sessions[row - 1]!, sessions[row]!) === 1);
  const paid = dividends ?? new Float64Array(close.length);
  const held = holdAgainstDividends({ close, adjusted, dividends: paid, gains, isTold });
  const on = (rows: readonly number[]) => rows.map((row) => bars.sessions[row]!);
  const all: readonly Irregularity[] = [
    {
      code: 'rebuilt-adjusted',
      what: 'the adjusted close did not take off the dividend beside it, and was made from close and dividend',
      sessions: on(held.rebuilt),
    },
    {
      code: 'unsettled-adjusted',
      what: `the adjusted close ${tells ? 'contradicts the dividends' : 'falls against the close, as no dividend makes it'}${held.adjusted === null ? ', and no adjusted close is used' : ''}`,
      sessions: on(held.unsettled),
    },
  ];
  return {
    bars: held.adjusted === adjusted ? bars : { ...bars, adjusted: held.adjusted },
    irregularities: all.filter(({ sessions }) => sessions.length > 0),
  };
}
