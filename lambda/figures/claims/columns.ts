import { daysToElection } from '../../calendar/elections.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { memo, weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import { type Window, windows } from '../../series/windows.ts';
import { stanceColumn } from '../calls/grades.ts';
import { coverColumn } from '../depth/cover-column.ts';
import { gaugeColumns } from '../depth/enthusiasm.ts';
import { leadSensitivity } from '../depth/sensitivities.ts';
import { moveTests } from '../events/move-tests.ts';
import { marginColumn } from '../fund/borrowing.ts';
import { fundColumns } from '../fund/fund-columns.ts';
import { swingColumns } from '../fund/swing-columns.ts';
import { heldColumns } from '../levels/held-level.ts';
import { stopColumns } from '../levels/stop-limits.ts';
import { tailColumns } from '../levels/tail-record.ts';
import { phaseColumns } from '../macro/policy-phase.ts';
import { leadersColumn } from '../prices/leaders.ts';
import { deepestColumn, pairColumns } from '../prices/pair-columns.ts';
import { growthColumn, windowColumn } from '../prices/price-columns.ts';
import { breadthColumns } from '../rotation/breadth.ts';
import { cyclicalColumns } from '../rotation/cyclicals.ts';
import { tradingColumns } from '../rotation/trading.ts';
import { macroColumn } from './macro-columns.ts';

/** What a figure was on a session, by what was known on it; null where it has no value. */
export type PastFigure = (t: number) => number | string | null;

/**
 * A figure that claims read, on every session: the value that the session's own book would hold. Undefined of a figure
 * whose past is not kept here.
 */
export const pastFigure = weakMemo((panel: Panel) =>
  memo((id: string): PastFigure | undefined => {
    const [measure = '', subject = '', window = '', part = ''] = id.split('.');
    if (id === 'rotation.state') return stateOn(panel);
    if (id === 'macro.cutting') return cuttingOn(panel);
    if (measure === 'macro') return macroColumn(panel, id);
    return named(panel)[id]?.() ?? measured[measure]?.(panel, subject, window, part);
  }),
);

function stateOn(panel: Panel): PastFigure {
  const { states } = panel.rotation().walk();
  return (t) => {
    const state = states[t] ?? null;
    return state === null ? null : panel.edition.states[state];
  };
}

function cuttingOn(panel: Panel): PastFigure {
  const { cutting } = phaseColumns(panel);
  return (t) => (cutting(t) === 1 ? 'yes' : cutting(t) === 0 ? 'no' : null);
}

/** The return that an id names: `63d` counts sessions, any other window the calendar. */
function returnOf(panel: Panel, symbol: string, window: string): LazyColumn | undefined {
  const sessions = /^(\d+)d$/.exec(window)?.[1];
  if (symbol === panel.edition.claims.leaders.id) return leadersColumn(panel)(Number(sessions));
  if (sessions !== undefined) return growthColumn(panel)(symbol)(Number(sessions));
  return (windows as readonly string[]).includes(window)
    ? windowColumn(panel)(symbol)(window as Window)
    : undefined;
}

type OfParts = (panel: Panel, subject: string, window: string, part: string) => LazyColumn | undefined;

/** Figures of any symbol or pair, by their measure. */
const measured: Readonly<Record<string, OfParts>> = {
  return: returnOf,
  excess: (panel, pair, window) => {
    const [first, second] = pair.split(':').map((symbol) => returnOf(panel, symbol, window));
    if (first === undefined || second === undefined) return;
    return lazyColumn(panel.axis.sessions.length, (t) => first(t) - second(t));
  },
  rs: (panel, pair, against) =>
    against === 'percentile5y'
      ? pairColumns(panel)(pair).percentile
      : pairColumns(panel)(pair).against(Number(against.slice('vs'.length))),
  wins: (panel, pair, window) => pairColumns(panel)(pair).wins(Number.parseInt(window, 10)),
  drawdown: (panel, symbol) => deepestColumn(panel)(symbol),
  gap: (panel, _, window, part) =>
    fundColumns(panel)[part === 'total' ? 'gap' : 'compounding'](Number.parseInt(window, 10)),
  near: (panel, _, window) => fundColumns(panel).near(Number.parseInt(window, 10)),
  stance: (panel, _, window, part) => stanceColumn(panel, Number.parseInt(window, 10), part),
  sens: (panel, pair) => leadSensitivity(panel)(pair.slice(pair.indexOf(':') + 1)),
};

/** Figures of which an edition has one. */
const named = weakMemo((panel: Panel): Readonly<Record<string, () => LazyColumn>> => {
  const { underlying, fund, rivals } = panel.edition;
  const { sessions } = panel.axis;
  const pair = `${underlying}:${rivals.against[0]}`;
  const column = (of: (t: number) => number) => lazyColumn(sessions.length, of);
  return {
    'rotation.score': () => column((t) => panel.rotation().scores[t]!),
    'rotation.age': () => {
      const { states, ages } = panel.rotation().walk();
      return column((t) => (states[t] === null ? Number.NaN : ages[t]!));
    },
    'ai.gauge': () => gaugeColumns(panel).gauge,
    'ai.gauge.change.63d': () => gaugeColumns(panel).change,
    [`vol.${pair}.21d`]: () => tradingColumns(panel).calm,
    [`vol.${pair}.21d.median`]: () => tradingColumns(panel).usual,
    [`upvolume.${underlying}.63d`]: () => tradingColumns(panel).upvolume,
    [`attention.${underlying}.z`]: () => tradingColumns(panel).standing,
    [`tracking.${fund.symbol}.21d`]: () => fundColumns(panel).tracking,
    [`capture.${fund.symbol}.up`]: () => fundColumns(panel).rising,
    [`capture.${fund.symbol}.down`]: () => fundColumns(panel).falling,
    [`cost.${fund.symbol}.252d.rate`]: () => column((t) => -fundColumns(panel).difference(t)),
    'cost.margin.252d': () => marginColumn(panel),
    [`volgap.${fund.symbol}.252d`]: () => swingColumns(panel).volgap,
    [`amplify.${fund.symbol}.21d`]: () => swingColumns(panel).amplify,
    [`sideways.${fund.symbol}.21d`]: () => swingColumns(panel).sideways,
    'breadth.above50': () => breadthColumns(panel).above50,
    'breadth.up63': () => breadthColumns(panel).up63,
    [`held.${underlying}.S1.share`]: () => heldColumns(panel).share,
    [`held.${underlying}.S1.low`]: () => heldColumns(panel).low,
    [`held.${underlying}.S1.high`]: () => heldColumns(panel).high,
    'event.move.t': () => moveTests(panel).price.t,
    'event.ust2y.t': () => moveTests(panel).yield.t,
    'election.days': () => column((t) => daysToElection(sessions[t]!)),
    [`atr.${fund.symbol}.range63`]: () => stopColumns(panel).range,
    [`overnight.${underlying}`]: () => stopColumns(panel).overnight,
    'var95.exceed.252d': () => tailColumns(panel).exceedances,
    'var95.kupiec.252d': () => tailColumns(panel).ratio,
    [`hedge.${fund.symbol}.fullshare`]: () => coverColumn(panel),
    'phase.excess': () => phaseColumns(panel).excess,
    'cyclicals.63d': () => cyclicalColumns(panel).excess,
    'rates.cyclicals.504d': () => cyclicalColumns(panel).withRates,
  };
});
