import type { ScheduledEvent } from '../calendar/events.ts';
import type { Edition, MacroSpec, SymbolSpec } from '../editions/edition.ts';
import type { Axis } from '../series/axis.ts';
import type { Disclosures } from '../series/disclosures.ts';
import type { KnownOn } from '../series/known.ts';
import type { Observations } from '../series/observations.ts';
import type { Provenance } from '../series/snapshot.ts';
import type { PairHistory } from './pair-history.ts';
import type { PriceHistory } from './price-history.ts';
import type { RotationHistory } from './rotation-columns.ts';

/**
 * Everything that the briefings of many sessions share: whole histories and what is derived from them, each
 * computed on first use and once. A session looks at it through a `SessionView`, which lets nothing later in.
 */
export interface Panel {
  readonly edition: Edition;
  readonly macro: ReadonlyMap<string, Observations>;
  readonly disclosures: Disclosures;
  /** What providers' calendars announced, in order. */
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
