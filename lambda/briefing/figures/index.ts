import { FigureBook } from '../book.ts';
import type { SessionView } from '../view.ts';
import { bands } from './bands.ts';
import { breadth } from './breadth.ts';
import { capitalExpenditure } from './capital-expenditure.ts';
import { distances } from './distances.ts';
import { eventMoves } from './event-moves.ts';
import { expectedRecord } from './expected-record.ts';
import { fallFrequency } from './fall-frequency.ts';
import { fedMeeting } from './fed-meeting.ts';
import { fundExtra } from './fund-extra.ts';
import { hedge } from './hedge.ts';
import { holdings } from './holdings.ts';
import { horizon } from './horizon.ts';
import { impliedMove } from './implied-move.ts';
import { levels } from './levels.ts';
import { leverage } from './leverage.ts';
import { macro } from './macro.ts';
import { nextEvent } from './next-event.ts';
import { pairFigures } from './pairs.ts';
import { performance } from './performance.ts';
import { risk } from './risk.ts';
import { rotation } from './rotation.ts';
import { scenarios } from './scenarios.ts';
import { scorecard } from './scorecard.ts';
import { sizing } from './sizing.ts';
import { softLanding } from './soft-landing.ts';
import { standing } from './standing.ts';
import { stateHistory } from './state-history.ts';

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
  standing,
  breadth,
  fundExtra,
  horizon,
  fedMeeting,
  nextEvent,
  expectedRecord,
  bands,
  scenarios,
  fallFrequency,
  eventMoves,
  sizing,
  hedge,
  scorecard,
  softLanding,
  capitalExpenditure,
  holdings,
  impliedMove,
];

/** Every figure of one session. */
export function figureBook(view: SessionView): FigureBook {
  const book = new FigureBook();
  for (const family of families) family(view, book);
  return book;
}
