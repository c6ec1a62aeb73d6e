import { newestDecision } from '../calendar/fomc.ts';
import { isAsOf, type Known } from '../series/known.ts';
import { newestKnownPeriod } from '../series/newest-known.ts';
import { positionOf } from '../series/position.ts';
import { isStale } from '../series/staleness.ts';
import { monthName, whyUnpublished } from '../series/unpublished.ts';
import type { Basis } from './basis.ts';
import { whyLeftOut } from './left-out.ts';
import type { Panel } from './panel.ts';

/** One macro series on the evening of a session: only what was known by then. */
export interface MacroView {
  readonly series: string;
  readonly known: Known;
  /** Period and value of the newest observation; null when nothing is known. */
  readonly latest: { readonly date: string; readonly value: number } | null;
  /** The known value of exactly this period, undefined without one. */
  readonly at: (date: string) => number | undefined;
  /** Why there is no value of that period, in words. */
  readonly whyAbsent: (date: string) => string;
  /** Whether the values are those of the session's evening; otherwise today's, with what was revised since. */
  readonly isAsOf: boolean;
  readonly basis: Basis;
}

const nothing: Known = { dates: [], values: new Float64Array(), length: 0 };

export function macroViewOf(panel: Panel, series: string, session: string): MacroView {
  const known = panel.known(series)?.(session) ?? nothing;
  const date = known.dates[known.length - 1];
  const value = known.values[known.length - 1];
  const latest = known.length === 0 || date === undefined || value === undefined ? null : { date, value };
  const key = `macro:${series}`;
  const provenance = panel.provenance.get(key);
  const observations = panel.macro.get(series);
  const spec = panel.macroSpec(series);
  const monthly = spec?.frequency === 'monthly';
  const common = { asOf: latest?.date ?? session, source: provenance?.source ?? 'none', inputs: [key] };
  return {
    series,
    known,
    latest,
    at: (period) => {
      const row = positionOf(known.dates, period);
      return row >= 0 && row < known.length ? known.values[row] : undefined;
    },
    whyAbsent: (period) =>
      whyUnpublished(series, period) ?? `${series} has no value of ${monthly ? monthName(period) : period}`,
    isAsOf: observations !== undefined && spec !== undefined && isAsOf(observations, spec, session),
    basis: { ...common, ...trust(panel, series, session, latest?.date) },
  };
}

/** How far the newest known value can be trusted on the session, and why not further. */
function trust(
  panel: Panel,
  series: string,
  session: string,
  newest: string | undefined,
): Pick<Basis, 'status' | 'reason'> {
  const spec = panel.macroSpec(series);
  if (spec === undefined || !panel.macro.has(series))
    return { status: 'missing', reason: whyLeftOut(panel, `macro:${series}`) ?? `no data for ${series}` };
  if (newest === undefined)
    return { status: 'missing', reason: `${series} has no value known by ${session}` };
  const decision = spec.lag.kind === 'announced' ? newestDecision(session) : null;
  if (decision !== null && newest <= decision)
    return {
      status: 'stale',
      reason:
        decision === session
          ? "as before today's decision"
          : `newest ${series} is of ${newest}, no later than the decision of ${decision}`,
    };
  if (isStale(newest, session, spec, panel.events)) {
    const due = newestKnownPeriod(session, spec);
    const reason =
      whyUnpublished(series, due) ??
      (spec.frequency === 'monthly'
        ? `newest ${series} is of ${monthName(newest)}`
        : `newest ${series} is of ${newest}`);
    return { status: 'stale', reason };
  }
  const provenance = panel.provenance.get(`macro:${series}`);
  if (provenance?.status === 'stale' || provenance?.status === 'proxy')
    return {
      status: provenance.status,
      reason: provenance.note ?? `the source marks ${series} as ${provenance.status}`,
    };
  return { status: 'fresh' };
}
