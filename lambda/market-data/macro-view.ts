import { addMonths } from '../calendar/civil.ts';
import { newestDecision } from '../calendar/fomc.ts';
import { isAsOf, type Known } from '../series/known.ts';
import { newestKnownPeriod } from '../series/newest-known.ts';
import { positionOf } from '../series/position.ts';
import type { Reason } from '../series/reason.ts';
import { isStale } from '../series/staleness.ts';
import { whyUnpublished } from '../series/unpublished.ts';
import { type Basis, isOnlyLate, notesOr } from './basis.ts';
import { whyLeftOut } from './left-out.ts';
import type { Panel } from './panel.ts';

/** What was known of one macro series on the evening of a session, without a word on how far it is trusted. */
export interface MacroReading {
  readonly series: string;
  readonly known: Known;
  /** Period and value of the newest observation; null when there is none. */
  readonly latest: { readonly date: string; readonly value: number } | null;
  /** The known value of exactly this period, undefined without one. */
  readonly at: (date: string) => number | undefined;
  /** Why there is no value of that period. */
  readonly whyAbsent: (date: string) => Reason;
}

/** One macro series on the evening of a session: only what was known by then. */
export interface MacroView extends MacroReading {
  /** Whether the values are those of the session's evening; otherwise today's, with what was revised since. */
  readonly isAsOf: boolean;
  readonly basis: Basis;
}

const nothing: Known = { dates: [], values: new Float64Array(), length: 0 };

/** @param isMonthly whether its periods are months, as a reason names them */
export function readingOf(series: string, known: Known, isMonthly: boolean): MacroReading {
  const date = known.dates[known.length - 1];
  const value = known.values[known.length - 1];
  const latest = known.length === 0 || date === undefined || value === undefined ? null : { date, value };
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
        isMonth: isMonthly,
      },
  };
}

/** What was known of a series on the evening of a session; the same object while nothing new becomes known. */
export const knownOn = (panel: Panel, series: string, session: string): Known =>
  panel.known(series)?.(session) ?? nothing;

export function macroViewOf(panel: Panel, series: string, session: string): MacroView {
  const key = `macro:${series}`;
  const provenance = panel.provenance.get(key);
  const observations = panel.macro.get(series);
  const spec = panel.macroSpec(series);
  const reading = readingOf(series, knownOn(panel, series, session), spec?.frequency === 'monthly');
  const { latest } = reading;
  const common = { asOf: latest?.date ?? session, sources: [provenance?.source ?? 'none'], inputs: [key] };
  return {
    ...reading,
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
    // A month that was never published explains an old value only where no other month is lacking.
    const unpublished = isMonth && addMonths(newest, 1) === due ? whyUnpublished(series, due) : null;
    return stale(unpublished ?? { code: 'newest', subject: series, date: newest, isMonth });
  }
  const provenance = panel.provenance.get(`macro:${series}`);
  // Said of the session of the run: an earlier one, on which its newest value was not late, has no such caveat.
  if (provenance !== undefined && isOnlyLate(provenance)) return { status: 'fresh' };
  if (provenance?.status === 'stale' || provenance?.status === 'proxy')
    return {
      status: provenance.status,
      reasons: notesOr(provenance, { code: 'source-marks', subject: series, status: provenance.status }),
    };
  return { status: 'fresh' };
}
