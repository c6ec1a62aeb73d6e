import { newestDecision } from '../calendar/fomc.ts';
import { isAsOf, type Known } from '../series/known.ts';
import { newestKnownPeriod } from '../series/newest-known.ts';
import { positionOf } from '../series/position.ts';
import type { Reason } from '../series/reason.ts';
import { isStale } from '../series/staleness.ts';
import { whyUnpublished } from '../series/unpublished.ts';
import { type Basis, notesOr } from './basis.ts';
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
  /** Why there is no value of that period. */
  readonly whyAbsent: (date: string) => Reason;
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
      whyUnpublished(series, period) ?? {
        code: 'no-value-of',
        subject: series,
        date: period,
        isMonth: monthly,
      },
    isAsOf: observations !== undefined && spec !== undefined && isAsOf(observations, spec, session),
    basis: { ...common, ...trust(panel, series, session, latest?.date) },
  };
}

type Trust = Pick<Basis, 'status' | 'reasons'>;
const missing = (reason: Reason): Trust => ({ status: 'missing', reasons: [reason] });
const stale = (reason: Reason): Trust => ({ status: 'stale', reasons: [reason] });

/** How far the newest known value can be trusted on the session, and why not further. */
function trust(panel: Panel, series: string, session: string, newest: string | undefined): Trust {
  const spec = panel.macroSpec(series);
  if (spec === undefined || !panel.macro.has(series))
    return missing(whyLeftOut(panel, `macro:${series}`) ?? { code: 'no-data', subject: series });
  if (newest === undefined) return missing({ code: 'no-value-known', subject: series, session });
  const decision = spec.lag.kind === 'announced' ? newestDecision(session) : null;
  if (decision !== null && newest <= decision)
    return stale(
      decision === session
        ? { code: 'before-decision' }
        : { code: 'not-after-decision', subject: series, date: newest, decision },
    );
  if (isStale(newest, session, spec, panel.events)) {
    const due = newestKnownPeriod(session, spec);
    const isMonth = spec.frequency === 'monthly';
    return stale(whyUnpublished(series, due) ?? { code: 'newest', subject: series, date: newest, isMonth });
  }
  const provenance = panel.provenance.get(`macro:${series}`);
  if (provenance?.status === 'stale' || provenance?.status === 'proxy')
    return {
      status: provenance.status,
      reasons: notesOr(provenance, { code: 'source-marks', subject: series, status: provenance.status }),
    };
  return { status: 'fresh' };
}
