import { meanAbsolute } from '../../analytics/mean-absolute.ts';
import { heldMeetings } from '../../calendar/fomc.ts';
import { heldFrom } from '../../calendar/fomc-held.ts';
import { isCovered, isEarlyClose, isSession } from '../../calendar/nyse.ts';
import type { FigureBook } from '../book.ts';
import type { SessionView } from '../view.ts';
import { thresholds } from '../words/thresholds.ts';
import { frequencySessions } from './risk-rule.ts';
import { absent, type Outcome, tooShort, write } from './write.ts';

/** Days of one kind: which of the sessions from the first to the last, and since when that is known. */
interface DayKind {
  readonly id: string;
  readonly known: string;
  readonly among: (from: string, through: string) => (session: string) => boolean;
}

const kinds: readonly DayKind[] = [
  { id: 'all', known: '', among: () => () => true },
  {
    id: 'fomc',
    known: heldFrom,
    among: (from, through) => {
      const days = new Set(heldMeetings(from, through));
      return (session) => days.has(session);
    },
  },
  {
    id: 'early',
    known: '',
    among: () => (session) => isCovered(session) && isSession(session) && isEarlyClose(session),
  },
];

/**
 * How far the index fund moved, up or down, on days of an FOMC decision, on early closes, and on all days of the last
 * ten years: `calendar.fomc.move` and the days that it rests on, `calendar.fomc.n`. Under 15 days no move is given.
 */
export function eventMoves(view: SessionView, book: FigureBook): void {
  const { adjusted, index, track } = view.symbol(view.edition.underlying);
  const first = index - frequencySessions + 1;
  const { sessions } = track.bars;
  for (const { id, known, among } of kinds) {
    const moves = (): Float64Array | Outcome => {
      if (first < 1) return tooShort(frequencySessions, index, 'daily returns');
      const [from, through] = [sessions[first]!, sessions[index]!];
      if (from < known) return absent(`decisions are known here from ${known.slice(0, 4)}, not from ${from}`);
      const isSuch = among(from, through);
      return track
        .returns()
        .slice(first, index + 1)
        .filter((_, i) => isSuch(sessions[first + i]!));
    };
    write(book, `calendar.${id}.n`, { unit: 'count', method: 'days counted' }, adjusted, () => {
      const found = moves();
      return found instanceof Float64Array ? found.length : found;
    });
    write(book, `calendar.${id}.move`, { unit: 'fraction', method: 'move on days' }, adjusted, () => {
      const found = moves();
      if (!(found instanceof Float64Array)) return found;
      return found.length < thresholds.cases
        ? absent(`${found.length} such days, fewer than ${thresholds.cases}`)
        : meanAbsolute(found);
    });
  }
}
