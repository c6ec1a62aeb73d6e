import { newYorkDate } from '../../../calendar/new-york.ts';
import { InputError } from '../../../errors.ts';
import { namedText } from '../../../outside-text.ts';
import { barsOf, type Row, rowOf } from '../../parsing/bars.ts';
import { bundleParts, bytesOf, isBundle } from '../../parsing/bundle.ts';
import type { ParseContext, ParsedBars } from '../../parsing/parsed.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { UnknownSeries } from '../../parsing/unknown-series.ts';
import { aggregates, massiveComplaint } from './schema.ts';

/** Path and query of the page after this one, null on the last. @throws InputError */
export function massiveNextPage(bytes: Uint8Array): string | null {
  const next = pageOf(bytes).next_url;
  if (next == null) return null;
  if (!URL.canParse(next))
    throw new InputError('the address of the next page is none', { field: 'next_url' });
  const url = new URL(next);
  return url.pathname + url.search;
}

/** Massive daily aggregates, adjusted for splits only: price returns. @throws InputError, UnknownSeries */
export function parseMassive(bytes: Uint8Array, about: ParseContext): ParsedBars {
  const pages = isBundle(bytes) ? bundleParts(bytes).map((part) => pageOf(bytesOf(part))) : [pageOf(bytes)];
  const rows = pages.flatMap((page): Row[] => {
    if (page.ticker !== about.series)
      throw new InputError(`asked for ${about.series}, answered with ${namedText(page.ticker)}`, {
        field: 'ticker',
      });
    if (!page.adjusted) throw new InputError('prices are not adjusted for splits', { field: 'adjusted' });
    return (page.results ?? []).map((bar) => rowOf(dateOf(bar.t), bar));
  });
  if (rows.length === 0) throw new UnknownSeries(`no bars of ${about.series}`);
  return barsOf(rows, about, { stamp: null, basis: 'price only' });
}

function pageOf(bytes: Uint8Array) {
  const answer = jsonOf(bytes);
  const said = massiveComplaint.safeParse(answer);
  if (said.success && said.data.status !== 'OK' && said.data.status !== 'DELAYED')
    throw new InputError(
      namedText(`${said.data.status}: ${said.data.error ?? said.data.message ?? 'no reason given'}`),
    );
  return shaped(aggregates, answer);
}

function dateOf(milliseconds: number): string {
  const time = new Date(milliseconds);
  if (Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1990)
    throw new InputError(`${milliseconds} is no time`, { field: 't' });
  return newYorkDate(time.toISOString());
}
