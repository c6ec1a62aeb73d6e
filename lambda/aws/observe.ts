import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { type Measurement, metrics as names } from '../archive-layout.ts';
import type { ReportBug } from '../sources/parser-bug.ts';

/**
 * One of each a container: structured logs, and measurements as lines among them. Their `service` is the name of the
 * stack, from POWERTOOLS_SERVICE_NAME: two stacks in an account must not answer for each other.
 */
export const logger = new Logger();

/** Writes a parser's bug to a function's log; the run goes on without what the parser was given. */
export const bugsInto =
  (log: Logger): ReportBug =>
  (bug) =>
    log.error('a parser failed: this is a bug', bug);

export const metricsClient = new Metrics({ namespace: names.namespace });

const units: Partial<Record<Measurement, (typeof MetricUnit)[keyof typeof MetricUnit]>> = {
  renderMilliseconds: MetricUnit.Milliseconds,
  temporaryFolderUsed: MetricUnit.Percent,
};

/** Records a measurement under its name in the contract. */
export function measure(name: Measurement, value: number): void {
  metricsClient.addMetric(names[name], units[name] ?? MetricUnit.Count, value);
}
