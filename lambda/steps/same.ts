import { isDeepStrictEqual } from 'node:util';
import type { Report } from '../briefing/report.ts';

/**
 * Whether two reports tell their reader the same: figures, words, marks, statuses, series. When and from which
 * bytes they were made, and how many rows those held, does not count, so data added after the session changes
 * nothing and publishes nothing.
 */
export function sameBriefing(a: Report, b: Report): boolean {
  return isDeepStrictEqual(content(a), content(b));
}

/** What counts, as JSON keeps it: one report was read back from its file, the other was just made. */
function content(report: Report): unknown {
  const { revision: _, collectedAt: __, snapshot: ___, sources, ...said } = report;
  const trust = sources.map(({ key, source, status, note }) => ({ key, source, status, note }));
  return JSON.parse(JSON.stringify({ ...said, trust }));
}
