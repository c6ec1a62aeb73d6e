import type { Block, Front, Sentence } from '../../report/schema.ts';
import { fundQuarter } from '../charts/fund-quarter.ts';
import { relativeStrength } from '../charts/relative-strength.ts';
import { scoreSpark } from '../charts/score.ts';
import type { Context } from '../context.ts';
import { sessionContext } from '../session-context.ts';
import { thresholds } from '../words/thresholds.ts';
import { fundSentence } from './front/fund.ts';
import { keyFigures } from './front/keys.ts';
import { marketSentence } from './front/market.ts';
import { notices } from './front/notices.ts';
import { performanceTable } from './front/performance.ts';
import { tomorrow } from './front/tomorrow.ts';
import { type BenchmarkPair, verdict } from './front/verdict.ts';
import { splitNotices } from './splits.ts';

/**
 * The front page: the verdict, what carries it, what changed, the strip of numbers, and the two exhibits.
 *
 * @param changes how many there are
 * @param beside what is said beside them
 */
export function briefingFront(context: Context, changes: number, beside: readonly Sentence[]): Front {
  const { edition, words, header } = context;
  const { fund, underlying, map } = edition;
  const pair: BenchmarkPair = { ...edition, benchmark: map.benchmark };
  const peers = edition.rivals.against.filter((symbol) => symbol !== map.benchmark);
  const neighbours = sessionContext(header.session);
  const quiet = isQuiet(context, pair, changes);
  const market = marketSentence(words, pair, peers, quiet);
  const blocks: (Block | null)[] = [
    tomorrow(words, edition, neighbours.next),
    fundQuarter(context),
    performanceTable(edition, words),
    relativeStrength(context),
  ];
  return {
    verdict: verdict(words, pair, neighbours),
    supporting: [...(market === null ? [] : [market]), fundSentence(words, fund, underlying)],
    notices: [...notices(words, edition, header.flags), ...splitNotices(edition, header)],
    changes: { since: neighbours.previous, items: [...beside] },
    keys: keyFigures(words, edition, header.session, scoreSpark(context)),
    blocks: blocks.filter((block) => block !== null),
  };
}

/** A small day, level with the benchmark, on which at most one thing changed: the page says less. */
function isQuiet({ words }: Context, { underlying, benchmark }: BenchmarkPair, changes: number): boolean {
  const move = words.number(`return.${underlying}.1d`);
  const excess = words.number(`excess.${underlying}:${benchmark}.1d`);
  return (
    move !== null &&
    excess !== null &&
    Math.abs(move) < thresholds.quietMove &&
    Math.abs(excess) < thresholds.quietMove / 2 &&
    changes <= 1
  );
}
