import type { Block, Section } from '../../report/schema.ts';
import { rotationMapChart } from '../charts/rotation-map.ts';
import { scoreBars, scoreHistory } from '../charts/score.ts';
import type { Context } from '../context.ts';
import { capitalExpenditureBlock } from './rotation/capital-expenditure.ts';
import { onsetSentence, scoreProse } from './rotation/leader.ts';
import { breadthSentences, megacapTable } from './rotation/megacap.ts';
import { pairsTable } from './rotation/pairs.ts';
import { sectorWeights } from './rotation/sector-weights.ts';
import { fundsAtHand, sectorTable } from './rotation/sectors.ts';
import { valuationTable } from './rotation/valuation.ts';
import { sectionStatus } from './statuses.ts';

/** Which way leadership turns, since when, how broadly, and how far the score can be trusted. */
export function rotationSection(context: Context): Section {
  const { words, edition } = context;
  const absent = (id: string, title: string): Block => ({
    kind: 'absence',
    id,
    title,
    reason: words.why('rotation.score') ?? 'No history to draw.',
  });
  const score = scoreProse(words, edition);
  const funds = fundsAtHand(words, edition);
  const blocks: (Block | null)[] = [
    { ...score, sentences: [...score.sentences, ...breadthSentences(words, edition)] },
    scoreBars(context),
    scoreHistory(context) ?? absent('score-history', 'Rotation score over two years'),
    sectorTable(words, edition),
    rotationMapChart(context) ?? absent('rotation-map', 'Relative rotation'),
    pairsTable(words, edition),
    megacapTable(words, edition),
    capitalExpenditureBlock(context),
    valuationTable(context),
    sectorWeights(context),
  ];
  return {
    id: 'rotation',
    title: 'Rotation',
    status: sectionStatus('rotation', context),
    ...(funds === undefined ? {} : { state: funds }),
    lead: onsetSentence(words, edition),
    blocks: blocks.filter((block) => block !== null),
  };
}
