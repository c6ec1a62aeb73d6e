import { pricedRate } from '../../analytics/priced-rate.ts';
import { addMonths, daysBetween, startOfMonth } from '../../calendar/civil.ts';
import { fundsContract } from '../../calendar/funds-contract.ts';
import { fredSeries } from '../../editions/fred.ts';
import { type Basis, joint } from '../../market-data/basis.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { absent, write } from '../write.ts';

/**
 * What futures price for the next scheduled decision: `macro.priced`, the federal funds rate after it, and
 * `macro.priced.change`, that less the effective rate known. None where no contract was asked for.
 */
export function pricedPath(view: SessionView, book: FigureBook): void {
  const { panel, session } = view;
  const contract = fundsContract(session);
  const future = contract === null ? undefined : panel.disclosures.futures.get(contract.month);
  if (contract === null || future === undefined) return;
  const rate = view.macro(fredSeries.effective);
  const basis = joint(basisOf(view, `futures:${contract.month}`), rate.basis);
  const kind = { unit: 'fraction', method: 'priced rate' } as const;
  const at = future.sessions.indexOf(session);
  const priced = () => {
    if (at < 0) return absent({ code: 'session-absent' });
    if (rate.latest === null) return absent({ code: 'none', subject: fredSeries.effective });
    const average = 100 - future.closes[at]!;
    return pricedRate(average, rate.latest.value, daysOf(contract)) / 100;
  };
  write(book, 'macro.priced', kind, basis, priced);
  write(book, 'macro.priced.change', { ...kind, method: 'priced change' }, basis, () => {
    const after = priced();
    return typeof after === 'number' ? after - rate.latest!.value / 100 : after;
  });
}

/** A decision holds from the day after it. */
function daysOf({ decision, isOfDecision, month }: NonNullable<ReturnType<typeof fundsContract>>) {
  const first = startOfMonth(`${month}-01`);
  const inMonth = daysBetween(first, addMonths(first, 1));
  return { inMonth, upTo: isOfDecision ? daysBetween(first, decision) + 1 : 0 };
}

function basisOf({ panel, session }: SessionView, key: string): Basis {
  return {
    asOf: session,
    sources: [panel.provenance.get(key)?.source ?? 'none'],
    inputs: [key],
    status: 'fresh',
  };
}
