import { distinct, type Reason } from '../series/reason.ts';
import type { Provenance, Status } from '../series/snapshot.ts';

/** What a figure rests on: given in the book with its value. A missing basis has reasons and gives no value. */
export interface Basis {
  /** Date of the newest datum. */
  readonly asOf: string;
  /** Each once. */
  readonly sources: readonly string[];
  /** `bars:IWM`, `macro:DGS2`, or the id of another figure. */
  readonly inputs: readonly string[];
  readonly status: Status;
  /** Why it is not fresh; absent when it is. */
  readonly reasons?: readonly Reason[];
}

/** Whether a source is marked for one thing alone: that it ends too early for the session of the run. */
export const isOnlyLate = ({ notes }: Provenance): boolean => {
  const codes = notes.map(({ code }) => code).filter((code) => code !== 'price-only');
  return codes.length > 0 && codes.every((code) => code === 'bar-late' || code === 'newest-by-session');
};

const severity: Readonly<Record<Status, number>> = { fresh: 0, stale: 1, proxy: 2, missing: 3 };

const worse = (one: Status, other: Status): Status => (severity[one] < severity[other] ? other : one);

export const worstStatus = (statuses: readonly Status[]): Status => statuses.reduce(worse, 'fresh');

/**
 * The basis of a figure that rests on all of these: newest date, worst status, every input and source. Its reasons
 * name what is missing and, where nothing is, every caveat.
 */
export function joint(...bases: readonly Basis[]): Basis {
  const alike = allFresh(bases);
  if (alike !== null) return alike;
  let asOf = '';
  let status: Status = 'fresh';
  const sources = new Set<string>();
  const inputs = new Set<string>();
  for (const basis of bases) {
    if (basis.asOf > asOf) asOf = basis.asOf;
    status = worse(status, basis.status);
    for (const source of basis.sources) sources.add(source);
    for (const input of basis.inputs) inputs.add(input);
  }
  const telling = status === 'missing' ? bases.filter((basis) => basis.status === 'missing') : bases;
  const reasons = distinct(telling.flatMap((basis) => basis.reasons ?? []));
  return {
    asOf,
    sources: [...sources],
    inputs: [...inputs],
    status,
    ...(reasons.length === 0 ? {} : { reasons }),
  };
}

/** The common case, without sets: none has a caveat, and all are of one evening and source. */
function allFresh(bases: readonly Basis[]): Basis | null {
  const [first] = bases;
  if (first === undefined) return null;
  const inputs: string[] = [];
  for (const { asOf, sources, status, reasons, inputs: own } of bases) {
    if (
      status !== 'fresh' ||
      reasons !== undefined ||
      asOf !== first.asOf ||
      !areSame(sources, first.sources)
    )
      return null;
    for (const input of own) if (!inputs.includes(input)) inputs.push(input);
  }
  return { asOf: first.asOf, sources: first.sources, inputs, status: 'fresh' };
}

const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((source, at) => source === other[at]);

/** What the source itself says of its series or, where it says nothing, the other reason. */
export const notesOr = (provenance: Provenance | undefined, otherwise: Reason): readonly Reason[] =>
  provenance === undefined || provenance.notes.length === 0 ? [otherwise] : provenance.notes;
