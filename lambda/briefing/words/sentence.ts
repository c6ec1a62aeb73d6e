import type { FigureBook } from '../../figures/book.ts';
import type { Part, Sentence } from '../../report/schema.ts';
import { article, cardinal, ordinal } from './count.ts';
import { formatFigure, formatShortDate, type Sign, type UnitForm } from './format.ts';
import { asPublished, type Idiom } from './idiom.ts';
import { reasonsText, reasonText } from './reasons.ts';

/** A part of a sentence: a rule's word, a phrase built from figures, or null when a figure is missing. */
export type Piece = string | Sentence | null;

/**
 * Builds sentences from the figures of one book. Every number in a sentence is the text of a figure; a sentence one
 * of whose figures is missing is null and so is not said: the rule that wanted it says something else or nothing.
 */
export class Words {
  readonly book: FigureBook;
  /** How reasons say ids and days. */
  readonly idiom: Idiom;

  constructor(book: FigureBook, idiom = asPublished) {
    this.book = book;
    this.idiom = idiom;
  }

  /** The figure as pages show it, sign included. */
  value(id: string): Sentence | null {
    return this.#shown(id);
  }

  /** The figure's size, for verbs that carry the direction: "fell 2.30 %". */
  amount(id: string): Sentence | null {
    return this.#shown(id, 'never');
  }

  /** The size of a difference of percentages without its unit, where the sentence has named it: "0.77". */
  bare(id: string): Sentence | null {
    return this.#shown(id, 'never', 'none');
  }

  /** As a table shows it, where there is no room for a sentence's words: "−1.47 pts". */
  short(id: string): Sentence | null {
    return this.#shown(id, undefined, 'short');
  }

  /** A day without its weekday, where there is little room: "26 Dec 2025". */
  date(id: string): Sentence | null {
    const date = this.word(id);
    return date === null ? null : { parts: [{ figure: id, text: formatShortDate(date) }], figures: [id] };
  }

  /** A count as an ordinal in words: "sixth"; the sign of a streak is dropped. */
  ordinal(id: string): Sentence | null {
    return this.#count(id, ordinal);
  }

  /** The same behind its article: "a sixth", "an eighth". */
  nth(id: string): Sentence | null {
    const count = this.number(id);
    return count === null ? null : join([`${article(Math.abs(count))} `, this.ordinal(id)], '');
  }

  /** A count in words: "six". */
  cardinal(id: string): Sentence | null {
    return this.#count(id, cardinal);
  }

  /** With a minus but no plus, where "was" or "made" introduces it: "three times IWM was 1.67 %". */
  level(id: string): Sentence | null {
    return this.#shown(id, 'negative');
  }

  /**
   * Why a figure is missing, or is not fresh: the first of its reasons, all of which are with the figure itself.
   * Null when it has nothing to explain.
   */
  reason(id: string): Sentence | null {
    const [first] = this.book.find(id)?.reasons ?? [];
    return first === undefined
      ? null
      : { parts: [{ figure: id, text: reasonText(first, this.idiom) }], figures: [id] };
  }

  /** All that a figure gives as its reasons, in one text; undefined of one that is there and fresh. */
  why(id: string): string | undefined {
    return reasonsText(this.book.get(id).reasons, this.idiom);
  }

  /** Words chosen by a rule, with the figures that chose them. Null when one of those is missing. */
  chosen(text: string, ...ids: readonly string[]): Sentence | null {
    return ids.every((id) => this.known(id)) ? { parts: [text], figures: [...ids] } : null;
  }

  /** Words that say why a figure is missing; they rest on it as well. */
  absent(text: string, ...ids: readonly string[]): Sentence {
    return { parts: [text], figures: ids.filter((id) => this.book.has(id)) };
  }

  /** A figure of the session before, carried over into today's book. */
  carried(id: string): Sentence | null {
    return this.value(carriedId(id));
  }

  carriedCount(id: string): Sentence | null {
    return this.cardinal(carriedId(id));
  }

  carriedOrdinal(id: string): Sentence | null {
    return this.ordinal(carriedId(id));
  }

  known(id: string): boolean {
    return this.book.has(id) && this.book.get(id).value !== null;
  }

  /** The value of a figure that rules choose words by; null when it is missing or not in the book. */
  number(id: string): number | null {
    return this.book.has(id) ? this.book.number(id) : null;
  }

  word(id: string): string | null {
    return this.book.has(id) ? this.book.word(id) : null;
  }

  #shown(id: string, sign?: Sign, form: UnitForm = 'spelled'): Sentence | null {
    if (!this.known(id)) return null;
    const text = formatFigure(measureOf(id), this.book.get(id), sign, form);
    return { parts: [{ figure: id, text }], figures: [id] };
  }

  #count(id: string, wording: (count: number) => string): Sentence | null {
    const count = this.number(id);
    if (count === null) return null;
    return { parts: [{ figure: id, text: wording(Math.abs(count)) }], figures: [id] };
  }
}

/**
 * Joins words and phrases: say`TNA ${verb} ${amount}.` Null when any piece is null. Pieces nest: what `say` returns
 * can be part of another sentence.
 */
export function say(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Sentence | null {
  const whole: Piece[] = [];
  for (let i = 0; i < strings.length; i++) {
    whole.push(strings[i]!);
    if (i < pieces.length) whole.push(pieces[i]!);
  }
  return join(whole, '');
}

/** Pieces one after the other with `separator` between them; null when any is null. */
export function join(pieces: readonly Piece[], separator: string): Sentence | null {
  const parts: Part[] = [];
  const figures = new Set<string>();
  const caveats = new Set<Caveat>();
  for (const [i, piece] of pieces.entries()) {
    if (piece === null) return null;
    if (i > 0) append(parts, separator);
    if (typeof piece === 'string') append(parts, piece);
    else {
      for (const part of piece.parts) append(parts, part);
      for (const figure of piece.figures) figures.add(figure);
      for (const caveat of namedIn(piece)) caveats.add(caveat);
    }
  }
  const sentence = { parts, figures: [...figures] };
  return [...caveats].reduce<Sentence>((whole, caveat) => naming(caveat, whole), sentence);
}

/** What a sentence may have to say of its figures. */
export type Caveat = 'proxy' | 'stale';

/** A sentence that is not finished: with the caveats that its own words give. */
interface Draft extends Sentence {
  readonly caveats?: readonly Caveat[];
}

/** A sentence whose words name the caveat themselves, so that `qualify` adds none. */
export function naming(caveat: Caveat, sentence: Sentence): Sentence;
export function naming(caveat: Caveat, sentence: Sentence | null): Sentence | null;
export function naming(caveat: Caveat, sentence: Sentence | null): Sentence | null {
  if (sentence === null) return null;
  const draft: Draft = { ...sentence, caveats: [...namedIn(sentence), caveat] };
  return draft;
}

/** The caveats that a sentence's own words give. */
export const namedIn = (sentence: Draft): readonly Caveat[] => sentence.caveats ?? [];

/** A list in words, "a, b and c", of the pieces that are there; null when none is. */
export function list(pieces: readonly Piece[], last = ' and '): Sentence | null {
  const there = pieces.filter((piece) => piece !== null);
  const final = there.at(-1);
  if (final === undefined) return null;
  const before = there.slice(0, -1);
  return before.length === 0 ? join([final], '') : join([join(before, ', '), final], last);
}

/** The first of several wordings whose figures are all there. */
export function firstOf(...wordings: readonly (Sentence | null)[]): Sentence | null {
  return wordings.find((wording) => wording !== null) ?? null;
}

/** The sentences that can be said, in order. */
export function said(sentences: readonly (Sentence | null)[]): Sentence[] {
  return sentences.filter((sentence) => sentence !== null);
}

function append(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (part === '') return;
  if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
  else parts.push(part);
}

/** The id under which a figure of the session before has in today's book. */
export function carriedId(id: string): string {
  return `previous.${id}`;
}

/** A carried figure is written as the figure itself. */
function measureOf(id: string): string {
  return id.replace(/^previous\./, '');
}
