import { idsOf, inForce, inputsOf, operandValue, type Read, verdictOf } from '../../analytics/verdict.ts';
import type { Claim, ClaimVerdict, Operand } from '../../editions/claim.ts';
import { type Basis, joint, worstStatus } from '../../market-data/basis.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Reason } from '../../series/reason.ts';
import type { FigureBook } from '../book.ts';
import { fewestCases } from '../fewest.ts';
import { absent, figureBasis, write } from '../write.ts';
import { balanceOf, ledgerSessions, verdicts } from './ledger.ts';
import { pastClaim } from './past-claim.ts';

/**
 * The ledger: of every claim of the edition `claim.NN`, what is said of it, the number that leads, since when and what was said
 * before; `balance.macro`; and how many claims have each verdict, `claims.*`.
 */
export function claims(view: SessionView, book: FigureBook): void {
  const { rows, balance } = view.edition.claims;
  const read: Read = (id) => book.find(id)?.value;
  const of = new Map<string, ClaimVerdict>();
  const writeClaim = (row: Claim) => {
    const claim = inForce(row, read);
    const verdict = verdictOf(claim.rule, read);
    of.set(claim.number, verdict);
    writeRow(view, book, claim, verdict, read);
  };
  const inBalance = rows.filter(({ number }) => balance.of.includes(number));
  for (const claim of inBalance) writeClaim(claim);
  writeBalance(view, book, of);
  for (const claim of rows) if (!of.has(claim.number)) writeClaim(claim);
  const inputs = rows.map(({ number }) => `claim.${number}`);
  for (const verdict of verdicts)
    book.add(
      `claims.${verdict.replace(' ', '')}`,
      rows.filter(({ number }) => of.get(number) === verdict).length,
      { unit: 'count', method: 'claims counted', asOf: view.session, inputs, sources: ['ledger'] },
    );
}

function writeRow(
  view: SessionView,
  book: FigureBook,
  claim: Claim,
  verdict: ClaimVerdict,
  read: Read,
): void {
  const id = `claim.${claim.number}`;
  const basis = basisOf(view, book, claim, verdict);
  const { asOf, sources, inputs, status, reasons = [] } = basis;
  book.put(id, verdict, 'word', 'claim verdict', { asOf, sources, inputs, status }, reasons);
  lead(view, book, claim, read);
  const resting: Basis = { asOf: view.session, sources, inputs: [id], status: 'fresh' };
  const { since, before } = runOf(view, claim.number, verdict);
  write(book, `${id}.since`, { unit: 'date', method: 'claim since' }, resting, () => since);
  write(book, `${id}.before`, { unit: 'word', method: 'claim before' }, resting, () => before);
}

/** What a verdict rests on: the figures that its rule reads and that are there, and those that are not where it has none. */
function basisOf(view: SessionView, book: FigureBook, claim: Claim, verdict: ClaimVerdict): Basis {
  const { rule, proxy } = claim;
  if (rule.form === 'none')
    return { ...nothing(view), status: 'missing', reasons: [{ code: 'edition-says', words: rule.because }] };
  const all = inputsOf(rule).map((id) => inputBasis(view, book, id));
  const there = all.filter(({ status }) => status !== 'missing');
  const used = verdict === 'not computable' || there.length === 0 ? all : there;
  const { reasons = [], ...basis } = joint(...used);
  if (proxy === undefined || basis.status === 'missing')
    return { ...basis, ...(reasons.length === 0 ? {} : { reasons }) };
  const standsIn: Reason = { code: 'edition-says', words: proxy };
  return { ...basis, status: worstStatus([basis.status, 'proxy']), reasons: [standsIn, ...reasons] };
}

const nothing = ({ session }: SessionView) => ({ asOf: session, sources: ['none'], inputs: [] });

/** The basis of an input; of a figure that is not in the book, why there is none. */
const inputBasis = (view: SessionView, book: FigureBook, id: string): Basis =>
  book.has(id)
    ? figureBasis(book, id)
    : { ...nothing(view), status: 'missing', reasons: [whyNotWritten(book, id)] };

/** Statistics of a cell are written from a given number of cases on. */
function whyNotWritten(book: FigureBook, id: string): Reason {
  const [, cell] = /^(study\..+\.\d+d)\.\w+$/.exec(id) ?? [];
  const apart = cell === undefined ? undefined : book.find(`${cell}.apart`)?.value;
  return typeof apart === 'number'
    ? { code: 'few-cases', cases: apart, of: 'separate case', needed: fewestCases }
    : { code: 'no-figure', id };
}

function lead(view: SessionView, book: FigureBook, claim: Claim, read: Read): void {
  const id = `claim.${claim.number}.lead`;
  const method = 'claim lead';
  if (claim.lead === null) {
    const reasons =
      claim.rule.form === 'none' ? [{ code: 'edition-says', words: claim.rule.because } as const] : [];
    book.put(id, null, 'word', method, nothing(view), reasons);
    return;
  }
  const ids = idsOf(claim.lead);
  const basis = joint(...ids.map((input) => inputBasis(view, book, input)));
  write(book, id, { unit: unitOf(claim.lead, book), method }, basis, () => {
    const value = operandValue(claim.lead!, read);
    return Number.isFinite(value) ? value : absent({ code: 'not-computable' });
  });
}

function unitOf(operand: Operand, book: FigureBook): string {
  if (typeof operand !== 'string' && operand.of === 'ratio') return 'ratio';
  return book.find(idsOf(operand)[0]!)?.unit ?? 'ratio';
}

/** The first session of the run of a verdict that ends today, and what was said before it; why not where it is longer. */
function runOf(view: SessionView, number: string, verdict: ClaimVerdict) {
  const { index, panel, edition, session } = view;
  const { first } = panel.history(edition.underlying).coverage;
  if (index < first) {
    const unknown = absent({ code: 'no-bar', subject: edition.underlying, session });
    return { since: unknown, before: unknown };
  }
  const past = pastClaim(view, number);
  if (past.unknown.length > 0) {
    const untold = absent({ code: 'no-past', ids: past.unknown });
    return { since: untold, before: untold };
  }
  const begin = Math.max(index - ledgerSessions + 1, first);
  for (let t = index - 1; t >= begin; t--) {
    const before = past.verdict(t);
    if (before !== verdict) return { since: panel.axis.sessions[t + 1]!, before };
  }
  const same = absent({ code: 'same-verdict', sessions: index - begin + 1 });
  return { since: same, before: same };
}

function writeBalance(view: SessionView, book: FigureBook, of: ReadonlyMap<string, ClaimVerdict>): void {
  const { balance } = view.edition.claims;
  const ids = balance.of.map((number) => `claim.${number}`);
  const there = ids.map((id) => figureBasis(book, id)).filter(({ status }) => status !== 'missing');
  const basis = there.length > 0 ? joint(...there) : { ...nothing(view), status: 'fresh' as const };
  write(book, balance.id, { unit: 'count', method: 'balance of claims' }, basis, () => {
    const computable = [...of.values()].filter((verdict) => verdict !== 'not computable').length;
    const { needed } = balance;
    return (
      balanceOf(balance, (number) => of.get(number) ?? 'not computable') ??
      absent({ code: 'few-verdicts', computable, of: ids.length, needed })
    );
  });
}
