import { keys } from '../../../archive-layout.ts';
import type { Report } from '../../../report/schema.ts';

/** Every month's figures, from the archive's folder. */
const all = `${keys.dataPackage.replace(/[^/]*$/, '')}*/*/*.parquet`;

/**
 * Three questions to the figures of all sessions, in SQL as DuckDB has it: one figure over time, how the score went with the next
 * day's excess return, and what is missing. The README has the same.
 */
export function archiveQueries({ front }: Pick<Report, 'front'>): readonly string[] {
  const excess = front.keys.map(({ figure }) => figure).find((id) => id.startsWith('excess.'));
  const nextDay = `${excess?.replace(/[^.]*$/, '') ?? 'excess.'}1d`;
  const of = (id: string) => `FROM '${all}' WHERE id = '${id}'`;
  return [
    `SELECT session, value ${of('rotation.score')} ORDER BY session;`,
    `WITH s AS (SELECT session, value ${of('rotation.score')}),
  x AS (SELECT value, lag(session) OVER (ORDER BY session) AS before ${of(nextDay)})
SELECT corr(s.value, x.value), count(*) FROM s JOIN x ON x.before = s.session;`,
    `SELECT session, id, reason FROM '${all}' WHERE status = 'missing' ORDER BY id, session;`,
  ];
}
