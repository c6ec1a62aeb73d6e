import type { Status } from '../series/snapshot.ts';

/** What a figure rests on: said in the book beside its value. A missing basis has a reason and gives no value. */
export interface Basis {
  /** Date of the newest datum. */
  readonly asOf: string;
  readonly source: string;
  /** `bars:IWM`, `macro:DGS2`, or the id of another figure. */
  readonly inputs: readonly string[];
  readonly status: Status;
  readonly reason?: string;
}

const severity: readonly Status[] = ['fresh', 'stale', 'proxy', 'missing'];

export const worstStatus = (statuses: readonly Status[]): Status =>
  severity[Math.max(0, ...statuses.map((status) => severity.indexOf(status)))]!;

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

const newest = (dates: readonly string[]): string => dates.toSorted().at(-1) ?? '';

/**
 * The basis of a figure that rests on all of these: newest date, worst status, every input and source. Its reason
 * tells of what is missing, and where nothing is, of every caveat.
 */
export function joint(...bases: readonly Basis[]): Basis {
  const gaps = bases.filter(({ status }) => status === 'missing');
  const reasons = distinct((gaps.length > 0 ? gaps : bases).flatMap(({ reason }) => reason ?? []));
  return {
    asOf: newest(bases.map(({ asOf }) => asOf)),
    source: distinct(bases.map(({ source }) => source)).join(', '),
    inputs: distinct(bases.flatMap(({ inputs }) => inputs)),
    status: worstStatus(bases.map(({ status }) => status)),
    ...(reasons.length === 0 ? {} : { reason: reasons.join('; ') }),
  };
}
