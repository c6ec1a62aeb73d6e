import { UsageError } from '../../errors.ts';
import type { Payload, Source } from '../source.ts';
import { firstSession, lastDay } from './days.ts';
import { barsFile, seriesFile } from './files.ts';
import { type Simulation, simulate } from './simulation.ts';

/** The seed of the built-in market. */
export const defaultSeed = 15;

/**
 * The simulated market: a made-up history that moves like a real one, for demonstrations and tests. Its files look
 * like a folder's and are read by the same parser.
 *
 * Returns have common factors (market, size, growth) with changing volatility and rare jumps; TNA and TZA reset daily
 * on the simulated IWM and pay fees and financing; macro series follow one business cycle. Everything is a fixed
 * function of the seed: a later session never changes an earlier one.
 */
export function simulatedSource(seed: number = defaultSeed): Source {
  let made: Simulation | null = null;
  return {
    name: 'simulated',
    simulated: true,
    async collect({ edition, session, through, now }) {
      if (session < firstSession || through > lastDay)
        throw new UsageError(`the simulated market has sessions from ${firstSession} to ${lastDay}`);
      made ??= simulate(seed);
      const { market, macro } = made;
      const payload = (key: string, bytes: Uint8Array): Payload => ({
        key,
        source: 'simulated',
        origin: `simulated market, seed ${seed}`,
        fetchedAt: now,
        bytes,
      });
      return [
        ...edition.symbols.flatMap(({ symbol }) => {
          const bars = market.get(symbol);
          return bars === undefined ? [] : [payload(`bars:${symbol}`, barsFile(bars, through))];
        }),
        ...edition.macro.flatMap((spec) => {
          const series = macro.get(spec.series);
          return series === undefined
            ? []
            : [payload(`macro:${spec.series}`, seriesFile(series, spec, through))];
        }),
      ];
    },
  };
}
