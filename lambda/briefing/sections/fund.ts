import type { Block, Prose, Section } from '../../report/schema.ts';
import { fundYear } from '../charts/fund-year.ts';
import { multiple } from '../words/multiple.ts';
import { said } from '../words/sentence.ts';
import type { Context } from './context.ts';
import { fundDay, gapSentence } from './front/fund.ts';
import { decayTable, risksOfHolding } from './fund/decay.ts';
import { gapChart, gapTable } from './fund/gaps.ts';
import { holdingsSentence } from './fund/holdings.ts';
import { horizonChart, horizonSentence, horizonTable } from './fund/horizons.ts';
import { trackingTable } from './fund/tracking.ts';

/** What the leveraged fund did beside its daily objective, and what holding it longer has meant. */
export function fundSection(context: Context): Section {
  const { book, words, edition, header } = context;
  const { symbol, beta } = edition.fund;
  const status = book.get(`return.${symbol}.1d`);
  const lead =
    gapSentence(words, edition.fund, edition.underlying, '63d', `Over 63 sessions ${symbol}`) ??
    fundDay(words, symbol);
  const target = `${multiple(beta)} ${edition.underlying}`;
  const blocks: (Block | null)[] = [
    fundYear(context) ?? {
      kind: 'absence',
      id: 'fund-year',
      title: `${symbol} over a year`,
      reason: words.why(`return.${symbol}.1y`) ?? 'No year of history.',
    },
    gapChart(words, edition, header.session),
    holding(context, target),
    trackingTable(words, edition, header.session),
    horizonChart(words, edition, header.session),
    decayTable(words, edition),
    gapTable(words, edition),
    horizonTable(words, edition),
  ];
  return {
    id: 'fund',
    title: symbol,
    status: status.status,
    lead,
    blocks: blocks.filter((block) => block !== null),
  };
}

function holding(context: Context, target: string): Prose {
  const { words, edition } = context;
  const sentences = said([
    ...risksOfHolding(words, edition),
    horizonSentence(words, edition.fund.symbol, target),
    holdingsSentence(context),
  ]);
  return { kind: 'prose', id: 'holding', title: 'Holding it', form: 'paragraph', sentences };
}
