import type { Block, Section } from '../../report/schema.ts';
import { fundYear } from '../charts/fund-year.ts';
import { underWater } from '../charts/under-water.ts';
import type { Context } from '../context.ts';
import { fundDay, gapSentence } from './front/fund.ts';
import { decayTable } from './fund/decay.ts';
import { gapChart } from './fund/gaps.ts';
import { holdingTable } from './fund/holding.ts';
import { horizonChart } from './fund/horizons.ts';
import { trackingTable } from './fund/tracking.ts';
import { yearsTable } from './fund/years.ts';
import { sectionStatus } from './statuses.ts';

/** What the leveraged fund did beside its daily objective, and what holding it longer has meant. */
export function fundSection(context: Context): Section {
  const { words, edition, header } = context;
  const { fund, underlying } = edition;
  const { symbol } = fund;
  const lead =
    gapSentence(words, fund, underlying, '63d', `Over 63 sessions ${symbol}`) ??
    fundDay(words, fund, underlying);
  const blocks: (Block | null)[] = [
    fundYear(context) ?? {
      kind: 'absence',
      id: 'fund-year',
      title: `${symbol} over a year`,
      reason: words.why(`return.${symbol}.1y`) ?? 'No year of history.',
    },
    gapChart(words, edition, header.session),
    holdingTable(context),
    yearsTable(words, edition, header.session),
    horizonChart(words, edition, header.session),
    decayTable(words, edition),
    trackingTable(words, edition, header.session),
    underWater(context),
  ];
  return {
    id: 'fund',
    title: symbol,
    status: sectionStatus('fund', context),
    lead,
    blocks: blocks.filter((block) => block !== null),
  };
}
