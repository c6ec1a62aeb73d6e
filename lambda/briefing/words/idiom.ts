import { formatShortDate } from './date.ts';
import { readersWords, type SeriesNames } from './readers-words.ts';
import { spelledWindows } from './windows.ts';

/** How a text says the ids, days and windows that are in it. */
export interface Idiom {
  readonly day: (date: string) => string;
  /** Of a series, by its id. */
  readonly name: (id: string) => string;
  readonly windows: (windows: readonly string[]) => string;
  readonly figure: (id: string) => string;
  /** Words from outside the program, or of a flag, in which ids and days are known by their form alone. */
  readonly words: (text: string) => string;
}

const asItIs = (text: string): string => text;

/** As figures and sources are published: ids and ISO dates, which machines compare. */
export const asPublished: Idiom = {
  day: asItIs,
  name: asItIs,
  windows: (windows) => windows.join(', '),
  figure: asItIs,
  words: asItIs,
};

/** As pages are written: days as readers write them, windows in full, series by their names. */
export const forReaders = (names: SeriesNames): Idiom => ({
  day: (date) => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? formatShortDate(date) : date),
  name: (id) => names[id] ?? id,
  windows: spelledWindows,
  figure: () => 'what it rests on',
  words: (text) => readersWords(text, names),
});
