import type { Edition } from '../../../editions/edition.ts';
import type { Sentence } from '../../../report/schema.ts';
import { isBrokenRecord } from '../../../series/calls.ts';
import type { Flag, FlagCode } from '../../../series/flag.ts';
import { formatDay } from '../../words/date.ts';
import { multiple } from '../../words/multiple.ts';
import { list, said, say, type Words } from '../../words/sentence.ts';
import { thresholds } from '../../words/thresholds.ts';
import { plainSentence } from '../plain.ts';

const causesOf = ({ reconstitution }: Edition): string =>
  `a closing premium or discount of the fund, ${reconstitution === null ? '' : `the reconstitution of ${reconstitution.indices}, `}or a wrong bar may explain it`;

/** What a reader must know of the prices before the figures: nothing on an ordinary day. */
export function notices(words: Words, edition: Edition, flags: readonly Flag[]): Sentence[] {
  return [
    ...said([residual(words, edition), realisedMultiple(words, edition), brokenCalls(words)]),
    ...aboutRequired(edition, flags, 'recent-hole').map(({ symbol, sessions }) =>
      plainSentence(
        `${symbol} has no bar of ${sessions.map(formatDay).join(', ')}: what needs it is missing, and the rest leaves it out.`,
      ),
    ),
    ...aboutRequired(edition, flags, 'sources-disagree').map(({ symbol, sessions }) =>
      plainSentence(
        `Two sources disagree on ${symbol}’s close of ${sessions.map(formatDay).join(', ')}; both are named at the end, and the first is used.`,
      ),
    ),
    ...aboutRequired(edition, flags, 'apart-from-index').map(({ symbol, sessions }) => {
      const spec = (wanted: string | undefined) => edition.symbols.find((one) => one.symbol === wanted);
      const index = spec(spec(symbol)?.follows)?.name ?? 'index';
      return plainSentence(
        sessions.length === 0
          ? `${symbol}’s closes of a year do not go with the ${index}, which it follows: its prices, or the index’s, may be another symbol’s. Nothing was repaired.`
          : `${symbol}’s move on the day is more than a point from that of the ${index}, which it follows: a close away from the index, or a wrong bar of one of the two. Nothing was repaired.`,
      );
    }),
    ...thin(edition, flags),
  ];
}

/** Whether the fund is so far from its multiple that one of the two prices may be wrong. */
export function isApart(words: Words, { fund }: Edition): boolean {
  const difference = words.number(`residual.${fund.symbol}.1d`);
  return difference !== null && Math.abs(difference) > thresholds.residualAlarm;
}

/** Whether the beta of a month is one that the fund does not have. */
export function isOffMultiple(words: Words, { fund, underlying }: Edition): boolean {
  const beta = words.number(`beta.${fund.symbol}:${underlying}.21d`);
  return beta !== null && Math.abs(beta - fund.beta) > thresholds.betaAlarm;
}

function residual(words: Words, edition: Edition): Sentence | null {
  const { fund, underlying } = edition;
  const id = `residual.${fund.symbol}.1d`;
  if (!isApart(words, edition)) return null;
  const side = words.chosen(words.number(id)! > 0 ? 'above' : 'below', id);
  return say`${fund.symbol} is ${words.amount(id)} ${side} ${multiple(fund.beta)} ${underlying}’s return on the day: ${fund.symbol}’s close implies ${underlying} ${words.value(`implied.${fund.symbol}:${underlying}.1d`)}, and ${underlying} shows ${words.value(`return.${underlying}.1d`)}. Both closes are as received; ${causesOf(edition)}.`;
}

function realisedMultiple(words: Words, edition: Edition): Sentence | null {
  const { fund, underlying } = edition;
  if (!isOffMultiple(words, edition)) return null;
  const id = `beta.${fund.symbol}:${underlying}.21d`;
  const [least, most] = [fund.beta - thresholds.betaAlarm, fund.beta + thresholds.betaAlarm];
  return say`${fund.symbol}’s beta to ${underlying} over 21 sessions is ${words.value(id)}, outside ${String(least)} to ${String(most)}: ${causesOf(edition)}.`;
}

function brokenCalls(words: Words): Sentence | null {
  if (!isBrokenRecord(words.word('calls.chain'))) return null;
  return say`The record of calls is ${words.value('calls.chain')}: a call of the past was changed, left out or put in since. What is said of calls rests on it.`;
}

/** The flags of one code that are about required symbols. */
export function aboutRequired({ required }: Edition, flags: readonly Flag[], code: FlagCode) {
  return required.flatMap((symbol) =>
    flags
      .filter((flag) => flag.code === code && flag.subject === `bars:${symbol}`)
      .map(({ sessions = [] }) => ({ symbol, sessions })),
  );
}

function thin(edition: Edition, flags: readonly Flag[]): Sentence[] {
  const symbols = aboutRequired(edition, flags, 'thin-volume').map(({ symbol }) => symbol);
  const named = list(symbols);
  return said([
    named === null
      ? null
      : say`${named} traded less than half of the median volume of 21 sessions: a thin session, or a bar that was taken before the close.`,
  ]);
}
