import type { Section } from '../../report/schema.ts';
import type { Context } from './context.ts';
import { creditChart } from './macro/credit-chart.ts';
import { fed } from './macro/fed.ts';
import { inflationChart } from './macro/inflation-chart.ts';
import { lead } from './macro/lead.ts';
import { scorecard } from './macro/scorecard.ts';
import { softLanding } from './macro/soft-landing.ts';
import { statusOf } from './macro/status.ts';

/** The economy as it was known on the session: what was read last, which way it points, and how unusual that is. */
export function macro(context: Context): Section {
  const sentence = lead(context);
  return {
    id: 'macro',
    title: 'Macro',
    status: statusOf(context),
    ...(sentence === null ? {} : { lead: sentence }),
    blocks: [
      ...scorecard(context),
      softLanding(context),
      fed(context),
      ...[inflationChart(context), creditChart(context)].filter((chart) => chart !== null),
    ],
  };
}
