import type { Edition, Split } from '../../editions/edition.ts';
import type { Sentence } from '../../report/schema.ts';
import type { Header } from '../header.ts';
import { formatDate } from '../words/date.ts';
import { plainSentence } from './plain.ts';

/**
 * That a fund was split between the session and the day on which its prices were collected, so that no price in dollars
 * is one that was seen; nothing of a market that is made up.
 */
export function splitNotices({ splits }: Edition, header: Header): Sentence[] {
  if (header.simulated) return [];
  const later = splits.filter(
    ({ exDate }) => exDate > header.session && exDate <= header.collectedAt.slice(0, 10),
  );
  return [...Map.groupBy(later, ({ symbol }) => symbol)].map(([symbol, own]) =>
    plainSentence(sentenceOf(symbol, own)),
  );
}

function sentenceOf(symbol: string, splits: readonly Split[]): string {
  const factor = splits.reduce((product, { ratio }) => product * ratio, 1);
  const days = splits.map(({ ratio, exDate }) => `${ratio} for 1 on ${formatDate(exDate)}`).join(' and ');
  return `${symbol} was split after this session, ${days}: its prices, levels and sizes in dollars are in today’s shares, and it traded at ${factor} times these prices.`;
}
