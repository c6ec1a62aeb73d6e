import type { Edition } from '../../../editions/edition.ts';
import { memo, weakMemo } from '../../../market-data/memo.ts';

/**
 * Families of figures that report.json has and no page shows yet, or whose section says itself where cases are too few: nothing
 * is said of what is missing in them.
 */
const families = [
  /^(sens|ai|grid|cost|rebalance|swing|opengap|unfilled|stopgap)\./,
  /^ladder\.(error|\w+\.swing)\./,
  /^calendar\.(cpi|jobs)\./,
  /^(tracking|near|capture)\.|^(gap|return)\.\w+\.252d/,
  /^macro\.\w+\.(3m3m|26w|52w|change12m|abovelow|low4)$/,
  /^macro\.((empire|philadelphia)\.3m|manufacturing\.jobs\.3m|housing\.3m\.yoy|services)$/,
  /^calendar\.\w+\.(ratio|excess)/,
  /^(study|calls|stance)\./,
  /^hedge\.\w+\.(put2|call|spread|collar|fullshare)/,
];

/** Whether a figure belongs to the briefing's pages: those of the dollar's substitute fund do not. */
export const isOnPages = (id: string, edition: Edition): boolean => onPagesOf(edition)(id);

/** Remembered: a backfill asks of the same thousands of ids on every session. */
const onPagesOf = weakMemo(({ dollar }: Edition) =>
  memo(
    (id: string): boolean =>
      !families.some((family) => family.test(id)) && !id.split('.').includes(dollar.proxy),
  ),
);
