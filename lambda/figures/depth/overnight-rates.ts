import { dayNumber } from '../../calendar/civil.ts';
import { fredSeries } from '../../editions/fred.ts';
import { type Basis, joint, worstStatus } from '../../market-data/basis.ts';
import type { MacroView } from '../../market-data/macro-view.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Reason } from '../../series/reason.ts';
import { type Absent, absent } from '../write.ts';

/** Days by which a rate may be older than the session before. */
const mayLag = 7;
/** Days of the year by which each rate is quoted. */
const [moneyMarket, bills] = [360, 365] as const;

/** What borrowing cost over the sessions up to one. */
export interface RatesBack {
  /** Sum over the last n sessions of the rate known of the session before times the calendar days since, a fraction. */
  readonly over: (n: number) => number | Absent;
  /** What that rests on. */
  readonly basis: (n: number) => Basis;
}

/**
 * What borrowing overnight cost from session to session: SOFR of the session before, or up to a week older, over 360 days; where
 * there is none the three-month bill over 365, a proxy. Only what was known on the session counts.
 *
 * @param most sessions that are asked for at most
 */
export function ratesBack(view: SessionView, most: number): RatesBack {
  const { sessions, days } = view.panel.axis;
  const { index } = view;
  const overnight = view.macro(fredSeries.overnight);
  const bill = view.macro(fredSeries.threeMonths);
  const newest = [newestBefore(overnight), newestBefore(bill)] as const;
  /** By number of sessions: the sum up to there, and how many rest on the proxy. */
  const sums = new Float64Array(most + 1);
  const standIns = new Int32Array(most + 1);
  let reached = 0;
  for (; reached < most && index - reached >= 1; reached++) {
    const t = index - reached;
    const [session, day] = [sessions[t - 1]!, days[t - 1]!];
    const own = newest[0](session, day);
    const daily = Number.isNaN(own) ? newest[1](session, day) / bills : own / moneyMarket;
    if (Number.isNaN(daily)) break;
    sums[reached + 1] = sums[reached]! + (daily / 100) * (days[t]! - day);
    standIns[reached + 1] = standIns[reached]! + (Number.isNaN(own) ? 1 : 0);
  }
  const lacking: Reason = {
    code: 'no-rate-of',
    series: [fredSeries.overnight, fredSeries.threeMonths],
    date: sessions[index - reached - 1],
  };
  return {
    over: (n) => (n <= reached ? sums[n]! : absent(lacking)),
    basis: (n) => {
      if (n > reached)
        return { ...bill.basis, inputs: inputsOf(overnight, bill), status: 'missing', reasons: [lacking] };
      if (standIns[n] === 0) return overnight.basis;
      const proxy: Basis = {
        ...bill.basis,
        status: worstStatus([bill.basis.status, 'proxy']),
        reasons: [{ code: 'stands-in', subject: fredSeries.threeMonths, replaces: fredSeries.overnight }],
      };
      return standIns[n] === n ? proxy : joint(overnight.basis, proxy);
    },
  };
}

const inputsOf = (...views: readonly MacroView[]) => views.flatMap(({ basis }) => basis.inputs);

/** The newest known value dated on or before a session, going back from session to session; NaN of one too old. */
function newestBefore({ known: { dates, values, length } }: MacroView) {
  let row = length - 1;
  return (session: string, day: number): number => {
    while (row >= 0 && dates[row]! > session) row--;
    return row >= 0 && day - dayNumber(dates[row]!) <= mayLag ? values[row]! : Number.NaN;
  };
}
