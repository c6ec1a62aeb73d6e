import { RenderError } from '../errors.ts';
import { type Report, report as schema } from '../report/schema.ts';

/**
 * A report, checked against its own schema (docs/schema/report.json).
 * @throws RenderError that names the first place where it is not: a bug of this program, found before anything is published
 */
export function validReport(report: unknown): Report {
  const checked = schema.safeParse(report);
  if (checked.success) return report as Report;
  const [issue] = checked.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'report.json' : issue.path.join('.');
  throw new RenderError(
    `the report is not what its own schema says: ${place}: ${issue?.message ?? 'unknown'}`,
    {
      hint: 'This is a bug of this program; nothing was published. Please report it with this line.',
    },
  );
}
