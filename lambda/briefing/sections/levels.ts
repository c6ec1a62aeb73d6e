import type { Section } from '../../report/schema.ts';
import type { Context } from '../context.ts';
import { hedgeBlock } from './levels/hedge.ts';
import { ladder } from './levels/ladder.ts';
import { levelsLead } from './levels/lead.ts';
import { priceLevelChart } from './levels/level-chart.ts';
import { losses, tail } from './levels/losses.ts';
import { rangesTable } from './levels/ranges.ts';
import { size } from './levels/size.ts';
import { stops } from './levels/stops.ts';
import { sectionStatus } from './statuses.ts';

/** Price levels, what the fund would trade at there, and what the next session can cost. */
export function levelsSection(context: Context): Section {
  const sentence = levelsLead(context);
  const chart = priceLevelChart(context);
  return {
    id: 'levels',
    title: 'Levels and risk',
    status: sectionStatus('levels', context),
    ...(sentence === null ? {} : { lead: sentence }),
    blocks: [
      ladder(context),
      ...(chart === null ? [] : [chart]),
      stops(context),
      losses(context),
      ...tail(context),
      hedgeBlock(context),
      size(context),
      rangesTable(context),
    ],
  };
}
