import type { Edition } from '../../../editions/edition.ts';
import type { Prose, Sentence } from '../../../report/schema.ts';
import { hasReason } from '../../../series/reason.ts';
import { naming, said, say, type Words } from '../../words/sentence.ts';
import { stands } from '../../words/verbs.ts';

/** What the next session may bring: the expected move, the nearest average and what the fund would trade at there. */
export function outlook(words: Words, edition: Edition): Prose | null {
  const { fund, underlying, volatility } = edition;
  const sentences = said([
    expectedMove(words, fund.symbol, underlying, volatility.name),
    nearestAverage(words, fund.symbol, underlying),
    say`The next scheduled decision of the FOMC is on ${words.value('macro.fomc.next')}, 14:00 New York time.`,
    sahmGap(words),
  ]);
  if (sentences.length === 0) return null;
  return { kind: 'prose', id: 'outlook', title: 'Next session', form: 'paragraph', sentences };
}

function expectedMove(words: Words, symbol: string, underlying: string, index: string): Sentence | null {
  const id = `expected.${underlying}.1d`;
  if (!words.known(id)) return null;
  const { reasons, asOf } = words.book.get(id);
  const origin = hasReason(reasons, 'realised-volatility')
    ? naming('proxy', words.chosen(`, from realised volatility (proxy: no ${index})`, id))
    : hasReason(reasons, 'volatility-of-before')
      ? naming('stale', words.chosen(`, from ${index} of ${asOf} (stale)`, id))
      : words.chosen(`, from ${index}`, id);
  const band = say`${words.value(id)} for ${underlying} and ${words.value(`expected.${symbol}.1d`)} for ${symbol}`;
  const record = say`; ${words.value(`${id}.inside.1sd`)} of the last ${words.value(`${id}.inside.n`)} sessions ended within it`;
  return say`One standard deviation for the next session is ${band ?? say`${words.value(id)} for ${underlying}`}${origin}${record ?? ''}.`;
}

function nearestAverage(words: Words, symbol: string, underlying: string): Sentence | null {
  const close = words.number(`close.${underlying}`);
  if (close === null) return null;
  const near = [50, 200]
    .map((n) => ({
      n,
      level: `sma.${underlying}.${n}`,
      distance: `close.${underlying}.vs${n}`,
      away: words.number(`close.${underlying}.vs${n}`),
    }))
    .filter((average) => average.away !== null)
    .sort((a, b) => Math.abs(a.away!) - Math.abs(b.away!))[0];
  if (near === undefined) return null;
  const where = stands(near.away!);
  const place =
    where === 'at' ? words.chosen('at', near.distance) : say`${words.amount(near.distance)} ${where}`;
  const implied = say`; at that level ${symbol} would trade near ${words.value(`ladder.${symbol}.${near.level}`)}`;
  return say`${underlying} stands ${place} its ${String(near.n)}-session average, ${words.value(near.level)}${implied ?? ''}.`;
}

/** A recession reading that cannot be made is said on the front page: its absence would otherwise read as calm. */
function sahmGap(words: Words): Sentence | null {
  const id = 'macro.sahm';
  if (words.known(id) || !words.book.has(id)) return null;
  return say`Sahm reading not computable: ${words.reason(id)}.`;
}
