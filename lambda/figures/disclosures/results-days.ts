import { standardError } from '../../analytics/standard-error.ts';
import { type Basis, joint } from '../../market-data/basis.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { tooFew } from '../events/day-kinds.ts';
import { absent, type FigureOutcome, tooShort, write } from '../write.ts';

/** Sessions looked back on: a year. */
const year = 252;

/**
 * What the index fund did beside the fund of the mega-caps on the sessions of a year that first traded on results of one
 * of the basket's companies, each session once: their number, the mean lead, and its t (figures-2,
 * `earnings.MEGA7.reaction`). Under 15 of them neither is given. All are missing where no filings were asked for.
 */
export function resultsDays(view: SessionView, book: FigureBook): void {
  const { edition, panel, index } = view;
  if (edition.filers.length === 0) return;
  const lists = edition.filers.map(({ symbol }) => panel.disclosures.results.get(symbol));
  const pair = view.pair(...edition.score.megacap.pair);
  const known = lists.every((list) => list !== undefined);
  const basis = joint(pair.basis, ...(known ? edition.filers.map(listed) : [notAsked(view)]));
  const days = new Set(lists.flatMap((list) => list?.sessions ?? []));
  const leads = known && index >= year ? leadsOn(view, days) : [];
  const short = (): FigureOutcome | undefined => (index < year ? tooShort(year, index) : undefined);
  const id = `earnings.${edition.basket.id}.reaction`;
  const sum = leads.reduce((total, lead) => total + lead, 0);
  const error = standardError(
    leads.length,
    sum,
    leads.reduce((total, lead) => total + lead ** 2, 0),
  );
  const given = (of: () => FigureOutcome) => (): FigureOutcome => short() ?? tooFew(leads.length) ?? of();
  write(book, `${id}.n`, { unit: 'count', method: 'results counted' }, basis, () => short() ?? leads.length);
  write(
    book,
    `${id}.mean`,
    { unit: 'fraction', method: 'lead on results' },
    basis,
    given(() => sum / leads.length),
  );
  write(
    book,
    `${id}.t`,
    { unit: 't', method: 't of results' },
    basis,
    given(() => (error > 0 ? sum / leads.length / error : absent({ code: 'no-variation' }))),
  );

  function listed({ symbol }: { readonly symbol: string }): Basis {
    const key = `results:${symbol}`;
    const { source = 'none' } = panel.provenance.get(key) ?? {};
    return { asOf: view.session, sources: [source], inputs: [key], status: 'fresh' };
  }
}

const notAsked = ({ session }: SessionView): Basis => ({
  asOf: session,
  sources: ['none'],
  inputs: [],
  status: 'missing',
  reasons: [{ code: 'no-results' }],
});

/** The first less the second, of the pair with the mega-caps, on those of the last 252 sessions. */
function leadsOn({ edition, panel, index, ...view }: SessionView, days: ReadonlySet<string>): number[] {
  const [first, second] = edition.score.megacap.pair.map((symbol) => view.symbol(symbol).history.returns());
  const leads: number[] = [];
  for (let t = index - year + 1; t <= index; t++) {
    const lead = first![t]! - second![t]!;
    if (days.has(panel.axis.sessions[t]!) && !Number.isNaN(lead)) leads.push(lead);
  }
  return leads;
}
