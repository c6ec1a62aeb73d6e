import type { Section } from '../../report/schema.ts';
import type { Context } from './context.ts';
import { hedge } from './levels/hedge.ts';
import { ladder } from './levels/ladder.ts';
import { lead } from './levels/lead.ts';
import { levelChart } from './levels/level-chart.ts';
import { losses, tail } from './levels/losses.ts';
import { ranges } from './levels/ranges.ts';
import { size } from './levels/size.ts';
import { stops } from './levels/stops.ts';

/** Price levels, what the fund would trade at there, and what the next session can cost. */
export function levels(context: Context): Section {
  const { book, edition } = context;
  const sentence = lead(context);
  const chart = levelChart(context);
  return {
    id: 'levels',
    title: 'Levels and risk',
    status: book.get(`expected.${edition.underlying}.1d`).status,
    ...(sentence === null ? {} : { lead: sentence }),
    blocks: [
      ladder(context),
      ...(chart === null ? [] : [chart]),
      ranges(context),
      stops(context),
      losses(context),
      ...tail(context),
      size(context),
      hedge(context),
    ],
  };
}
