import type { SessionView } from '../market-data/session-view.ts';
import { FigureBook } from './book.ts';
import { callGrades } from './calls/grades.ts';
import { claims } from './claims/claims.ts';
import { fundInputs } from './claims/fund-inputs.ts';
import { macroInputs } from './claims/macro-inputs.ts';
import { costSplit } from './depth/cost-split.ts';
import { enthusiasm } from './depth/enthusiasm.ts';
import { eventDays } from './depth/event-days.ts';
import { optionStructures } from './depth/option-structures.ts';
import { rebalancing } from './depth/rebalancing.ts';
import { ladderRecord, stopRecord } from './depth/records.ts';
import { scenarioGrid } from './depth/scenario-grid.ts';
import { sensitivities } from './depth/sensitivities.ts';
import { priceGaps, swings } from './depth/swings.ts';
import { capitalExpenditure } from './disclosures/capital-expenditure.ts';
import { holdings } from './disclosures/holdings.ts';
import { resultsDays } from './disclosures/results-days.ts';
import { valuation } from './disclosures/valuation.ts';
import { election } from './events/election.ts';
import { eventMoves } from './events/event-moves.ts';
import { fedMeeting } from './events/fed-meeting.ts';
import { eventTests } from './events/move-tests.ts';
import { nextEvent } from './events/next-event.ts';
import { borrowing } from './fund/borrowing.ts';
import { fallFrequency } from './fund/fall-frequency.ts';
import { horizon } from './fund/horizon.ts';
import { leverage } from './fund/leverage.ts';
import { pathFigures } from './fund/path.ts';
import { scenarios } from './fund/scenarios.ts';
import { calendarYears } from './fund/years.ts';
import { bands } from './levels/bands.ts';
import { distances } from './levels/distances.ts';
import { expectedRecord } from './levels/expected-record.ts';
import { hedge } from './levels/hedge.ts';
import { heldLevel } from './levels/held-level.ts';
import { impliedMove } from './levels/implied-move.ts';
import { levels } from './levels/levels.ts';
import { optionsVolatility } from './levels/options-volatility.ts';
import { risk } from './levels/risk.ts';
import { sizing } from './levels/sizing.ts';
import { stopLimits } from './levels/stop-limits.ts';
import { tailRecord } from './levels/tail-record.ts';
import { macro } from './macro/macro.ts';
import { policyPhase } from './macro/policy-phase.ts';
import { pricedPath } from './macro/priced-path.ts';
import { rateChanges } from './macro/rate-changes.ts';
import { scorecard } from './macro/scorecard.ts';
import { softLandingFigures } from './macro/soft-landing.ts';
import { volatilityPercentile } from './macro/volatility-rank.ts';
import { leaders } from './prices/leaders.ts';
import { performance } from './prices/performance.ts';
import { rankings } from './prices/rankings.ts';
import { breadth } from './rotation/breadth.ts';
import { cyclicals } from './rotation/cyclicals.ts';
import { pairFigures } from './rotation/pairs.ts';
import { rotation } from './rotation/rotation.ts';
import { stateHistory } from './rotation/state-history.ts';
import { trading } from './rotation/trading.ts';
import { eventStudies } from './study/event-studies.ts';
import { regimes } from './study/regimes.ts';

/** Writes a family of figures into the book; may rest on figures of the families before it. */
export type FigureFamily = (view: SessionView, book: FigureBook) => void;

/** The families, in the order they are written. */
const families: readonly FigureFamily[] = [
  performance,
  pairFigures,
  rotation,
  leverage,
  levels,
  risk,
  macro,
  distances,
  stateHistory,
  rankings,
  breadth,
  pathFigures,
  calendarYears,
  horizon,
  fedMeeting,
  pricedPath,
  nextEvent,
  expectedRecord,
  bands,
  scenarios,
  fallFrequency,
  eventMoves,
  sizing,
  hedge,
  scorecard,
  softLandingFigures,
  capitalExpenditure,
  holdings,
  valuation,
  resultsDays,
  impliedMove,
  optionsVolatility,
  sensitivities,
  enthusiasm,
  scenarioGrid,
  costSplit,
  rebalancing,
  swings,
  priceGaps,
  ladderRecord,
  stopRecord,
  optionStructures,
  eventDays,
  macroInputs,
  fundInputs,
  eventStudies,
  regimes,
  callGrades,
  leaders,
  trading,
  cyclicals,
  rateChanges,
  policyPhase,
  volatilityPercentile,
  borrowing,
  heldLevel,
  tailRecord,
  stopLimits,
  eventTests,
  election,
  claims,
];

export function figureBook(view: SessionView): FigureBook {
  const book = new FigureBook();
  for (const family of families) family(view, book);
  return book;
}
