import { type Basis, worstStatus } from '../../market-data/basis.ts';
import type { Panel } from '../../market-data/panel.ts';

/**
 * What rests on the scores of the past, too: a proxy where up to a session they never had one of their components. Source:
 * figures.md, "States, record and past scores follow the same rule".
 * @param index of the session on the axis
 */
export function onPastScores(panel: Panel, index: number, basis: Basis): Basis {
  const parts = panel.rotation().lacking(index);
  if (parts.length === 0) return basis;
  const { status, reasons = [] } = basis;
  return {
    ...basis,
    status: worstStatus([status, 'proxy']),
    reasons: [{ code: 'without', parts }, ...reasons],
  };
}
