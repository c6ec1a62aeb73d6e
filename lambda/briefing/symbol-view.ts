import { lastOnOrBefore } from '../series/position.ts';
import { type Window, type WindowBase, windowStart } from '../series/windows.ts';
import { type Basis, worstStatus } from './basis.ts';
import type { Panel } from './panel.ts';
import type { Track } from './track.ts';

/** One symbol on the evening of a session. */
export interface SymbolView {
  readonly symbol: string;
  /** Row of the session in the track's arrays; -1 when there is no bar that day. */
  readonly index: number;
  /** The history behind it, a stand-in's when there is one; empty where the data has none. */
  readonly track: Track;
  /** What figures of adjusted closes rest on; missing when there is no bar that day. */
  readonly adjusted: Basis;
  /** What figures of the close alone rest on. Missing where a source gives adjusted closes only. */
  readonly close: Basis;
  /** What figures of open, high, low and close rest on. Missing where a source lacks one of them. */
  readonly traded: Basis;
  /** Row that a window ending at the session starts from, -1 when it is not covered. */
  readonly start: (window: Window) => number;
}

/** The symbol itself, or its first stand-in with a history when it has none yet on the session. */
function resolve(panel: Panel, symbol: string, session: string): string {
  const reaches = (candidate: string) => {
    const first = panel.track(candidate).bars.sessions[0];
    return first !== undefined && first <= session;
  };
  return [symbol, ...(panel.symbolSpec(symbol)?.alternates ?? [])].find(reaches) ?? symbol;
}

type Trust = Pick<Basis, 'status' | 'reason'>;
const fresh: Trust = { status: 'fresh' };
const missing = (reason: string): Trust => ({ status: 'missing', reason });
const proxy = (reason: string): Trust => ({ status: 'proxy', reason });

/** What the source itself says against its data; that it has no adjusted closes is told elsewhere. */
function caveat(panel: Panel, used: string, track: Track): Trust {
  const provenance = panel.provenance.get(`bars:${used}`);
  const status = provenance?.status ?? 'fresh';
  if (status === 'fresh' || status === 'missing' || (status === 'proxy' && track.priceOnly)) return fresh;
  return { status, reason: provenance?.note ?? `the source marks ${used} as ${status}` };
}

function together(...parts: readonly Trust[]): Trust {
  const reasons = parts.flatMap(({ reason }) => reason ?? []);
  return {
    status: worstStatus(parts.map(({ status }) => status)),
    ...(reasons.length === 0 ? {} : { reason: reasons.join('; ') }),
  };
}

export function symbolViewOf(
  panel: Panel,
  symbol: string,
  session: string,
  baseOf: (window: Window) => WindowBase,
): SymbolView {
  const used = resolve(panel, symbol, session);
  const track = panel.track(used);
  const { sessions } = track.bars;
  const last = lastOnOrBefore(sessions, session);
  const index = sessions[last] === session ? last : -1;

  const basis = (trust: Trust): Basis => ({
    asOf: sessions[last] ?? session,
    source: panel.provenance.get(`bars:${used}`)?.source ?? 'none',
    inputs: [`bars:${used}`],
    ...trust,
  });
  const view = {
    symbol,
    index,
    track,
    start: (window: Window) => windowStart(sessions, index, baseOf(window)),
  };
  if (index < 0) {
    const gap = last < 0 ? `no data for ${symbol} up to ${session}` : `${symbol} has no bar on ${session}`;
    const none = basis(missing(gap));
    return { ...view, adjusted: none, close: none, traded: none };
  }
  const common = together(
    used === symbol ? fresh : proxy(`${used} stands in for ${symbol}`),
    caveat(panel, used, track),
  );
  const column = (values: Float64Array, gap: string, trust: Trust) =>
    basis(values.length === 0 ? missing(gap) : trust);
  const adjustedOnly = `${used} has adjusted closes only`;
  const priceReturn = track.priceOnly ? proxy(`${used} has no adjusted closes: a price return`) : fresh;
  return {
    ...view,
    adjusted: column(track.adjusted, `${used} has no closes`, together(common, priceReturn)),
    close: column(track.close, adjustedOnly, common),
    traded: column(
      track.traded.close,
      track.close.length === 0 ? adjustedOnly : `${used} has no open, high and low`,
      common,
    ),
  };
}
