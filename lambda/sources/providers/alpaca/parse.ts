import { newYorkDate } from '../../../calendar/new-york.ts';
import { InputError } from '../../../errors.ts';
import { namedText, quoted } from '../../../outside-text.ts';
import { barsOf, type Row, rowOf } from '../../parsing/bars.ts';
import { type BundlePart, bundleParts, bytesOf } from '../../parsing/bundle.ts';
import { heldAgainst } from '../../parsing/held-against.ts';
import type { ParseContext, ParsedBars } from '../../parsing/parsed.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { UnknownSeries } from '../../parsing/unknown-series.ts';
import { alpacaComplaint, page } from './schema.ts';

/** The token of the page after this one; null on the last. @throws InputError */
export function alpacaNextPage(bytes: Uint8Array): string | null {
  return pageOf(bytes).next_page_token ?? null;
}

/**
 * Alpaca daily bars: the pages adjusted for splits give prices and volume, those adjusted for `all` the adjusted
 * close. Both must hold the same days.
 *
 * @throws InputError, UnknownSeries
 */
export function parseAlpaca(bytes: Uint8Array, about: ParseContext): ParsedBars {
  const parts = bundleParts(bytes);
  const [split, all] = [daysOf(parts, 'split', about), daysOf(parts, 'all', about)];
  if (split.length === 0) throw new UnknownSeries(`no bars of ${about.series}`);
  if (split.length !== all.length)
    throw new InputError(`${split.length} days adjusted for splits, ${all.length} for dividends too`);
  const rows = split.map((day, i): Row => {
    if (all[i]?.date !== day.date) throw new InputError(`${day.date} has no adjusted close`);
    return { ...day, adjusted: all[i].close };
  });
  const parsed = barsOf(rows, about, { stamp: null, basis: 'adjusted' });
  const { bars, irregularities } = heldAgainst(parsed.bars, null, null);
  return { ...parsed, bars, basis: bars.adjusted === null ? 'price only' : parsed.basis, irregularities };
}

function daysOf(parts: readonly BundlePart[], label: string, about: ParseContext): Row[] {
  return parts
    .filter((part) => part.label === label)
    .flatMap((part) => pageOf(bytesOf(part)).bars[about.series] ?? [])
    .map((bar) => rowOf(dateOf(bar.t), bar));
}

function pageOf(bytes: Uint8Array) {
  const answer = jsonOf(bytes);
  const refusal = alpacaComplaint.safeParse(answer);
  if (refusal.success) throw new InputError(namedText(refusal.data.message));
  return shaped(page, answer);
}

function dateOf(time: string): string {
  const isTime = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(time) && !Number.isNaN(Date.parse(time));
  if (!isTime || time < '1990') throw new InputError(`${quoted(time)} is no time`, { field: 't' });
  return newYorkDate(time);
}
