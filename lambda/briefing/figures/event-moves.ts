import { meanAbsolute } from '../../analytics/mean-absolute.ts';
import { heldMeetings } from '../../calendar/fomc.ts';
import { heldFrom } from '../../calendar/fomc-held.ts';
import { isEarlyClose, sessions } from '../../calendar/nyse.ts';
import { counted } from '../../counted.ts';
import type { FigureBook } from '../book.ts';
import { once } from '../memo.ts';
import type { SessionView } from '../view.ts';
import { thresholds } from '../words/thresholds.ts';
import { frequencySessions } from './risk-rule.ts';
import { absent, type Outcome, tooShort, write } from './write.ts';

/** Days of one kind, and since when they are all known. */
interface DayKind {
  readonly id: string;
  readonly known: string;
  readonly isSuch: (session: string) => boolean;
}

const decided = new Set(heldMeetings(heldFrom, sessions.at(-1)!));
const shortened = new Set(sessions.filter(isEarlyClose));

const kinds: readonly DayKind[] = [
  { id: 'all', known: '', isSuch: () => true },
  { id: 'fomc', known: heldFrom, isSuch: (session) => decided.has(session) },
  { id: 'early', known: '', isSuch: (session) => shortened.has(session) },
];

/**
 * How far the index fund moved, up or down, on days of an FOMC decision, on early closes, and on all days of the last
 * ten years: `calendar.fomc.move` and the days that it rests on, `calendar.fomc.n`. Under 15 days no move is given.
 */
export function eventMoves(view: SessionView, book: FigureBook): void {
  const { adjusted, index, track } = view.symbol(view.edition.underlying);
  const first = index - frequencySessions + 1;
  const days = track.bars.sessions;
  for (const { id, known, isSuch } of kinds) {
    const moves = once((): Float64Array | Outcome => {
      if (first < 1) return tooShort(frequencySessions, index, 'daily returns');
      const from = days[first]!;
      if (from < known) return absent(`decisions are known here from ${known.slice(0, 4)}, not from ${from}`);
      return track
        .returns()
        .subarray(first, index + 1)
        .filter((_, i) => isSuch(days[first + i]!));
    });
    write(book, `calendar.${id}.n`, { unit: 'count', method: 'days counted' }, adjusted, () => {
      const found = moves();
      return found instanceof Float64Array ? found.length : found;
    });
    write(book, `calendar.${id}.move`, { unit: 'fraction', method: 'move on days' }, adjusted, () => {
      const found = moves();
      if (!(found instanceof Float64Array)) return found;
      return found.length < thresholds.cases
        ? absent(`${counted(found.length, 'such day')}, fewer than ${thresholds.cases}`)
        : meanAbsolute(found);
    });
  }
}
