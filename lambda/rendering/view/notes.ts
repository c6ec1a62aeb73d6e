import { forReaders } from '../../briefing/words/idiom.ts';
import { publishedReasons } from '../../briefing/words/published-reasons.ts';
import { reasonText } from '../../briefing/words/reasons.ts';
import { shareReasons } from '../../briefing/words/shared-reasons.ts';
import type { Figure, Report } from '../../report/schema.ts';

/** A lettered footnote: what every number with its letter rests on. */
export interface NoteView {
  readonly letter: string;
  readonly text: string;
}

/**
 * The lettered footnotes of a page: one for each reason that a number is a proxy, one for all that are stale. A part of the
 * page has at its end those of its own numbers.
 */
export class PageNotes {
  readonly #report: Report;
  readonly #letters = new Map<string, string>();
  /** Texts by letter, of the part of the page that is being set. */
  #open = new Map<string, Set<string>>();
  /** How many texts each letter had in the part before. */
  #before = new Map<string, number>();

  constructor(report: Report) {
    this.#report = report;
  }

  /** The letter behind a figure; empty behind one that is fresh, or missing and says so itself. */
  letterOf({ status, reason = '' }: Figure): string {
    if (status !== 'proxy' && status !== 'stale') return '';
    const key = status === 'stale' ? status : `${status} ${reason}`;
    const letter = this.#letters.get(key) ?? letterAt(this.#letters.size);
    this.#letters.set(key, letter);
    const texts = this.#open.get(letter) ?? new Set([status === 'stale' ? 'Stale' : 'Proxy']);
    this.#open.set(letter, texts.add(reason));
    return letter;
  }

  /**
   * The footnotes of the part that ends here, by their letters.
   * @param isBelow whether the part is on the sheet of the one before, whose footnotes need not be there twice
   */
  take(isBelow = false): NoteView[] {
    const taken = [...this.#open]
      .filter(([letter, { size }]) => !isBelow || this.#before.get(letter) !== size)
      .sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
    this.#before = new Map([...this.#open].map(([letter, { size }]) => [letter, size]));
    this.#open = new Map();
    return taken.map(([letter, [kind, ...reasons]]) => ({
      letter,
      text: `${kind}: ${this.#inWords(reasons)}.`,
    }));
  }

  /** Each reason once: what several series have in common is said of them together, "AAPL and MSFT have no adjusted closes". */
  #inWords(texts: readonly string[]): string {
    const idiom = forReaders(this.#report.names ?? {});
    const given = texts.flatMap((text) =>
      publishedReasons(this.#report, text).map((reason) => [text, reason] as const),
    );
    const said = shareReasons(given).map((shared) => reasonText(shared.reason, idiom, shared));
    return [...new Set(said)].join('; ');
  }
}

/** a to z, then aa, ab … */
function letterAt(place: number): string {
  const last = String.fromCharCode(97 + (place % 26));
  return place < 26 ? last : letterAt(Math.floor(place / 26) - 1) + last;
}
