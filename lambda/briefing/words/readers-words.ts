import { formatShortDate } from './date.ts';

/** Names of series by their ids, as a report holds them. */
export type SeriesNames = Readonly<Record<string, string>>;

const patterns = new WeakMap<SeriesNames, RegExp>();

/**
 * A text for operators in the words of readers: days as pages write them, windows in full, series by their names. Reasons and
 * notes are published with ids and ISO dates, which machines compare; a page, a mail or a feed has this.
 */
export function readersWords(text: string, names: SeriesNames): string {
  return text
    .replaceAll(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g, (date) => formatShortDate(date))
    .replaceAll(/(?<=\bover )(?:\d+[dmy]|ytd)(?:, (?:\d+[dmy]|ytd))*(?![\w-])/g, spelledWindows)
    .replaceAll(/\b[a-z][a-z0-9]*(?:\.[\w:^]+)+(?= is not at hand)/g, 'what it rests on')
    .replaceAll(patternOf(names), (id) => names[id] ?? id);
}

const spans: Readonly<Record<string, string>> = { d: 'session', m: 'month', y: 'year' };

/** `1d, 5d, ytd` as `1 session, 5 sessions, the year to date`. */
function spelledWindows(windows: string): string {
  return windows
    .split(', ')
    .map((window) => {
      const [, count = '', span = ''] = /^(\d+)([dmy])$/.exec(window) ?? [];
      return span === '' ? 'the year to date' : `${count} ${spans[span]}${count === '1' ? '' : 's'}`;
    })
    .join(', ');
}

function patternOf(names: SeriesNames): RegExp {
  const known = patterns.get(names);
  if (known !== undefined) return known;
  const ids = Object.keys(names).sort((a, b) => b.length - a.length);
  const any = ids.map((id) => id.replaceAll(/[\^.$*+?()[\]{}|\\]/g, '\\$&')).join('|');
  const pattern =
    ids.length === 0 ? /(?!)/g : new RegExp(`(?<![\\w^.:/])(?:${any})(?![\\w.:])(?!\\.csv)`, 'g');
  patterns.set(names, pattern);
  return pattern;
}
