import type * as z from 'zod';
import { newYorkInstant } from '../../../calendar/new-york.ts';
import { closeOf, previousSession } from '../../../calendar/nyse.ts';
import { InputError } from '../../../errors.ts';
import { namedText, quoted } from '../../../outside-text.ts';
import type { Row } from '../../parsing/bars.ts';
import { bundleParts, bytesOf, isBundle } from '../../parsing/bundle.ts';
import { isKnownSession } from '../../parsing/finality.ts';
import type { ParseContext, ParsedBars } from '../../parsing/parsed.ts';
import { shaped } from '../../parsing/shape.ts';
import { findSplitJump } from '../../parsing/split-jump.ts';
import { jsonOf } from '../../parsing/text.ts';
import { quote } from './schema.ts';

/** The close before may differ from the history's by its rounding, a part in a thousand. */
const rounding = 1e-3;

const indices: Readonly<Record<string, string>> = { '^GSPC': '_SPX' };

/** A symbol as Cboe writes it: indices with an underscore, and the S&P 500 by its option root. */
export function cboeSymbol(symbol: string): string {
  return indices[symbol] ?? symbol.replace(/^\^/, '_');
}

/** Whether Cboe calls what it answered by the name that was asked for; its indices come with either sign. */
export const isCalled = (answered: string, asked: string): boolean =>
  bare(answered) === bare(cboeSymbol(asked));

const bare = (symbol: string): string => symbol.replace(/^[_^]/, '').toUpperCase();

type QuoteData = z.infer<typeof quote>['data'];

/** What Cboe quotes of a symbol. @throws InputError when it quotes another one, or nothing that can be read */
export function quoteOf(bytes: Uint8Array, series: string): QuoteData {
  const { data } = shaped(quote, jsonOf(bytes));
  if (!isCalled(data.symbol, series))
    throw new InputError(`asked for ${cboeSymbol(series)}, answered with ${namedText(data.symbol)}`, {
      field: 'symbol',
    });
  return data;
}

/** The session that a quote is of. @throws InputError when its newest trade is of no session, or before its close */
export function closedSessionOf({ last_trade_time: stamp }: QuoteData): string {
  const [, date = '', time = ''] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)/.exec(stamp ?? '') ?? [];
  if (!isKnownSession(date)) throw new InputError(`${quoted(stamp)} is no time of a session`);
  if (Date.parse(newYorkInstant(date, time)) < Date.parse(closeOf(date)))
    throw new InputError(`its newest trade is of ${date} ${time} New York, before the close`);
  return date;
}

/**
 * The bar of a session that is over, from Cboe's delayed quote. The newest trade must be of the session, at its close or
 * later (an early close included), and the close before it that of the history, where that is of the session before.
 *
 * @throws InputError when the quote is of another symbol, of a session under way, or does not continue the history
 */
export function quotedBar(bytes: Uint8Array, series: string, history: readonly Row[]): Row {
  const data = quoteOf(bytes, series);
  const date = closedSessionOf(data);
  const { open, high, low, close, prev_day_close: before } = data;
  if (!isPrice(close) || !isPrice(high) || !isPrice(low))
    throw new InputError(`${date}: no close, high or low`, { field: 'close' });
  const last = history.at(-1);
  if (last?.date === previousSession(date) && last.close !== null) {
    if (!isPrice(before)) throw new InputError(`${date}: no close of the session before to check it by`);
    if (Math.abs(before / last.close - 1) > rounding)
      throw new InputError(
        `${date}: it follows on a close of ${before}, the history ends with ${last.close}`,
      );
  }
  return {
    date,
    open: isPrice(open) ? open : null,
    high,
    low,
    close,
    adjusted: null,
    volume: data.volume ?? null,
  };
}

const isPrice = (value: number | null | undefined): value is number =>
  value != null && Number.isFinite(value) && value > 0;

/** Cboe's history of a symbol and, where it lags, its quote: one publisher's answers as one payload. */
export function partsOfHistory(bytes: Uint8Array): { history: Uint8Array; quote: Uint8Array | null } {
  if (!isBundle(bytes)) return { history: bytes, quote: null };
  const parts = bundleParts(bytes);
  const part = (label: string) => parts.find((one) => one.label === label);
  const [history, quoteOfTheDay] = [part('history'), part('quote')];
  if (history === undefined) throw new InputError('a bundle without a history');
  return { history: bytesOf(history), quote: quoteOfTheDay === undefined ? null : bytesOf(quoteOfTheDay) };
}

/**
 * A history with the session's bar from the quote behind it. A quote that does not continue the history is left out
 * and named: the history is as good without it.
 *
 * @param barsFrom makes bars of rows, and refuses those that cannot be right
 * @throws InputError when the history alone is unusable
 */
export function continued(
  rows: readonly Row[],
  quoteBytes: Uint8Array | null,
  { series }: ParseContext,
  barsFrom: (rows: readonly Row[]) => ParsedBars,
): ParsedBars {
  const alone = barsFrom(rows);
  if (quoteBytes === null) return alone;
  try {
    const bar = quotedBar(quoteBytes, series, rows);
    return bar.date > (rows.at(-1)?.date ?? '') ? barsFrom([...rows, bar]) : alone;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...alone, complaints: [...alone.complaints, `Cboe's quote left out: ${error.message}`] };
  }
}

/**
 * Rows after the newest jump of the size of a split: what lies before it is in other units, and a year after it is
 * enough for most figures.
 */
export function sinceSplit(
  rows: readonly Row[],
  series: string,
): { readonly rows: readonly Row[]; readonly cutBefore: string | null } {
  if (
    rows.some(({ close, high, low, open }) => [close, high, low, open ?? 1].some((price) => !isPrice(price)))
  )
    return { rows, cutBefore: null };
  const column = (field: 'open' | 'high' | 'low' | 'close') =>
    rows.every((row) => row[field] !== null) ? new Float64Array(rows.map((row) => row[field] ?? 0)) : null;
  const [open, high, low, close] = [column('open'), column('high'), column('low'), column('close')];
  const sessions = rows.map(({ date }) => date);
  let from = 0;
  for (;;) {
    const cut = (values: Float64Array | null) => values?.subarray(from) ?? null;
    const jump = findSplitJump({
      symbol: series,
      sessions: sessions.slice(from),
      open: cut(open),
      high: cut(high),
      low: cut(low),
      close: cut(close),
      adjusted: null,
      volume: null,
    });
    if (jump === null) break;
    from += jump.row;
  }
  return { rows: rows.slice(from), cutBefore: from === 0 ? null : sessions[from]! };
}
