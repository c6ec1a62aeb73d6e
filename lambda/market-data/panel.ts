import type { ScheduledEvent } from '../calendar/events.ts';
import type { Edition, MacroSpec, SymbolSpec } from '../editions/edition.ts';
import { type Axis, axisOf } from '../series/axis.ts';
import type { Bars } from '../series/bars.ts';
import { type Disclosures, noDisclosures } from '../series/disclosures.ts';
import { type KnownOn, knownOf } from '../series/known.ts';
import type { Observations } from '../series/observations.ts';
import type { Provenance } from '../series/snapshot.ts';
import { memo, once } from './memo.ts';
import { type PairHistory, pairHistoryOf } from './pair-history.ts';
import { emptyHistory, type PriceHistory, priceHistoryOf } from './price-history.ts';
import { type RotationHistory, rotationHistoryOf } from './rotation-history.ts';

/**
 * Everything that the briefings of many sessions share: whole histories and what is derived from them, each
 * computed on first use and once. A session looks at it through a `SessionView`, which lets nothing later in.
 */
export interface Panel {
  readonly edition: Edition;
  readonly macro: ReadonlyMap<string, Observations>;
  readonly disclosures: Disclosures;
  /** What providers' calendars foretold, in order. */
  readonly events: readonly ScheduledEvent[];
  readonly provenance: ReadonlyMap<string, Provenance>;
  readonly symbolSpec: (symbol: string) => SymbolSpec | undefined;
  readonly macroSpec: (series: string) => MacroSpec | undefined;
  /** The sessions from the first bar of any series to the last: every history is aligned on them. */
  readonly axis: Axis;
  /** The history of exactly this symbol, without proxies; an empty one where the data has none. */
  readonly history: (symbol: string) => PriceHistory;
  /** Two symbols of the data session by session; the same object for the same two. */
  readonly pair: (first: PriceHistory, second: PriceHistory) => PairHistory;
  /** What was known of a series on any day; undefined for one that the edition or the data does not have. */
  readonly known: (series: string) => KnownOn | undefined;
  /** The rotation score of every session. */
  readonly rotation: () => RotationHistory;
}

/**
 * @param market full histories by symbol; they may go on after any session that is looked at
 * @param macro full histories by the edition's series name
 * @param disclosures filings and holdings; those after a session are not looked at
 * @param events what providers' calendars foretold when they were collected, in order
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
