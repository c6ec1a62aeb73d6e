import type { Basis } from '../../market-data/basis.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { isOldList } from '../../series/disclosure-age.ts';
import type { Holdings } from '../../series/holdings.ts';
import type { FigureBook } from '../book.ts';
import { sectorId } from '../prices/sector-id.ts';
import { absent, write } from '../write.ts';

/**
 * What the index fund and the leveraged fund hold by their publishers' own lists, where these are at hand: the index
 * fund's sectors, and how the leveraged fund comes to its multiple.
 */
export function holdings(view: SessionView, book: FigureBook): void {
  const { edition, panel } = view;
  const index = panel.disclosures.holdings.get(edition.underlying);
  if (index !== undefined) sectors(view, book, index);
  const fund = panel.disclosures.holdings.get(edition.fund.symbol);
  if (fund !== undefined) exposure(view, book, fund);
}

function basisOf({ panel, session }: SessionView, { fund, asOf }: Holdings): Basis {
  const key = `holdings:${fund}`;
  const common = { asOf, sources: [panel.provenance.get(key)?.source ?? 'none'], inputs: [key] };
  const reason = { code: 'holdings-of', subject: fund, date: asOf, isLater: asOf > session } as const;
  if (reason.isLater) return { ...common, status: 'missing', reasons: [reason] };
  return isOldList(asOf, session)
    ? { ...common, status: 'stale', reasons: [reason] }
    : { ...common, status: 'fresh' };
}

function sectors(view: SessionView, book: FigureBook, held: Holdings): void {
  const basis = basisOf(view, held);
  const weights = [...held.weights.values()];
  for (const [sector, weight] of held.weights) {
    const id = sectorId(held.fund, sector);
    write(book, id, { unit: 'fraction', method: 'sector weight' }, basis, () => weight);
    const above = weights.filter((other) => other > weight).length;
    write(book, `${id}.rank`, { unit: 'rank', method: 'sector rank' }, basis, () => above + 1);
  }
}

function exposure(view: SessionView, book: FigureBook, held: Holdings): void {
  const basis = basisOf(view, held);
  const of = (kind: string) => held.weights.get(kind) ?? 0;
  const parts = [
    ['swaps', of('swaps')],
    ['shares', of('shares')],
    ['cash', of('cash')],
    ['exposure', of('swaps') + of('shares')],
  ] as const;
  for (const [part, weight] of parts)
    write(book, `holdings.${held.fund}.${part}`, { unit: 'fraction', method: 'fund holdings' }, basis, () =>
      part === 'exposure' && of('swaps') === 0 ? absent({ code: 'no-swap', subject: held.fund }) : weight,
    );
  write(
    book,
    `holdings.${held.fund}.date`,
    { unit: 'date', method: 'fund holdings date' },
    basis,
    () => held.asOf,
  );
}
