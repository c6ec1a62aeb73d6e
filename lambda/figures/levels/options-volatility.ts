import { sessionsPerYear } from '../../analytics/volatility.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { write } from '../write.ts';

/**
 * What options of the index fund itself imply, by their exchange's quote: `iv30.IWM`, a fraction a year, and
 * `iv30.IWM.1d`, one standard deviation of a session. Shown beside the expected move, which rests on the volatility
 * index alone, because a quote has no history to be held against. Only where the quote is of the session.
 */
export function optionsVolatility({ edition, panel, session }: SessionView, book: FigureBook): void {
  const { underlying } = edition;
  const quoted = panel.disclosures.options.get(underlying);
  if (quoted === undefined || quoted.asOf !== session) return;
  const key = `options:${underlying}`;
  const id = `iv30.${underlying}`;
  const basis = {
    asOf: quoted.asOf,
    sources: [panel.provenance.get(key)?.source ?? 'none'],
    status: 'fresh',
  } as const;
  write(
    book,
    id,
    { unit: 'fraction a year', method: 'options volatility' },
    { ...basis, inputs: [key] },
    () => quoted.value,
  );
  write(
    book,
    `${id}.1d`,
    { unit: 'fraction', method: 'expected move' },
    { ...basis, inputs: [id] },
    () => quoted.value / Math.sqrt(sessionsPerYear),
  );
}
