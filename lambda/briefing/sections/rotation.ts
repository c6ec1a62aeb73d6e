import type { Block, Section } from '../../report/schema.ts';
import { rotationMapChart } from '../charts/rotation-map.ts';
import { scoreBars, scoreHistory } from '../charts/score.ts';
import type { Context } from './context.ts';
import { capitalExpenditureBlock } from './rotation/capital-expenditure.ts';
import { onsetSentence, scoreProse } from './rotation/leader.ts';
import { breadthProse, megacapTable } from './rotation/megacap.ts';
import { pairsTable } from './rotation/pairs.ts';
import { sectorWeights } from './rotation/sector-weights.ts';
import { sectorBars, sectorTable } from './rotation/sectors.ts';
import { valuationTable } from './rotation/valuation.ts';

/** Which way leadership turns, since when, how broadly, and how far the score can be trusted. */
export function rotationSection(context: Context): Section {
  const { book, words, edition, header } = context;
  const absent = (id: string, title: string): Block => ({
    kind: 'absence',
    id,
    title,
    reason: words.why('rotation.score') ?? 'No history to draw.',
  });
  const blocks: (Block | null)[] = [
    scoreProse(words, edition),
    scoreBars(context),
    scoreHistory(context) ?? absent('score-history', 'Rotation score over two years'),
    rotationMapChart(context) ?? absent('rotation-map', 'Relative rotation map'),
    pairsTable(words, edition),
    sectorTable(words, edition),
    sectorBars(words, edition, header.session),
    breadthProse(words, edition),
    megacapTable(words, edition),
    capitalExpenditureBlock(context),
    valuationTable(context),
    sectorWeights(context),
  ];
  return {
    id: 'rotation',
    title: 'Rotation',
    status: book.get('rotation.score').status,
    lead: onsetSentence(words, edition),
    blocks: blocks.filter((block) => block !== null),
  };
}
