import type { Axis } from '../series/axis.ts';
import type { Coverage } from '../series/coverage.ts';
import { distinct, type Reason } from '../series/reason.ts';
import { type Basis, isOnlyLate, notesOr, worstStatus } from './basis.ts';
import { whyLeftOut } from './left-out.ts';
import type { Panel } from './panel.ts';
import type { PriceHistory } from './price-history.ts';

/** A series or a pair on the evening of a session: what the rules of windows ask. */
export interface Standpoint {
  /** `IWM`; of a pair the first and the second. */
  readonly symbols: readonly [string] | readonly [string, string];
  /** Index of the session on the axis; -1 when there is no bar that day. */
  readonly index: number;
  readonly coverage: Coverage;
  /** That a session has no bar: which session, and whose bar. */
  readonly gap: (index: number) => Reason;
}

/** One symbol on the evening of a session. */
export interface SymbolView extends Standpoint {
  readonly symbol: string;
  /** The history behind it, a proxy's when there is one; empty where the data has none. */
  readonly history: PriceHistory;
  /** What figures of adjusted closes rest on; missing when there is no bar that day. */
  readonly adjusted: Basis;
  /** What figures of the close alone rest on. Missing where a source gives adjusted closes only. */
  readonly close: Basis;
  /** What figures of open, high, low and close rest on. Missing where a source lacks one of them. */
  readonly traded: Basis;
}

/** The symbol itself, or its first proxy with a history when it has none yet on the session. */
export function resolve(panel: Panel, symbol: string, at: number): string {
  const alternates = panel.symbolSpec(symbol)?.alternates;
  if (alternates === undefined) return symbol;
  return [symbol, ...alternates].find((one) => panel.history(one).coverage.first <= at) ?? symbol;
}

type Trust = Pick<Basis, 'status' | 'reasons'>;
const fresh: Trust = { status: 'fresh' };
const missing = (reason: Reason): Trust => ({ status: 'missing', reasons: [reason] });
const proxy = (reason: Reason): Trust => ({ status: 'proxy', reasons: [reason] });

/** What the source itself says against its data; that it has no adjusted closes is reported elsewhere. */
function caveat(panel: Panel, { symbol, priceOnly }: PriceHistory): Trust {
  const provenance = panel.provenance.get(`bars:${symbol}`);
  const status = provenance?.status ?? 'fresh';
  if (status === 'fresh' || status === 'missing' || (status === 'proxy' && priceOnly)) return fresh;
  // That the file ends before the session of the run is no caveat on an earlier one, whose bar it has.
  if (provenance !== undefined && isOnlyLate(provenance)) return fresh;
  return { status, reasons: notesOr(provenance, { code: 'source-marks', subject: symbol, status }) };
}

function together(...parts: readonly Trust[]): Trust {
  const caveats = parts.filter((part) => part !== fresh);
  const [only] = caveats;
  if (only === undefined) return fresh;
  if (caveats.length === 1) return only;
  const reasons = distinct(caveats.flatMap((part) => part.reasons ?? []));
  return {
    status: worstStatus(caveats.map(({ status }) => status)),
    ...(reasons.length === 0 ? {} : { reasons }),
  };
}

/** @param at index of the session, or of the last one before it where the axis does not have it; -1 before the first */
export function symbolViewOf(panel: Panel, symbol: string, session: string, at: number): SymbolView {
  const { axis } = panel;
  const used = resolve(panel, symbol, at);
  const history = panel.history(used);
  const newest = newestBar(history, at);
  const index = newest >= 0 && axis.sessions[newest] === session ? newest : -1;
  const basis = (trust: Trust): Basis => ({
    asOf: axis.sessions[newest] ?? session,
    sources: [panel.provenance.get(`bars:${used}`)?.source ?? 'none'],
    inputs: [`bars:${used}`],
    ...trust,
  });
  const view = {
    symbols: [symbol] as const,
    symbol,
    index,
    history,
    coverage: history.coverage,
    gap: (hole: number) => noBar(used, axis, hole),
  };
  if (index < 0) {
    const nothing =
      whyLeftOut(panel, `bars:${used}`) ?? ({ code: 'no-data', subject: symbol, by: session } as const);
    const none = basis(missing(newest < 0 ? nothing : { code: 'no-bar', subject: symbol, session }));
    return { ...view, adjusted: none, close: none, traded: none };
  }
  const common = together(
    used === symbol ? fresh : proxy({ code: 'stands-in', subject: used, replaces: symbol }),
    caveat(panel, history),
  );
  const column = (values: Float64Array, gap: Reason, trust: Trust) =>
    basis(values.length === 0 ? missing(gap) : trust);
  const adjustedOnly = { code: 'adjusted-only', subject: used } as const;
  const priceReturn = history.priceOnly ? proxy({ code: 'price-return', subject: used }) : fresh;
  return {
    ...view,
    adjusted: basis(together(common, priceReturn)),
    close: column(history.close, adjustedOnly, common),
    traded: column(
      history.traded.close,
      history.close.length === 0 ? adjustedOnly : { code: 'no-range', subject: used },
      common,
    ),
  };
}

/** Index of the newest bar up to a session; -1 without one. */
export function newestBar({ adjusted, coverage }: PriceHistory, at: number): number {
  let t = at;
  while (t >= coverage.first && Number.isNaN(adjusted[t]!)) t--;
  return t >= coverage.first ? t : -1;
}

export const noBar = (symbol: string, { sessions }: Axis, index: number): Reason => ({
  code: 'no-bar',
  subject: symbol,
  session: sessions[index] ?? '',
});
