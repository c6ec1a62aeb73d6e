import type { Prose } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { formatMonth } from '../../words/date.ts';
import type { Idiom } from '../../words/idiom.ts';
import { listOf, plainSentence } from '../plain.ts';

/** What was not there, or looked wrong and was left as it was; no block when nothing was. What many share is said once. */
export function flagged({ header, book, words: { idiom } }: Context): Prose[] {
  const shownFlags = header.flags.filter(({ code }) => code !== 'not-used');
  if (shownFlags.length === 0) return [];
  const alike = Map.groupBy(shownFlags, ({ text: words }) => words);
  return [
    listOf(
      'methods.flags',
      'Gaps and oddities in the data',
      [...alike].map(([words, flags]) => {
        const subjects = flags.map(({ subject }) => subject);
        const names = new Set(subjects.map((subject) => seriesInWords(subject, idiom)));
        return plainSentence(
          `${[...names].join(', ')}: ${idiom.words(words)}${/[.!?]$/.test(words) ? '' : '.'}`,
          subjects.filter((subject) => book.has(subject)),
        );
      }),
    ),
  ];
}

/** What of a company, or of a fund, comes as a series of its own, by the first half of the series' key. */
const kindsInWords: Readonly<Record<string, string>> = {
  filings: 'filings',
  income: 'filings',
  shares: 'filings',
  results: 'days of results',
  holdings: 'holdings',
  valuation: 'ratios',
  options: 'options',
};

/** The name of a series for readers: `IWM`, `filings of AAPL`, `federal funds futures of 2026-02`. */
function seriesInWords(subject: string, idiom: Idiom): string {
  const [, kind = '', series = subject] = /^([a-z]+):(.+)$/.exec(subject) ?? [];
  if (kind === 'futures') return `federal funds futures of ${formatMonth(`${series}-01`)}`;
  const what = kindsInWords[kind];
  const name = idiom.name(series);
  return what === undefined ? name : `${what} of ${name}`;
}

/** Files of the folder that no series is read from, by what would make them used; no block when there are none. */
export function unused({ header, words: { idiom } }: Context): Prose[] {
  const flags = header.flags.filter(({ code }) => code === 'not-used');
  if (flags.length === 0) return [];
  const alike = Map.groupBy(flags, ({ text: words }) => words);
  return [
    listOf(
      'methods.unused',
      'Files of the folder that are not used',
      [...alike].map(([words, those]) =>
        plainSentence(`${those.map(({ subject }) => subject).join(', ')}: ${idiom.words(words)}.`),
      ),
    ),
  ];
}
