import { addMonths } from '../../../lambda/calendar/civil.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import type { Bars } from '../../../lambda/series/bars.ts';
import type { Observations } from '../../../lambda/series/observations.ts';
import { parsePayload } from '../../../lambda/sources/parsers.ts';
import type { Payload, Source } from '../../../lambda/sources/source.ts';

/** What the played providers know: the histories behind their answers. */
export interface ProviderState {
  /** The instant at which the providers are asked, ISO 8601 UTC: answers hold nothing after it. */
  now: string;
  readonly market: Map<string, Bars>;
  readonly macro: Map<string, Observations>;
  /** Histories that Yahoo has otherwise than everybody else. */
  readonly yahoo?: Map<string, Bars>;
  /** Sessions by which Cboe's histories lag; its quotes do not. */
  cboeLag?: number;
}

/**
 * A world with the histories of another source: the simulated market, or the real files beside the checkout.
 *
 * @param days only this many of the newest days of each symbol, and four years of macro series, for tests that collect often
 */
export async function providerStateFrom(
  source: Source,
  session: string,
  now: string,
  days = Number.POSITIVE_INFINITY,
): Promise<ProviderState> {
  const payloads = await source.collect({ edition: tna, session, through: session, now });
  const world: ProviderState = { now, market: new Map(), macro: new Map() };
  for (const payload of payloads) {
    const parsed = parsedOnce(payload);
    if (parsed.kind === 'bars') world.market.set(parsed.bars.symbol, newest(parsed.bars, days));
    else if (parsed.kind === 'macro')
      world.macro.set(
        parsed.observations.id,
        Number.isFinite(days) ? since(parsed.observations, addMonths(session, -48)) : parsed.observations,
      );
  }
  return world;
}

/** By the bytes: the simulated market hands out the same ones. */
const known = new WeakMap<Uint8Array, ReturnType<typeof parsePayload>>();

function parsedOnce(payload: Payload): ReturnType<typeof parsePayload> {
  const parsed = known.get(payload.bytes) ?? parsePayload(payload);
  known.set(payload.bytes, parsed);
  return parsed;
}

function since({ id, dates, values }: Observations, first: string): Observations {
  const from = Math.max(
    0,
    dates.findIndex((date) => date >= first),
  );
  return { id, dates: dates.slice(from), values: values.slice(from) };
}

function newest(bars: Bars, days: number): Bars {
  const from = Math.max(0, bars.sessions.length - days);
  const cut = (column: Float64Array | null) => column?.slice(from) ?? null;
  const { symbol, sessions, open, high, low, close, adjusted, volume } = bars;
  return {
    symbol,
    sessions: sessions.slice(from),
    open: cut(open),
    high: cut(high),
    low: cut(low),
    close: cut(close),
    adjusted: cut(adjusted),
    volume: cut(volume),
  };
}

export interface PlayedDay {
  readonly date: string;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly adjusted: number;
  readonly volume: number;
}

/** A symbol's days from one date to another, those that its providers can know by now. */
export function daysOf(world: ProviderState, symbol: string, from: string, to: string): PlayedDay[] {
  const bars = world.market.get(symbol);
  if (bars === undefined) return [];
  return bars.sessions.flatMap((date, i) => {
    const close = bars.close?.[i] ?? bars.adjusted?.[i] ?? 0;
    if (date < from || date > to) return [];
    return [
      {
        date,
        open: bars.open?.[i] ?? close,
        high: bars.high?.[i] ?? close,
        low: bars.low?.[i] ?? close,
        close,
        adjusted: bars.adjusted?.[i] ?? close,
        volume: bars.volume?.[i] ?? 0,
      },
    ];
  });
}

/** A series' periods and values; null where it has none. */
export function valuesOf(world: ProviderState, series: string): { date: string; value: number | null }[] {
  const known = world.macro.get(series);
  if (known === undefined) return [];
  return known.dates.map((date, i) => {
    const value = known.values[i] ?? Number.NaN;
    return { date, value: Number.isNaN(value) ? null : value };
  });
}
