import { weakMemo } from '../../market-data/memo.ts';
import { formatShortDate } from './date.ts';
import { NARROW } from './number.ts';
import { spelledWindow } from './windows.ts';

/** Names of series by their ids, as a report holds them. */
export type SeriesNames = Readonly<Record<string, string>>;

/**
 * A text for operators in the words of readers: days as pages write them, windows in full, series by their names, no line end
 * before a sign of percent. For texts of which no codes are there: what a report publishes, with ids and ISO dates that
 * machines compare, and flags.
 */
export function readersWords(text: string, names: SeriesNames): string {
  return text
    .replaceAll(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g, (date) => formatShortDate(date))
    .replaceAll(/(?<=\bover )(?:\d+[dmy]|ytd)(?![\w-])/g, spelledWindow)
    .replaceAll(/\b[a-z][a-z0-9]*(?:\.[\w:^]+)+(?= is not at hand)/g, 'what it rests on')
    .replaceAll(patternOf(names), (id) => names[id] ?? id)
    .replaceAll(/(?<=\d) (?=%)/g, NARROW);
}

const patternOf = weakMemo((names: SeriesNames): RegExp => {
  const ids = Object.keys(names).sort((a, b) => b.length - a.length);
  const any = ids.map((id) => id.replaceAll(/[\^.$*+?()[\]{}|\\]/g, '\\$&')).join('|');
  return ids.length === 0 ? /(?!)/g : new RegExp(`(?<![\\w^.:/])(?:${any})(?!\\w|[:.]\\w)`, 'g');
});
