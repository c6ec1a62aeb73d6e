import type { ScheduledEvent } from '../calendar/events.ts';
import type { Edition } from '../editions/edition.ts';
import { type Axis, axisOf } from '../series/axis.ts';
import type { Bars } from '../series/bars.ts';
import { type Disclosures, noDisclosures } from '../series/disclosures.ts';
import { knownOf } from '../series/known.ts';
import type { Observations } from '../series/observations.ts';
import type { Provenance } from '../series/snapshot.ts';
import { memo, once } from './memo.ts';
import { pairHistoryOf } from './pair-history.ts';
import type { Panel } from './panel.ts';
import { emptyHistory, type PriceHistory, priceHistoryOf } from './price-history.ts';
import { rotationHistoryOf } from './rotation-history.ts';

/**
 * @param market full histories by symbol; they may go on after any session that is looked at
 * @param macro full histories by the edition's series name
 * @param disclosures filings and holdings; those after a session are not looked at
 * @param events what providers' calendars announced when they were collected, in order
 */
export function panelOf(
  edition: Edition,
  market: ReadonlyMap<string, Bars>,
  macro: ReadonlyMap<string, Observations>,
  provenance: readonly Provenance[],
  disclosures: Disclosures = noDisclosures,
  events: readonly ScheduledEvent[] = [],
): Panel {
  const symbols = new Map(edition.symbols.map((spec) => [spec.symbol, spec]));
  const series = new Map(edition.macro.map((spec) => [spec.series, spec]));
  const axis = axisOfBars([...market.values()]);
  const pairsOf = memo((first: PriceHistory) =>
    memo((second: PriceHistory) => pairHistoryOf(axis, first, second)),
  );
  const panel: Panel = {
    edition,
    axis,
    macro,
    disclosures,
    events,
    provenance: new Map(provenance.map((entry) => [entry.key, entry])),
    symbolSpec: (symbol) => symbols.get(symbol),
    macroSpec: (name) => series.get(name),
    history: memo((symbol: string) => {
      const bars = market.get(symbol);
      return bars === undefined ? emptyHistory(axis, symbol) : priceHistoryOf(axis, bars);
    }),
    pair: (first, second) => pairsOf(first)(second),
    known: memo((name: string) => {
      const observations = macro.get(name);
      const spec = series.get(name);
      return observations === undefined || spec === undefined ? undefined : knownOf(observations, spec);
    }),
    rotation: once(() => rotationHistoryOf(panel)),
  };
  return panel;
}

/** From the first bar of any series to the last. */
function axisOfBars(market: readonly Bars[]): Axis {
  const ends = market.flatMap(({ sessions }) => [sessions[0] ?? [], sessions.at(-1) ?? []].flat()).toSorted();
  return ends.length === 0 ? axisOf('9999-12-31', '0001-01-01') : axisOf(ends[0]!, ends.at(-1)!);
}
