import { formatShortDate } from './date.ts';
import { NARROW } from './number.ts';

/** Names of series by their ids, as a report holds them. */
export type SeriesNames = Readonly<Record<string, string>>;

const patterns = new WeakMap<SeriesNames, RegExp>();

/**
 * A text for operators in the words of readers: days as pages write them, windows in full, series by their names, no line end
 * before a sign of percent. For texts of
 * which no codes are there: what a report publishes, with ids and ISO dates that machines compare, and flags.
 */
export function readersWords(text: string, names: SeriesNames): string {
  return text
    .replaceAll(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g, (date) => formatShortDate(date))
    .replaceAll(/(?<=\bover )(?:\d+[dmy]|ytd)(?:, (?:\d+[dmy]|ytd))*(?![\w-])/g, (windows) =>
      spelledWindows(windows.split(', ')),
    )
    .replaceAll(/\b[a-z][a-z0-9]*(?:\.[\w:^]+)+(?= is not at hand)/g, 'what it rests on')
    .replaceAll(patternOf(names), (id) => names[id] ?? id)
    .replaceAll(/(?<=\d) (?=%)/g, NARROW);
}

const spans: Readonly<Record<string, string>> = { d: 'session', m: 'month', y: 'year' };

/** The windows of a table of returns, the shortest first. */
const order = ['1d', '5d', '21d', '63d', '6m', 'ytd', '1y'];

/** Windows in full; all of a table's as `any window`, all from one on as `5 sessions and more`. */
function spelledWindows(all: readonly string[]): string {
  const from = order.length - all.length;
  if (all.length < 3 || all.join() !== order.slice(from).join()) return all.map(spelledWindow).join(', ');
  return from === 0 ? 'any window' : `${spelledWindow(all[0]!)} and more`;
}

/** `5d` as `5 sessions`, `ytd` as `the year to date`. */
export function spelledWindow(window: string): string {
  if (window === 'ytd') return 'the year to date';
  const [, count = '', span = ''] = /^(\d+)([dmy])$/.exec(window) ?? [];
  return span === '' ? window : `${count} ${spans[span]}${count === '1' ? '' : 's'}`;
}

function patternOf(names: SeriesNames): RegExp {
  const known = patterns.get(names);
  if (known !== undefined) return known;
  const ids = Object.keys(names).sort((a, b) => b.length - a.length);
  const any = ids.map((id) => id.replaceAll(/[\^.$*+?()[\]{}|\\]/g, '\\$&')).join('|');
  const pattern = ids.length === 0 ? /(?!)/g : new RegExp(`(?<![\\w^.:/])(?:${any})(?!\\w|[:.]\\w)`, 'g');
  patterns.set(names, pattern);
  return pattern;
}
