import type { Section } from '../../report/schema.ts';
import type { Context } from '../context.ts';
import { creditChart } from './macro/credit-chart.ts';
import { inflationChart } from './macro/inflation-chart.ts';
import { macroLead } from './macro/lead.ts';
import { scorecardBlock } from './macro/scorecard.ts';
import { softLandingBlock } from './macro/soft-landing.ts';
import { shareOf } from './macro/status.ts';
import { sectionStatus } from './statuses.ts';

/** The economy as it was known on the session: what was read last, which way it points, and how unusual that is. */
export function macroSection(context: Context): Section {
  const sentence = macroLead(context);
  const share = shareOf(context);
  return {
    id: 'macro',
    title: 'Macro',
    status: sectionStatus('macro', context),
    ...(share === undefined ? {} : { state: share }),
    ...(sentence === null ? {} : { lead: sentence }),
    blocks: [
      ...scorecardBlock(context),
      softLandingBlock(context),
      ...[creditChart(context), inflationChart(context)].filter((chart) => chart !== null),
    ],
  };
}
